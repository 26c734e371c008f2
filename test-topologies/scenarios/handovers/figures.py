"""From what was seen of a move to its figures, and from many moves to distributions. Pure functions.

Times are epoch ms, durations ms, losses packets. A lost packet belongs to the moment it was sent.
"""

import math
from dataclasses import dataclass

MARGIN_MS = 5.0               # allowed on top of the time until the bounce is in force
CLEAN_UP_MS = 100.0           # either side of the moment at which the old edge was cleaned
BURST_MS = 20.0               # losses nearer to each other than this are one burst
IN_FLIGHT_MS = 30.0           # packets sent so long before a detach may still be on their way when it comes
SHARES = (("p50", 0.50), ("p99", 0.99), ("max", 1.00))


@dataclass(frozen=True)
class Window:
    """What is counted for one move [begin, end), and the control run of the same length after it."""

    begin: float
    end: float

    @property
    def control(self):
        return self.end, 2 * self.end - self.begin


@dataclass(frozen=True)
class Seen:
    """One move as it was made and seen. `handover` is None when the controller recorded none."""

    move: object                  # topologies.air.Move
    handover: object              # scenarios.rest.HandoverTimes
    window: Window
    noticed: float = None         # when the notice was sent
    notice_took_ms: float = None  # until the controller had accepted it
    replied: float = None         # the old edge's barrier reply for the bounce arrived at the controller's host
    bounce_seen: float = None     # first rule change at the old edge's attach table from the detection on
    bounced: int = None           # packets that the bounce sent on, by the old bridge's counter
    dropped_until: float = None   # the bounce was taken out: when the rule that does it was gone


@dataclass(frozen=True)
class Unit:
    """A figure's label in the table, and what it is counted in."""

    label: str
    unit: str


FIGURES = {
    "gap": Unit("gap: detach to first frame at the new edge", "ms"),
    "notice": Unit("notice: sent to accepted", "ms"),
    "first_frame_to_detected": Unit("first frame to detected", "ms"),
    "detected_to_prepared": Unit("app: detected to prepared", "ms"),
    "prepared_to_switched": Unit("app: prepared to switched", "ms"),
    "first_frame_to_bounced": Unit("first frame to barrier reply for the bounce", "ms"),
    "first_frame_to_noted": Unit("   and noted by the app (bouncedAt)", "ms"),
    "first_frame_to_switched": Unit("first frame to all confirmed (switchedAt)", "ms"),
    "first_frame_to_bounce_seen": Unit("first frame to bounce seen at the old bridge", "ms"),
    "lost_up_before": Unit("lost up, sent before the first frame", "packets"),
    "lost_up_after": Unit("lost up, sent after the first frame", "packets"),
    "lost_down_before": Unit("lost down, sent before the first frame", "packets"),
    "lost_down_after": Unit("lost down, sent after the first frame", "packets"),
    "bound_down": Unit("   allowed: rate x (barrier reply + 5 ms)", "packets"),
    "lost_down_later": Unit("lost down, sent after the barrier reply", "packets"),
    "beyond_down": Unit("   lost after the first frame, less rate x its time", "packets"),
    "lost_settled": Unit("lost, sent 5 ms after it or later", "packets"),
    "duplicated": Unit("duplicated", "packets"),
    "duplicated_unannounced": Unit("   of them outside the announced window", "packets"),
    "reordered": Unit("reordered", "packets"),
    "silence_up": Unit("longest silence up", "ms"),
    "silence_down": Unit("longest silence down", "ms"),
    "silence_control": Unit("longest silence of either in the control run", "ms"),
    "flow_mods": Unit("flow-mods sent", "rules"),
    "switches": Unit("   to switches", "switches"),
    "held": Unit("held at the new edge (up)", "packets"),
    "bounced": Unit("sent on by the bounce (down)", "packets"),
    "rescued": Unit("kept while away, passed on (down)", "packets"),
    "late_down": Unit("   down until then, over 5 ms on the way", "packets"),
}


def move_figures(seen, up, down, rate):
    """{figure: value} of one move; None where there is none. `up` and `down` are Ledgers."""
    figures = {**times(seen), **losses(seen, up, down, rate), **copies(seen, up, down)}
    begin, end = seen.move.detach, seen.window.end
    figures.update(silence_up=up.silence(begin, end), silence_down=down.silence(begin, end),
                   silence_control=max(way.silence(*seen.window.control) for way in (up, down)),
                   bounced=seen.bounced, late_down=len(late_packets(seen, down)))
    return {**figures, **record_figures(seen.handover)}


def record_figures(handover):
    """The figures that the controller's record of a handover has; they may still grow until it is cleaned up."""
    return {name: getattr(handover, name) if handover else None for name in ("flow_mods", "switches", "held",
                                                                             "rescued")}


def late_packets(seen, down):
    """How long late downlink packets were on their way, ms, of those sent before the bounce was confirmed: these may
    have been kept for the node."""
    until = max(seen.move.first_frame, barrier_reply(seen) or seen.window.end)
    return [round(took, 1) for took in down.late_by(seen.move.detach - IN_FLIGHT_MS, until)]


