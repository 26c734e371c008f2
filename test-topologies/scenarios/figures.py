"""From what was observed to the figures that are printed, written as JSON and judged. Pure functions."""

import math
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from probes.base import address_of
from topologies import plan

REPORTED_LATE_MS = 100.0      # a bridge may tell of a rule this long after the controller knew it was there
SHORT_MS = 1000.0             # what a short connection takes at most, on a busy machine
IN_FLIGHT_MS = 30.0           # packets sent this long before a detach may still be on their way when it comes


@dataclass(frozen=True)
class Placement:
    """Where a flow enters the domain, and the address of the node that its correspondent sees."""

    anchor: str
    outside: str

    def __str__(self):
        return f"{self.anchor} {self.outside}"


UNKNOWN = Placement("-", "-")


@dataclass(frozen=True)
class Observed:
    """One move: what was done, what the controller says of it, and what the bridges saw."""

    move: object
    handover: object
    placements: dict              # flow name -> Placement, once the move was over
    allowed_bridges: frozenset    # what its handover may touch
    warm_up: bool = False
    owners6: frozenset = frozenset()   # bridges that it may touch with rules for IPv6: owners of the node's addresses

    def may_touch(self, mod):
        """Whether a FlowMod may be of its handover, by its bridge."""
        return mod.bridge in self.allowed_bridges or mod.bridge in self.owners6 and "ipv6" in mod.rule

    def open_at(self, at):
        """Whether the handover of this move was still being carried out at a time (epoch ms)."""
        cleaned = self.handover.cleaned if self.handover else None
        return self.move.detach <= at and (cleaned is None or at <= cleaned + REPORTED_LATE_MS)


@dataclass(frozen=True)
class Loss:
    """Packets of one direction lost by one move."""

    in_span: int                  # of those sent between detach and first frame
    outside_span: int             # of the others
    after_first_frame: int        # of those sent after the first frame at the new edge

    @property
    def total(self):
        return self.in_span + self.outside_span


@dataclass(frozen=True)
class StreamFigures:
    """What one move did to one stream; `bound` is the most packets that may be lost downlink."""

    up: Loss
    down: Loss
    bound: int
    silence_ms: float


@dataclass(frozen=True)
class MoveFigures:
    """One line of the table of moves; times in ms, None where the controller gave none."""

    number: int
    kind: str
    source: str
    target: str
    warm_up: bool
    detach: float
    first_frame: float
    end: float
    gap_ms: float
    control_ms: float
    app_ms: float
    streams: dict = field(default_factory=dict)
    placements: dict = field(default_factory=dict)
    session_silence_ms: float = 0.0
    download: str = ""
    flow_mods: int = 0
    stray: tuple = ()             # the FlowMods among them that were elsewhere
    handover: object = None

    @property
    def flow_mods_elsewhere(self):
        return len(self.stray)

    @property
    def settled(self):
        """When the new rules were in force (epoch ms); the first frame where that is not known."""
        return self.first_frame + max(0.0, self.control_ms or 0.0)


def anchor_of(address):
    """Name of the anchor whose pool or prefix an address belongs to, or `-`."""
    for edge in plan.EDGES:
        if any(ip_address(address) in ip_network(prefix) for prefix in (edge.pool, edge.prefix, edge.prefix6)):
            return edge.name
    return "-"


def placement_of(peer):
    """Placement that an `address:port`, seen by a correspondent, tells of."""
    address = address_of(peer)[0]
    return Placement(anchor_of(address), address)


def loss(direction, begin, detach, first_frame, end):
    """Loss among the packets sent in [begin, end) of a Direction."""
    in_span = direction.lost_between(detach, first_frame)
    return Loss(in_span, direction.lost_between(begin, end) - in_span, direction.lost_between(first_frame, end))


def down_bound(gap_ms, control_ms, rate):
    """The most packets that a move without port change may cost: ceil((gap + control time) * rate)."""
    return math.ceil((gap_ms + control_ms) / 1e3 * rate)


def stream_figures(stream, up, down, move, control_ms, end):
    """StreamFigures of one stream and one move; `end` is when the next move begins."""
    begin = move.detach - IN_FLIGHT_MS
    span = (begin, move.detach, move.first_frame, end)
    losses = loss(down, *span)
    bound = losses.in_span + 1 if move.kind == "hard" else down_bound(move.gap_ms, control_ms or 0.0, stream.rate)
    silence = max(direction.silence_between(move.detach, end) for direction in (up, down))
    return StreamFigures(loss(up, *span), losses, bound, silence)


def echo_silence(log, begin, end):
    """Longest time without an echo that touches [begin, end], of a session's log."""
    times = [record["at"] for record in log if record.get("event") == "echo"]
    return max((later - earlier for earlier, later in zip(times, times[1:]) if later > begin and earlier < end),
               default=0.0)


def session_outcome(log, begin, end):
    """What happened in [begin, end) to the connection that was open: words for the table."""
    for record in log:
        if begin <= record["at"] < end and record.get("event") == "end" and record["how"] != "finished":
            return f"{record['how']} after {record['at'] - begin:.0f} ms"
    return "went on"


def connections(log, begin, end):
    """The short connections that began in [begin, end)."""
    return [record for record in log if begin <= record["begin"] < end]


def connections_between(log, begin, end):
    """Of those the ones that had time to end as well. One that began just before the next move and goes on when that
    comes is broken by that one, as it may be."""
    return [record for record in connections(log, begin, end)
            if record["end"] <= end or record["begin"] < end - SHORT_MS]


def elsewhere(flow_mods, observed):
    """The FlowMods on a bridge that none of the handovers under way at that time may touch."""
    return [mod for mod in flow_mods
            if not any(one.may_touch(mod) for one in observed if one.open_at(mod.at))]


def move_figures(number, observed, results, end, flow_mods=(), stray=()):
    """MoveFigures of one observed move; `end` is when the next one begins, or the traffic stopped.

    `flow_mods` are all those seen in the scene, `stray` those of them that were elsewhere.
    """
    move, handover = observed.move, observed.handover
    switched = handover.switched if handover else None
    control = switched - move.first_frame if switched else None
    streams = {stream.name: stream_figures(stream, results.up[stream.name], results.down[stream.name],
                                           move, control, end) for stream in results.streams}
    settled = move.first_frame + max(0.0, control or 0.0)
    placements = dict(observed.placements)
    for name in ("web", "mail"):
        served = [one["peer"] for one in connections(results.log(name), settled, end) if "peer" in one]
        placements[name] = placement_of(served[0]) if served else UNKNOWN
    opened = [one["peer"] for one in results.log("download") if one.get("event") == "open" and one["at"] < end]
    placements["download"] = placement_of(opened[-1]) if opened else UNKNOWN
    return MoveFigures(
        number, move.kind, move.source, move.target, observed.warm_up, move.detach, move.first_frame, end,
        move.gap_ms, control, switched - handover.detected if switched else None, streams, placements,
        echo_silence(results.log("ssh"), move.detach, end),
        session_outcome(results.log("download"), move.detach, end),
        sum(1 for mod in flow_mods if move.detach <= mod.at < end),
        tuple(mod for mod in stray if move.detach <= mod.at < end), handover)


def all_moves(observed, results, traffic_end, flow_mods=()):
    """MoveFigures of every observed move, in order."""
    stray = elsewhere(flow_mods, observed)
    begins = [one.move.detach - IN_FLIGHT_MS for one in observed[1:]] + [traffic_end]
    return [move_figures(number, one, results, end, flow_mods, stray)
            for number, (one, end) in enumerate(zip(observed, begins), start=1)]
