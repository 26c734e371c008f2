"""A thousand nodes behind one more port of every edge: no namespaces, but frames that a program sends and answers."""

import select
import socket
import statistics
import struct
import time
from dataclasses import dataclass

from topologies import plan
from topologies.campus import silence_kernel
from topologies.frames import FrameTap, gratuitous_arp, mac_bytes
from topologies.stations import add_port, now_ms

NODES = 1000
PORT = 6
ATTACH_S = 4.0                # all attach within this time
MOVE_S = 1.0                  # all move within this time
AGAIN_MS = 1000.0             # a node that got no answer asks again, as a ping does
PATIENCE_S = 30.0
GATEWAY = mac_bytes(plan.GATEWAY_MAC)
BUFFER = 8 << 20


@dataclass(frozen=True)
class Times:
    """How long each node took, ms, and how long it took them all to set out, s."""

    each: tuple
    took_s: float
    asked: int

    def percentile(self, share):
        return statistics.quantiles(self.each, n=100)[share - 1]

    @property
    def maximum(self):
        return max(self.each)

    def __str__(self):
        return (f"{len(self.each)} nodes in {self.took_s:.2f} s, each reachable after p50 {self.percentile(50):.0f}, "
                f"p99 {self.percentile(99):.0f}, max {self.maximum:.0f} ms, {self.asked} requests")


class Member:
    """A node of the crowd: where it is, since when, and when its first answer came."""

    def __init__(self, number, edge, ip):
        self.number, self.ip = number, ip
        self.mac = f"02:c0:00:00:{number >> 8:02x}:{number & 0xff:02x}"
        self.arp = gratuitous_arp(self.mac, ip)
        self.edge, self.left = edge, None
        self.since = self.answered = None
        self.left_at = self.again_at = 0.0

    def move(self, edge):
        self.left, self.edge = self.edge, edge
        self.since, self.answered = now_ms(), None
        self.left_at = self.since


