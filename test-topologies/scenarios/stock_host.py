"""A host as it comes from the shop goes through all edges: with Debian's DHCP client and the kernel's own IPv6.

At each edge it opens, over each family, a stream (a call) and a TCP session, and keeps those that it has. The address
of one that is opened over IPv6 is the one that the host's kernel prefers then.
"""

import itertools
import math
import time
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from probes.base import read_log, words_of
from scenarios import controller
from scenarios.calls import RATE, Call
from scenarios.dhclient import Dhclient
from scenarios.handovers.figures import IN_FLIGHT_MS, MARGIN_MS
from scenarios.process import Probe
from scenarios.sections import Verdict
from topologies import ipv6, plan

ROUND = (("air", "edge2"), ("hard", "edge3"), ("air", "edge4"), ("hard", "edge1"))
FAMILIES = ("IPv4", "IPv6")
SESSION_PORT = 22             # oam, FIXED: over IPv4 it keeps the node's own address
NEW_ADDRESS_S = 10.0          # 2 s where duplicates are looked for; the rest is a busy machine
CALM_S = 1.0                  # after a move, before what is opened next
SERVER = plan.OUTSIDE_BY_NAME["admin"]


@dataclass(frozen=True)
class Step:
    """A move, the handover that it became (or None), and how the host's addresses stood then, as it prints them."""

    move: object
    handover: object
    address_after_ms: float
    addresses: list               # topologies.ipv6.Address
    table: str

    @property
    def barrier_ms(self):
        """From the first frame at the new edge to the old edge's confirmation of the bounce."""
        return self.handover.bounced - self.move.first_frame if self.handover and self.handover.bounced else None


@dataclass
class Opened:
    """A stream and a session that were opened together; `moves` is how many moves there had been."""

    family: str
    edge: str
    moves: int
    address: str
    call: object
    session: object
    ended: object = None          # scenarios.calls.Ended
    log: list = field(default_factory=list)

    @property
    def name(self):
        return f"{self.family} from {self.edge}"

    def session_goes_on(self):
        """Whether the session was one connection from beginning to end."""
        events = [one for one in self.log if one["event"] != "echo"]
        return [one["event"] for one in events] == ["open", "end"] and events[-1]["how"] == "finished"

    def echo_after(self, time_ms):
        """Whether the session has got an echo since."""
        return any(one["event"] == "echo" and one["sent"] >= time_ms for one in self.log)

    def source(self):
        """The host's address as the server of the session saw it."""
        return next((one["peer"] for one in self.log if one["event"] == "open"), "-")


@dataclass(frozen=True)
class Loss:
    """What a stream lost by a move."""

    up_before: int                # either way: of the packets sent before the first frame
    down_before: int
    up: int                       # of those sent after it
    down: int
    allowed: int


class StockHost:
    """The mobile node of campus-dhcp, without an address until it starts."""

    def __init__(self, world, rest, directory):
        self._world, self._rest, self._directory = world, rest, directory
        self._pid, self._host = world.pid(plan.NODE.name), world.net[plan.NODE.name]
        self._numbers = itertools.count()
        self._client = Dhclient(self._pid, f"{plan.NODE.name}-eth0", directory / "mn")
        self._servers = []
        self.address, self.steps, self.opened = None, [], []

    def start(self):
        """Get addresses of both families at edge1."""
        if self._world.air.place != "edge1":
            self._world.air.slip("edge1")     # it has nothing to announce
        for family in FAMILIES:
            server = Probe(f"server {family}", self._world.pid(SERVER.name), "session",
                           ["--bind", words_of(SERVER.ip_of(family), SESSION_PORT)])
            self._servers.append(server)
            server.await_ready()
        ipv6.speak_ipv6(self._host)
        self._client.start()
        self.address = self._client.await_acks(1, 20)
        self._world.air.readdress(self.address)
        self._await_prefix("edge1")

    def play(self, rounds, say):
        """Go through all edges so many times."""
        say(f"at edge1, with addresses of both families\n{self.table()}")
        self._open("edge1")
        for kind, edge in ROUND * rounds:
            self._step(kind, edge)
            last = self.steps[-1]
            say(f"move {len(self.steps)}, {kind}, to {edge}: gap {last.move.gap_ms:.1f} ms, address of the new prefix "
                f"after {last.address_after_ms:.0f} ms\n{last.table}")
            if len(self.steps) <= len(ROUND):
                self._open(edge)
        time.sleep(CALM_S)
        self._end()

    def _step(self, kind, edge):
        move = self._world.air.move(kind, edge)
        self._await_prefix(edge)
        after_ms = time.time() * 1e3 - move.first_frame
        self._world.air.restore_ports()
        time.sleep(CALM_S)
        handover = self._rest.await_handover(plan.NODE.mac, edge, move.detach - IN_FLIGHT_MS, NEW_ADDRESS_S)
        self.steps.append(Step(move, handover, after_ms, ipv6.addresses(self._host), self.table()))

    def _await_prefix(self, edge):
        controller.await_that(f"the host has an address of {edge}'s prefix", NEW_ADDRESS_S,
                              lambda: ipv6.preferred(self._host, edge))

    def _open(self, edge):
        peer = plan.OUTSIDE[len(self.steps) % len(plan.OUTSIDE)]
        for family in FAMILIES:
            own = self.address if family == "IPv4" else ipv6.preferred(self._host, edge)
            bracketed = [f"[{one}]" if ":" in one else one for one in (own, peer.ip_of(family))]
            call = Call(self._directory, (self._pid, bracketed[0]), (self._world.pid(peer.name), bracketed[1]))
            log = self._directory / f"session{next(self._numbers)}.jsonl"
            session = Probe(f"session {log.name}", self._pid, "session",
                            ["--to", words_of(SERVER.ip_of(family), SESSION_PORT)], log)
            self.opened.append(Opened(family, edge, len(self.steps), own, call, session))
            session.await_ready()
        time.sleep(CALM_S)

    def _end(self):
        for one in self.opened:
            one.ended = one.call.end()
            one.session.finish()
            one.log = read_log(one.session.log)

    def table(self):
        """The host's addresses, as it prints them."""
        return self._host.cmd("ip -4 addr show scope global; ip -6 addr show scope global").strip()

    def close(self):
        for one in self.opened:
            one.call.close()
            one.session.finish()
        for server in self._servers:
            server.finish()
        self._client.release()
        ipv6.speak_ipv6(self._host, speaking=False)
        self._world.air.readdress("")


