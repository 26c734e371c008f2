"""What tests of the whole product share."""

import time

from scenarios.rest import ControllerError


def eventually(holds, timeout_s=15.0):
    """Whether `holds()` comes true in time; while the controller does not answer, it does not."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        try:
            if holds():
                return True
        except ControllerError:
            pass
        time.sleep(0.2)
    return False
