"""What became of a scenario: its figures, what was promised of them, and the same as data. Pure functions.

Times are epoch ms, durations ms, losses packets. A lost packet belongs to the moment it was sent.
"""

from dataclasses import asdict, dataclass

from scenarios.faults.talks import NEW
from scenarios.faults.watch import right_meanwhile, right_since

IN_FLIGHT_MS = 30.0           # packets sent so long before a fault may still be on their way when it comes
FLAP_MS = 10_000.0            # a rule that is deleted and comes back within this was not meant to go


@dataclass(frozen=True)
class Times:
    """When what happened: the control run [control, begin), the fault [begin, end), watched until `over`."""

    control: float
    begin: float
    end: float
    over: float


@dataclass(frozen=True)
class TalkFigures:
    """One stream: what it lost, and when it was whole again; None where it lost nothing."""

    name: str
    words: str
    of_node: bool
    path_failed: bool
    lost_up: int
    lost_down: int
    control_lost: int
    silence_ms: float
    resumed_ms: float             # last lost packet, from the fault's beginning
    resumed_after_end_ms: float   # and from its end; 0 when that was before it

    @property
    def lost(self):
        return self.lost_up + self.lost_down


@dataclass(frozen=True)
class Outcome:
    """One scenario, played."""

    scenario: object
    lasted_ms: float
    right_meanwhile_ms: float     # from the beginning: the connected switches hold what they should; None: not before
    right_ms: float               # from the end: every switch is connected and holds what it should; None: never
    talks: list
    flaps: list                   # a Flap for every rule that was deleted and added again
    reported: list                # what the check said while the fault lasted
    wrong: list                   # what is not right at the end
    load: float = 0.0


def talk_figures(talk, ledgers, path_failed, times):
    """The TalkFigures of one talk; `times.begin` may be just after the move that goes with the fault."""
    up, down = ledgers
    begin = times.begin - IN_FLIGHT_MS
    lost = sorted(at for way in ledgers for at in way.lost_at if begin <= at < times.over)
    last = lost[-1] if lost else None
    return TalkFigures(talk.name, talk.words, talk.of_node, path_failed, up.lost(begin, times.over),
                       down.lost(begin, times.over), up.lost(times.control, begin) + down.lost(times.control, begin),
                       max(up.silence(begin, times.over), down.silence(begin, times.over)),
                       None if last is None else max(0.0, last - times.begin),
                       None if last is None else max(0.0, last - times.end))


def repair(samples, times):
    """(right meanwhile, right after the end) from the samples; see Outcome."""
    meanwhile = right_meanwhile(samples, times.begin, times.end)
    after = right_since(samples, times.end)
    return (None if meanwhile is None else meanwhile - times.begin, None if after is None else after - times.end)


@dataclass(frozen=True)
class Flap:
    """A rule that was deleted, and was added again after so many ms."""

    switch: str
    at: float
    away_ms: float
    rule: str


def flaps(flow_mods):
    """A Flap for each rule that was deleted and soon added again, in order of time."""
    gone, found = {}, []
    for mod in flow_mods:
        key = mod.bridge, mod.cookie
        if mod.event == "DELETED":
            gone[key] = mod.at
        elif mod.event == "ADDED" and key in gone:
            at = gone.pop(key)
            if mod.at - at <= FLAP_MS:
                found.append(Flap(mod.bridge, at, mod.at - at, mod.rule))
    return found


def not_right(outcome):
    """What is not as it should be once the fault is over, in words."""
    never = ["its rules are never right again"] if outcome.right_ms is None else []
    return [f"{outcome.scenario.name}: {text}" for text in never + outcome.wrong]


def losses(outcome):
    """What streams lost although nothing that they need had failed, in words."""
    return [f"{outcome.scenario.name}: {talk.words} lost {talk.lost}" for talk in outcome.talks
            if talk.lost and not talk.control_lost and not may_lose(outcome.scenario, talk)]


def gaps(outcome):
    """Rules that were deleted and added again where none should be, in words."""
    if not outcome.scenario.keeps_rules or not outcome.flaps:
        return []
    longest = max(flap.away_ms for flap in outcome.flaps)
    return [f"{outcome.scenario.name}: {len(outcome.flaps)} rules, away for up to {longest:.0f} ms"]


def may_lose(scenario, talk):
    """Whether a stream may lose packets: its path failed, or it is the node's and the fault concerns the node."""
    return talk.path_failed or talk.of_node and scenario.node_loses and talk.name != NEW.name


def as_json(outcome):
    """The outcome as data."""
    scenario = outcome.scenario
    return {"scenario": scenario.name, "words": scenario.words, "lasted_ms": outcome.lasted_ms,
            "right_meanwhile_ms": outcome.right_meanwhile_ms, "right_ms": outcome.right_ms,
            "talks": [asdict(talk) for talk in outcome.talks],
            "rules_deleted_and_added_again": [asdict(flap) for flap in outcome.flaps],
            "reported": [list(one) for one in outcome.reported], "load_average": outcome.load,
            "wrong": outcome.wrong}