def loss(one, number, steps, stall_ms=0.0):
    """The Loss of what was Opened by a move, given by its index."""
    step = steps[number]
    begin, frame = step.move.detach - IN_FLIGHT_MS, step.move.first_frame
    end = steps[number + 1].move.detach - IN_FLIGHT_MS if number + 1 < len(steps) else math.inf
    allowed = math.ceil(RATE * ((step.barrier_ms or 0.0) + MARGIN_MS + stall_ms) / 1e3)
    up, down = one.ended.up, one.ended.down
    return Loss(up.lost_between(begin, frame), down.lost_between(begin, frame), up.lost_between(frame, end),
                down.lost_between(frame, end), allowed)


def verdicts(host, stall_ms=0.0):
    """What is promised of both families, judged. A machine that is busy lets processes and switches wait; so much of
    that is put up with."""
    for family in FAMILIES:
        yield from judged(family, [one for one in host.opened if one.family == family], host.steps, stall_ms)


def judged(family, opened, steps, stall_ms):
    losses = [loss(one, number, steps, stall_ms) for one in opened for number in range(one.moves, len(steps))]
    slack = math.ceil(RATE * stall_ms / 1e3)
    ways = [way for one in opened for way in (one.ended.up, one.ended.down)]
    seen = sorted({", ".join(one.ended.sources) for one in opened})
    at = f"{family}, {len(opened)} streams, {len(losses)} moves of a stream"
    yield Verdict(f"{at}: uplink: none lost that was sent after the first frame",
                  max(one.up for one in losses) <= slack, f"{sum(one.up for one in losses)} packets")
    yield Verdict(f"{at}: downlink, after the first frame: no more lost than rate x (barrier reply + {MARGIN_MS:g} ms)",
                  all(one.down <= one.allowed for one in losses),
                  f"{sum(one.down for one in losses)} packets, at most {max(one.down for one in losses)} by a move; "
                  f"allowed {min(one.allowed for one in losses)} to {max(one.allowed for one in losses)}")
    yield Verdict(f"{at}: nothing duplicated, and all arrived somehow", not any(way.duplicated for way in ways)
                  and all(way.received for way in ways), f"{sum(way.duplicated for way in ways)} packets")
    yield Verdict(f"{family}: every stream has one address outside, from beginning to end",
                  all(len(one.ended.sources) == 1 for one in opened), "; ".join(seen))
    yield Verdict(f"{family}: every session goes on, over all moves", all(one.session_goes_on()
                  and one.echo_after(steps[-1].move.first_frame) for one in opened), f"{len(opened)} sessions")
    if family == "IPv6":
        used = [(text, one.edge) for one in opened for text in (one.source().rpartition(":")[0], *one.ended.sources)]
        yield Verdict(f"{family}: what is opened after a move uses the new edge's prefix",
                      all(of_edge(text, edge) for text, edge in used),
                      "; ".join(f"{one.edge} {one.address}" for one in opened))
    else:
        yield Verdict(f"{family}: the host keeps its address", len({one.address for one in opened}) == 1,
                      "; ".join(sorted({one.address for one in opened})))


def of_edge(text, edge):
    """Whether an address in words is of the prefix that an edge announces."""
    try:
        return ip_address(text.strip("[]")) in ip_network(plan.BY_NAME[edge].prefix6)
    except ValueError:
        return False