class Crowd:
    """A thousand members, 250 at home at each edge."""

    @staticmethod
    def pool(edge_number):
        """Addresses that an edge can lend beside those that campus gives it."""
        return f"100.64.{4 * edge_number}.0/22"

    def __init__(self, world, others):
        self._world = world
        self._taps, self._astray, self._asked = {}, [], 0
        for edge in plan.EDGES:
            self._taps[edge.name] = self._add_port(edge)
        taken = {address for station in others for address in station.addresses} | {plan.INSIDE.ip}
        free = {edge.name: iter([ip for ip in (f"10.{edge.number}.0.{last}" for last in range(2, 255))
                                 if ip not in taken]) for edge in plan.EDGES}
        names = [edge.name for edge in plan.EDGES]
        self.members = [Member(number, names[number % 4], next(free[names[number % 4]])) for number in range(NODES)]
        self._by_mac = {mac_bytes(member.mac): member for member in self.members}
        self._correspondents = [host.ip for host in plan.OUTSIDE]

    def _add_port(self, edge):
        """A port of the edge, and a socket at the other end of its link."""
        here, there = edge.interface(PORT), f"crowd{edge.number}"
        self._world.record.interfaces.append(here)
        self._world.record.save()
        node = self._world.net[edge.name]
        node.cmd(f"ip link add {here} type veth peer name {there}")
        silence_kernel(there)
        node.cmd(f"ip link set {there} up")
        add_port(edge.name, here, PORT)
        tap = FrameTap(there)
        tap.force_buffer(BUFFER)
        return tap

    def attach(self):
        """All appear at home; the Times."""
        return self._all_go(ATTACH_S, lambda member: member.edge)

    def move(self):
        """All move to the next edge but one or two; the Times."""
        names = [edge.name for edge in plan.EDGES]
        return self._all_go(MOVE_S, lambda member: names[(names.index(member.edge) + 1 + member.number // 4 % 3) % 4])

    def _all_go(self, within_s, whither):
        begin = time.monotonic()
        self._asked = 0
        waiting, took = {}, 0.0
        for count, member in enumerate(self.members):
            member.move(whither(member))
            self._send(member, member.arp)
            self._ask(member)
            waiting[member.number] = member
            took = time.monotonic() - begin
            while time.monotonic() < begin + (count + 1) * within_s / NODES:
                self._hear(begin + (count + 1) * within_s / NODES)
        while time.monotonic() < begin + within_s + PATIENCE_S and waiting:
            self._hear(time.monotonic() + 0.01)
            waiting = {number: member for number, member in waiting.items() if member.answered is None}
            for member in waiting.values():
                if now_ms() > member.again_at:
                    self._ask(member)
        return Times(tuple((member.answered or float("inf")) - member.since for member in self.members), took,
                     self._asked)

    def _ask(self, member):
        """One echo request to a correspondent outside."""
        member.again_at = now_ms() + AGAIN_MS
        self._asked += 1
        self._send(member, echo_request(member, self._correspondents[member.number % len(self._correspondents)]))

    def _send(self, member, frame):
        try:
            self._taps[member.edge].send(frame)
        except OSError:
            pass                  # lost; it asks again

    def _hear(self, until):
        """Take what comes until a time."""
        ready = select.select(list(self._taps.values()), [], [], max(0.0, until - time.monotonic()))[0]
        for name, tap in self._taps.items():
            if tap in ready:
                for _ in range(200):
                    got = tap.read(0)
                    if got is None:
                        break
                    self._take(name, *got)

    def _take(self, edge, at, frame):
        kind = frame[12:14]
        if kind == b"\x08\x06" and frame[20:22] == b"\0\1":
            for member in (self._by_mac.get(frame[0:6]),) if frame[0] != 0xff else self._asked_for(frame[38:42]):
                if member and member.edge == edge and frame[38:42] == socket.inet_aton(member.ip):
                    self._send(member, arp_reply(member, frame))
        elif kind == b"\x08\x00":
            member = self._by_mac.get(frame[0:6])
            if member is None or frame[30:34] != socket.inet_aton(member.ip):
                self._astray.append((at, edge, frame[0:6].hex(":"), float("inf")))
            elif member.edge != edge:
                late = at - member.left_at if member.left == edge else float("inf")
                self._astray.append((at, edge, member.mac, late))
            elif member.answered is None:
                member.answered = at

    def _asked_for(self, address):
        return [member for member in self.members if socket.inet_aton(member.ip) == address]

    def unreachable(self):
        """Nodes that got no answer."""
        return [member.ip for member in self.members if member.answered is None]

    def steered(self, rest):
        """When all was steered to each member's new place, ms after it set out, in ascending order."""
        since = {member.mac: member.since for member in self.members}
        return sorted(one["switchedAt"] - since[one["node"].lower()]
                      for one in rest.get(f"/dmm/v1/handovers?last={NODES}")["handovers"]
                      if one["node"].lower() in since and one["switchedAt"] is not None)

    def slowest_ms(self):
        return max(member.answered - member.since for member in self.members)

    def strays(self, after_ms):
        """Packets that came to a place where their receiver was not, nor had been until `after_ms` ago."""
        return [one for one in self._astray if one[3] > after_ms]

    def bound(self, rest):
        """Those that the controller has a binding of."""
        bound = {entry["node"].lower() for entry in rest.get("/dmm/v1/bindings")["bindings"]}
        return [member for member in self.members if member.mac in bound]

    def disappear(self):
        """All are gone: their ports lose their links."""
        for edge in plan.EDGES:
            self._world.net[edge.name].cmd(f"ip link set crowd{edge.number} down")

    def close(self):
        for edge in plan.EDGES:
            self._taps[edge.name].close()
            node = self._world.net[edge.name]
            node.cmd(f"ovs-vsctl --if-exists del-port {edge.interface(PORT)}; ip link del {edge.interface(PORT)}")


def echo_request(member, to):
    """An ICMP echo request to an address outside, as a frame to the gateway."""
    icmp = with_checksum(struct.pack("!BBHHH", 8, 0, 0, member.number, 1) + bytes(24), 2)
    header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(icmp), member.number, 0, 64, 1, 0,
                         socket.inet_aton(member.ip), socket.inet_aton(to))
    return GATEWAY + mac_bytes(member.mac) + b"\x08\x00" + with_checksum(header, 10) + icmp


def arp_reply(member, request):
    """The answer to an ARP request."""
    hardware = mac_bytes(member.mac)
    body = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 2) + hardware + socket.inet_aton(member.ip) + request[22:32]
    return (request[22:28] + hardware + b"\x08\x06" + body).ljust(60, b"\0")


def with_checksum(data, offset):
    """The same with the Internet checksum (RFC 1071) at an offset."""
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return data[:offset] + struct.pack("!H", ~total & 0xffff) + data[offset + 2:]
