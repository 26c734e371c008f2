"""What the switches hold, for the tests of the whole product."""

import subprocess
import time

from scenarios.rest import Controller, ControllerError
from topologies.world import switch_names

REST = Controller()


def rules(app=None):
    """The rules of the app, by its number in cookies, on all switches, without what changes by itself."""
    app = app or REST.app_id()
    found = set()
    for bridge in switch_names():
        listing = subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "--no-stats", "dump-flows", bridge,
                                  f"cookie={app << 48:#x}/0xffff000000000000"], capture_output=True, text=True,
                                 check=True).stdout
        found |= {(bridge, line.strip()) for line in listing.splitlines() if "cookie=" in line}
    return found


def groups():
    """Groups on all switches: [(bridge, group)]."""
    return [(bridge, line.strip()) for bridge in switch_names() for line in subprocess.run(
        ["ovs-ofctl", "-O", "OpenFlow13", "dump-groups", bridge], capture_output=True, text=True,
        check=True).stdout.splitlines() if "group_id" in line]


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
