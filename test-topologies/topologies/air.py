"""The air: carries the mobile node from the access point of one edge to that of another.

Three ways. `air`: no port changes state, nothing that a controller or Open vSwitch could see; the node
is attached nowhere for some milliseconds. `seamless`: the same, but its uplink changes over in one
instant and the old access point still reaches it for about a millisecond more. `hard`: the access port of
the old edge loses its link first. After any of them, the node sends one gratuitous ARP and nothing else in
it changes.
"""

import time
from dataclasses import asdict, dataclass

from topologies import plan
from topologies.errors import DmmError
from topologies.frames import Announcer, FrameTap, mac_bytes
from topologies.links import Links
from topologies.shortcut import RADIO, Shortcuts, port_of

AIR_GAP_MS = 5.0
HARD_GAP_MS = 100.0
FIRST_FRAME_TIMEOUT_S = 2.0


class MoveError(DmmError):
    """A move that cannot be made, or that brought no frame to the new edge."""


@dataclass(frozen=True)
class Move:
    """What a move did; all times are CLOCK_REALTIME in epoch milliseconds."""

    kind: str
    source: str
    target: str
    detach: float
    attach: float
    first_frame: float

    @property
    def gap_ms(self):
        """From the detach to the node's first frame at the new edge."""
        return self.first_frame - self.detach

    def as_json(self):
        return asdict(self)


def now_ms():
    """CLOCK_REALTIME in milliseconds."""
    return time.time_ns() / 1e6


class Air:
    """Where the node is attached, and how it gets elsewhere."""

    def __init__(self, air_pid, node_pid, node=plan.NODE):
        self._links = Links(air_pid)
        self._shortcuts = Shortcuts(air_pid)
        self._announcer = Announcer(node_pid, f"{node.name}-eth0", node.mac, node.ip)
        self._source_mac = mac_bytes(node.mac)
        self.place = None
        self._down = set()

    def appear(self, edge_name):
        """Attach the node for the first time and announce it."""
        edge = plan.BY_NAME[edge_name]
        self._links.attach(edge.access_point, plan.NODE_AIR)
        self.place = edge_name
        self._announcer.announce()

    def readdress(self, ip):
        """From now on the node has this address; announces nothing by itself."""
        self._announcer.readdress(ip)

    def slip(self, target):
        """Move the node without a word: whatever it says next is the first that is heard of it there."""
        self._links.detach(plan.BY_NAME[self.place].access_point, plan.NODE_AIR)
        self._links.attach(plan.BY_NAME[target].access_point, plan.NODE_AIR)
        self.place = target

    def announce(self):
        """Send the gratuitous ARP once more from where the node is."""
        self._announcer.announce()

    def move(self, kind, target, gap_ms=None):
        """Move the node to `target`, an edge name; returns the Move with its times.

        The old port of a hard move stays down until `restore_ports`, or until the node returns there.
        """
        old, new = plan.BY_NAME[self.place], plan.BY_NAME[target]
        if old == new:
            raise MoveError(f"the node is at {target} already")
        if target in self._down:
            self._set_port(target, True)
        if kind == "hard":
            return self._carry(kind, old, new, HARD_GAP_MS if gap_ms is None else gap_ms)
        if kind == "air":
            return self._carry(kind, old, new, AIR_GAP_MS if gap_ms is None else gap_ms)
        if kind == "seamless":
            return self._change_over(old, new)
        raise MoveError(f"no such kind of move: {kind} (air, seamless, hard)")

    def _change_over(self, old, new):
        """Make before break: `detach` is just before the uplink changes over, `attach` just after it."""
        port = port_of(new)
        self._shortcuts.prepare(RADIO, port)
        with FrameTap(new.interface(plan.PORT_AP)) as tap:
            self._shortcuts.lead(port, RADIO)
            detach = now_ms()
            self._shortcuts.lead(RADIO, port)
            attach = now_ms()
            self._announcer.announce()
            self._links.detach(old.access_point, plan.NODE_AIR)
            self._links.attach(new.access_point, plan.NODE_AIR)
            self.place = new.name
            self._shortcuts.remove(RADIO)
            self._shortcuts.remove(port)
            first = self._first_frame(tap)
        return self._made("seamless", old, new, (detach, attach, first))

    def _carry(self, kind, old, new, gap_ms):
        with FrameTap(new.interface(plan.PORT_AP)) as tap:
            detach = now_ms()
            if kind == "hard":
                self._set_port(old.name, False)
            self._links.detach(old.access_point, plan.NODE_AIR)
            self.place = None
            time.sleep(max(0.0, (detach + gap_ms - now_ms()) / 1e3))
            self._links.attach(new.access_point, plan.NODE_AIR)
            attach = now_ms()
            self.place = new.name
            self._announcer.announce()
            first = self._first_frame(tap)
        return self._made(kind, old, new, (detach, attach, first))

    @staticmethod
    def _made(kind, old, new, times):
        """The Move with these times: detach, attach, first frame (None when none was seen)."""
        if times[-1] is None:
            raise MoveError(f"no frame of the node came out at {new.name} within {FIRST_FRAME_TIMEOUT_S:g} s")
        return Move(kind, old.name, new.name, *times)

    def _first_frame(self, tap):
        """Time at which the new edge's switch got the node's first frame."""
        deadline = time.monotonic() + FIRST_FRAME_TIMEOUT_S
        while True:
            got = tap.read(deadline - time.monotonic())
            if got is None:
                return None
            if got[1][6:12] == self._source_mac:
                return got[0]

    def _set_port(self, edge_name, up):
        self._links.set_up(f"{plan.BY_NAME[edge_name].access_point}-port", up)
        (self._down.discard if up else self._down.add)(edge_name)

    def restore_ports(self):
        """Put every access port that a hard move took down up again."""
        for edge_name in sorted(self._down):
            self._set_port(edge_name, True)

    def close(self):
        self.restore_ports()
        self._links.close()
        self._announcer.close()