def difference(later, earlier):
    """later - earlier, or None when either is not known."""
    return None if later is None or earlier is None else later - earlier


def barrier_reply(seen):
    """When the old edge's barrier reply for the bounce arrived; where it was not seen, when the app had noted it, and as
    long as its record does not say, when everything was confirmed. Both of these are later."""
    handover = seen.handover
    if handover is None or seen.replied is not None:
        return seen.replied
    return handover.switched if handover.bounced is None else handover.bounced


def times(seen):
    """The durations of one move, ms."""
    first, handover = seen.move.first_frame, seen.handover
    detected, prepared, switched = (handover.detected, handover.prepared, handover.switched) if handover \
        else (None, None, None)
    return {"gap": seen.move.gap_ms, "notice": seen.notice_took_ms,
            "first_frame_to_detected": difference(detected, first),
            "detected_to_prepared": difference(prepared, detected),
            "prepared_to_switched": difference(switched, prepared),
            "first_frame_to_bounced": difference(barrier_reply(seen), first),
            "first_frame_to_noted": difference(handover and handover.bounced, first),
            "first_frame_to_switched": difference(switched, first),
            "first_frame_to_bounce_seen": difference(seen.bounce_seen, first)}


def losses(seen, up, down, rate):
    """The losses of one move, by when the packets were sent."""
    first, window = seen.move.first_frame, seen.window
    found = {"lost_up_before": up.lost(window.begin, first), "lost_up_after": up.lost(first, window.end),
             "lost_down_before": down.lost(window.begin, first), "lost_down_after": down.lost(first, window.end),
             "bound_down": None, "lost_down_later": None, "beyond_down": None, "lost_settled": None}
    reply = barrier_reply(seen)
    if reply is not None:
        begin = max(first, reply)
        found.update(bound_down=bound_down(reply - first, rate), lost_down_later=down.lost(begin, window.end),
                     beyond_down=round(found["lost_down_after"] - rate * (begin - first) / 1e3, 1),
                     lost_settled=len(settled_losses(seen, up, down)))
    return found


def settled_losses(seen, up, down):
    """When those packets were sent that were lost although the bounce had been confirmed 5 ms before."""
    reply = barrier_reply(seen)
    if reply is None:
        return []
    begin = max(seen.move.first_frame, reply) + MARGIN_MS
    return [at for way in (up, down) for at in way.lost_at if begin <= at < seen.window.end]


def bound_down(bounce_ms, rate):
    """The most downlink packets that may be lost after the first frame: ceil(rate x (bounce + 5 ms))."""
    return math.ceil(rate * (max(0.0, bounce_ms) + MARGIN_MS) / 1e3)


def copies(seen, up, down):
    """Duplicates and reordered packets of one move, both ways together.

    While a move is announced packets are delivered at both edges: from the notice until all is switched.
    """
    window, handover = seen.window, seen.handover
    both = (up, down)
    duplicated = sum(way.duplicated(window.begin, window.end) for way in both)
    announced = 0
    if seen.noticed is not None:
        until = handover.switched + MARGIN_MS if handover and handover.switched else window.end
        announced = sum(way.duplicated(seen.noticed - MARGIN_MS, until) for way in both)
    return {"duplicated": duplicated, "duplicated_unannounced": duplicated - announced,
            "reordered": sum(way.reordered(window.begin, window.end) for way in both)}


def clean_up_loss(window, cleaned, up, down):
    """Packets lost in the control run of a move within 100 ms of one of the times at which an edge was cleaned."""
    begin, end = window.control
    near = [at for way in (up, down) for at in way.lost_at if begin <= at < end
            and any(abs(at - one) <= CLEAN_UP_MS for one in cleaned)]
    return len(near)


def bursts(window, first_frame, up, down):
    """Where packets were lost in a window and its control: [way, ms after the first frame, ms long, packets]."""
    found = []
    for name, way in (("up", up), ("down", down)):
        last = None
        for at in way.lost_at:
            if not window.begin <= at < window.control[1]:
                continue
            if last is None or at - last > BURST_MS:
                found.append([name, round(at - first_frame, 1), 0.0, 0])
            found[-1][2] = round(at - first_frame - found[-1][1], 1)
            found[-1][3] += 1
            last = at
    return found


def control_loss(window, up, down):
    """Packets lost in the control run of a move, both ways together."""
    return sum(way.lost(*window.control) for way in (up, down))


def distribution(values):
    """{n, p50, p99, max} of the values that are not None; nearest rank. Empty: n is 0 and the rest None."""
    ordered = sorted(value for value in values if value is not None)
    return {"n": len(ordered), **{name: nearest_rank(ordered, share) for name, share in SHARES}}


def nearest_rank(ordered, share):
    """The smallest of sorted values that at least `share` of them do not exceed; None when there are none."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else None
