"""Stands in for the controller where only the measuring is under test.

A thread watches where the node is and rewrites the static rules; what it answers to the scene has
the shape of `scenarios.rest.Controller`.
"""

import threading
import time

from probes.base import now_ms
from scenarios.rest import CLEANED, HandoverTimes
from tests.network import static_forwarding


class StubController:
    """Follows the node with static rules and keeps the times of doing so."""

    def __init__(self, world):
        self._air = world.air
        self._handovers = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def _follow(self):
        place = self._air.place
        while not self._stop.wait(0.001):
            now = self._air.place
            if now not in (place, None):
                detected = now_ms()
                static_forwarding.follow(now)
                switched = now_ms()
                self._handovers.append(HandoverTimes(len(self._handovers), place, now, "STUB", CLEANED, detected,
                                                     detected, switched, switched))
                place = now

    def close(self):
        self._stop.set()
        self._thread.join()

    def app_id(self):
        return 0

    def binding(self, _mac):
        return None

    def flows(self, _mac):
        return []

    def await_cleaned(self, _mac, _timeout_s):
        return {one.sequence: one for one in self._handovers}

    def await_handover(self, _mac, target, since_ms, timeout_s):
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            for one in self._handovers:
                if one.target == target and one.detected >= since_ms:
                    return one
            time.sleep(0.01)
        return None
