"""Which way packets really take, whatever rules and controller say: seen on every link between switches and at the
routers' ends of the uplinks."""

import itertools
import select
import socket
import struct
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from ipaddress import ip_address

from topologies import plan
from topologies.frames import FrameTap
from topologies.stations import now_ms

ETHERNET = 14
BUFFER = 8 << 20              # of a tap: on a busy machine packets wait to be read
ONCE = 64
TCP, UDP = 6, 17
ACCESS = {edge.interface(port) for edge in plan.EDGES for port in (plan.PORT_AP, plan.PORT_ACCESS)}
UPLINKS = {edge.interface(plan.PORT_UPLINK) for edge in plan.EDGES}


@dataclass(frozen=True)
class Flow:
    """A flow as it is known outside and inside alike: ports, and the correspondent."""

    protocol: int
    node_port: int
    peer: str
    peer_port: int


@dataclass
class Way:
    """What was seen of a flow: packets that switches got, by interface, each way, and those that came out of an uplink
    by (edge, source address)."""

    up: Counter = field(default_factory=Counter)
    down: Counter = field(default_factory=Counter)
    left: Counter = field(default_factory=Counter)

    def hops(self):
        """Switches that a packet crosses, (up, down); None where none was seen."""
        return crossed(self.up, ACCESS), crossed(self.down, UPLINKS)

    def anchor(self):
        """(edge, address) by which most packets left; (None, None) if none did."""
        return self.left.most_common(1)[0][0] if self.left else (None, None)


def crossed(counts, entries):
    """Interfaces at which switches got the packets, the entry to the domain among them. One that got a few only, as the
    watch began or ended, or while the way changed, is not on the way."""
    most = max(counts.values(), default=0)
    way = {interface for interface, number in counts.items() if 2 * number > most}
    return len(way) if way & entries else None


def parse(frame):
    """(protocol, source, source port, destination, destination port) of a TCP or UDP packet, addresses packed; else
    None."""
    kind = frame[12:14]
    if kind == b"\x08\x00" and len(frame) >= ETHERNET + 24:
        header = ETHERNET + 4 * (frame[ETHERNET] & 0xf)
        protocol, source, destination = frame[ETHERNET + 9], frame[26:30], frame[30:34]
    elif kind == b"\x86\xdd" and len(frame) >= ETHERNET + 44:
        header, protocol, source, destination = ETHERNET + 40, frame[20], frame[22:38], frame[38:54]
    else:
        return None
    if protocol not in (TCP, UDP) or len(frame) < header + 4:
        return None
    return (protocol, source, *struct.unpack_from("!H", frame, header), destination,
            *struct.unpack_from("!H", frame, header + 2))


def packed(text):
    return socket.inet_pton(socket.AF_INET6 if ":" in text else socket.AF_INET, text)


class Wire:
    """Looks at the links of a campus."""

    PEERS = {packed(address): address for host in plan.OUTSIDE for address in (host.ip, host.ip6)}

    def __init__(self, world):
        self._switches = [name for name in world.record.interfaces if "-eth" in name]
        self._router = world.pid(plan.ROUTER)

    def look(self, seconds):
        """{Flow: Way} of the packets within a time."""
        taps = {FrameTap(name): name for name in self._switches}
        taps |= {FrameTap(f"to-{edge.name}", self._router): edge for edge in plan.EDGES}
        for tap in taps:
            tap.force_buffer(BUFFER)
        ways = defaultdict(Way)
        begin = now_ms()
        end = begin + seconds * 1e3
        try:
            while (left := end - now_ms()) > 0:
                for tap in select.select(list(taps), [], [], left / 1e3)[0]:
                    self._read(ways, tap, taps[tap], begin, end, ONCE)
            for tap, where in taps.items():
                self._read(ways, tap, where, begin, end)
        finally:
            for tap in taps:
                tap.close()
        return dict(ways)

    def _read(self, ways, tap, where, begin, end, most=None):
        """What a tap has got meanwhile, of the time that is looked at: not more at once, that the others have their
        turn."""
        for _ in range(most) if most else itertools.count():
            got = tap.read(0)
            if got is None:
                return
            if begin <= got[0] <= end:
                self._count(ways, where, parse(got[1]))

    def _count(self, ways, where, packet):
        if packet is None:
            return
        protocol, source, source_port, destination, destination_port = packet
        if destination in self.PEERS:
            way = ways[Flow(protocol, source_port, self.PEERS[destination], destination_port)]
            if isinstance(where, plan.Edge):
                way.left[where.name, str(ip_address(source))] += 1
            else:
                way.up[where] += 1
        elif source in self.PEERS and not isinstance(where, plan.Edge):
            ways[Flow(protocol, destination_port, self.PEERS[source], source_port)].down[where] += 1


class Loads:
    """Packets of each uplink, both ways, as the interfaces count them."""

    def __init__(self):
        self._before = self._now()

    @staticmethod
    def _now():
        def count(edge, way):
            name = edge.interface(plan.PORT_UPLINK)
            with open(f"/sys/class/net/{name}/statistics/{way}_packets", encoding="ascii") as file:
                return int(file.read())
        return {edge.name: count(edge, "rx") + count(edge, "tx") for edge in plan.EDGES}

    def since(self):
        """{edge: packets} since this was made."""
        return {name: number - self._before[name] for name, number in self._now().items()}
