"""Watches what reaches the flow tables of each bridge, at the bridge itself.

Uses Open vSwitch's own flow monitor, which tells of every rule added, changed or deleted, whoever
did it (`ovs-ofctl` prints them on standard error). A rule that timed out is no flow-mod and is not
counted.
"""

import re
import subprocess
import threading
from dataclasses import dataclass
from datetime import datetime, timezone

_TIME = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+): ")
_EVENT = re.compile(r"^ event=(ADDED|DELETED|MODIFIED)\b(?: reason=(\S+))?(.*)$")
_COOKIE = re.compile(r"\bcookie=(0x[0-9a-f]+|0)\b")
TIMED_OUT = ("idle", "hard")


@dataclass(frozen=True)
class FlowMod:
    """One rule changed on one bridge; `at` in epoch milliseconds."""

    bridge: str
    at: float
    event: str
    cookie: int
    rule: str


class MonitorParser:
    """Turns the lines of `ovs-ofctl --timestamp monitor BRIDGE watch:` into FlowMods."""

    def __init__(self, bridge):
        self._bridge = bridge
        self._at = None

    def feed(self, line):
        """The FlowMod that this line tells of, or None."""
        stamp = _TIME.match(line)
        if stamp:
            when = datetime.strptime(stamp[1], "%Y-%m-%d %H:%M:%S.%f").replace(tzinfo=timezone.utc)
            self._at = when.timestamp() * 1e3
            return None
        event = _EVENT.match(line.rstrip("\n"))
        if not event or self._at is None or event[2] in TIMED_OUT:
            return None
        cookie = _COOKIE.search(event[3])
        return FlowMod(self._bridge, self._at, event[1], int(cookie[1], 0) if cookie else 0, event[3].strip())


class Watcher:
    """Collects the FlowMods of several bridges until it is closed."""

    def __init__(self, bridges):
        self._lock = threading.Lock()
        self._seen = []
        self._monitors = [self._start(bridge) for bridge in bridges]

    def _start(self, bridge):
        command = ["ovs-ofctl", "-O", "OpenFlow13", "--timestamp", "monitor", bridge, "watch:!initial"]
        monitor = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, bufsize=1, start_new_session=True,
                                   env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "TZ": "UTC"})
        threading.Thread(target=self._follow, args=(bridge, monitor), daemon=True).start()
        return monitor

    def _follow(self, bridge, monitor):
        parser = MonitorParser(bridge)
        for line in monitor.stderr:
            flow_mod = parser.feed(line)
            if flow_mod:
                with self._lock:
                    self._seen.append(flow_mod)

    @property
    def pids(self):
        return [monitor.pid for monitor in self._monitors]

    @property
    def alive(self):
        """Whether every bridge is still being watched."""
        return all(monitor.poll() is None for monitor in self._monitors)

    def between(self, begin, end):
        """The FlowMods with begin <= time < end, in order of time."""
        with self._lock:
            return sorted((mod for mod in self._seen if begin <= mod.at < end), key=lambda mod: mod.at)

    def close(self):
        for monitor in self._monitors:
            monitor.terminate()
        for monitor in self._monitors:
            monitor.wait(timeout=5)
