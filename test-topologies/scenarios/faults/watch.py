"""Looks again and again from outside whether the switches hold the rules that they should."""

import threading
import time
from dataclasses import dataclass

from probes.base import now_ms
from scenarios.faults.ground import DEVICES
from scenarios.faults.rules import differences
from scenarios.rest import ControllerError

EVERY_S = 0.5


@dataclass(frozen=True)
class Sample:
    """What was found at one time, in words by switch: not connected, rules wrong, rules not as they were before."""

    at: float
    away: tuple = ()
    wrong: tuple = ()
    changed: tuple = ()

    @property
    def right(self):
        """Whether every switch is connected and holds what it should."""
        return not (self.away or self.wrong or self.changed)


def look(ground, before=None):
    """One Sample. `before` are the texts of rules, by switch and cookie, that should be as they were."""
    at, connected = now_ms(), ()
    away, wrong, changed = [], [], []
    try:
        connected = ground.rest.devices()
        for bridge, device in DEVICES.items():
            if device not in connected:
                away.append(bridge)
                continue
            held = ground.rules(bridge)
            missing, left = differences(held, ground.rest.rules_at(device))
            if missing or left:
                wrong.append(f"{bridge}: {missing} missing, {left} left over")
            other = modified(held, (before or {}).get(bridge, {}))
            if other:
                changed.append(f"{bridge}: {other} with other actions")
    except (ControllerError, KeyError) as error:
        return Sample(at, (), (f"the controller does not answer: {error}",))
    return Sample(at, tuple(away), tuple(wrong), tuple(changed))


def modified(held, before):
    """How many rules are there under the same cookie as before, but say something else."""
    return sum(1 for rule in held if before.get(rule.cookie, rule.text) != rule.text)


def texts(ground):
    """{switch: {cookie: text}} of all rules as they are now."""
    return {bridge: {rule.cookie: rule.text for rule in ground.rules(bridge)} for bridge in DEVICES}


def right_since(samples, begin):
    """Time of the first sample from `begin` on from which all are right; None if the last one is not."""
    return first_of_last([sample for sample in samples if sample.at >= begin], lambda sample: sample.right)


def right_meanwhile(samples, begin, end):
    """The same for the switches that are connected, while something is still broken."""
    return first_of_last([sample for sample in samples if begin <= sample.at < end], lambda one: not one.wrong)


def first_of_last(samples, holds):
    """Time of the first of the samples at the end of which all hold; None if there is none."""
    found = None
    for sample in samples:
        found = (found or sample.at) if holds(sample) else None
    return found


class Looking:
    """Takes samples in the background."""

    def __init__(self, ground, before):
        self._ground, self._before = ground, before
        self._samples, self._over = [], threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self):
        while not self._over.is_set():
            self._samples.append(look(self._ground, self._before))
            self._over.wait(EVERY_S)

    @property
    def samples(self):
        return list(self._samples)

    def await_right(self, since, steady_s, timeout_s):
        """Whether the rules become right after `since` and stay so for a while, in time."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            first = right_since(self.samples, since)
            if first is not None and self.samples[-1].at - first >= steady_s * 1e3:
                return True
            time.sleep(EVERY_S / 2)
        return False

    def close(self):
        self._over.set()
        self._thread.join()
