"""A made-up scene of a few moves, for the tests of figures, judgement and report."""

from dataclasses import dataclass, field

from probes.accounting import count
from probes.overhead import Overhead
from scenarios.figures import Observed, Placement, all_moves
from scenarios.report import Report
from scenarios.rest import HandoverTimes
from scenarios.traffic import CALL
from topologies.air import Move

FIRST_MOVE_MS = 10_000.0
BETWEEN_MOVES_MS = 2_000.0
CONTROL_MS = 2.0
GAPS_MS = {"air": 5.0, "hard": 100.0}
CLASSES = {"call": ("telephony", "SESSION_LASTING"), "web": ("standard", "NON_PERSISTENT"),
           "mail": ("standard", "NON_PERSISTENT"), "download": ("standard", "NON_PERSISTENT"), "ssh": ("oam", "FIXED")}
POOL_OF = {"edge1": "198.51.100.1", "edge2": "198.51.100.65", "edge3": "198.51.100.129", "edge4": "198.51.100.193"}


@dataclass
class FakeResults:
    """What scenarios.traffic.Results holds, without files."""

    logs: dict
    up: dict = field(default_factory=dict)
    down: dict = field(default_factory=dict)
    sources: dict = field(default_factory=dict)
    streams: tuple = (CALL,)
    ipv6: bool = False

    def log(self, name):
        return self.logs[name]


def moves(kinds=("air", "hard")):
    """Moves of these kinds, round and round the edges from edge1."""
    made, at = [], FIRST_MOVE_MS
    for number, kind in enumerate(kinds):
        attach = at + GAPS_MS[kind]
        made.append(Move(kind, f"edge{number % 4 + 1}", f"edge{(number + 1) % 4 + 1}", at, attach, attach))
        at += BETWEEN_MOVES_MS
    return made


def stream(end, lost=(), repeated=()):
    """A Direction of 50 packets/s until `end`, each arriving 1 ms after it was sent."""
    sent = [{"tx": number, "at": number * 20.0} for number in range(int(end / 20))]
    arrived = [record["tx"] for record in sent if record["tx"] not in lost] + list(repeated)
    return count(sent, [{"rx": number, "at": number * 20.0 + 1.0} for number in arrived])


def short_connections(made, end):
    """A connection every 100 ms, from the pool of the edge where the node is then."""
    log = []
    for begin in range(0, int(end) - 100, 100):
        place = "edge1"
        for move in made:
            place = move.target if begin >= move.first_frame + CONTROL_MS else place
        log.append({"begin": float(begin), "end": begin + 2.0, "peer": f"{POOL_OF[place]}:4000"})
    return log


def session(end, broken_at=None):
    """A session with an echo every 100 ms; broken and opened again at one moment, if wanted."""
    log = [{"event": "open", "at": 0.0, "peer": "198.51.100.1:1"}]
    for number in range(int(end / 100)):
        log.append({"event": "echo", "seq": number, "sent": number * 100.0, "at": number * 100.0 + 1.0})
    if broken_at is not None:
        log += [{"event": "end", "at": broken_at, "how": "reset"},
                {"event": "open", "at": broken_at + 1.0, "peer": "198.51.100.65:2"}]
    return sorted(log, key=lambda record: record["at"]) + [{"event": "end", "at": end, "how": "finished"}]


def report(kinds=("air", "hard"), lost_up=(), lost_down=(), repeated=(), control_ms=CONTROL_MS, flow_mods=(),
           **changes):
    """A Report in which all is well but for what the arguments say."""
    made = moves(kinds)
    end = FIRST_MOVE_MS + len(made) * BETWEEN_MOVES_MS
    logs = {"web": short_connections(made, end), "mail": short_connections(made, end),
            "download": session(end, made[0].first_frame + 10.0), "ssh": session(end)}
    results = FakeResults(logs, {"call": stream(end, lost_up, repeated)}, {"call": stream(end, lost_down)},
                          {"call": [(0.0, "198.51.100.1:5004")]})
    observed = [Observed(move, handover(move, control_ms), {"call": Placement("edge1", "198.51.100.1")},
                         frozenset({"edge1", move.source, move.target})) for move in made]
    given = {"moves": all_moves(observed, results, end, flow_mods), "results": results,
             "before": {"call": Placement("edge1", "198.51.100.1")}, "classes": CLASSES, "overhead": Overhead(100, 0),
             "control_run": (0.0, FIRST_MOVE_MS - 100.0), "least_moves": 1}
    return Report(**{**given, **changes})


def handover(move, control_ms):
    """A handover that was switched `control_ms` after the first frame; None for None."""
    if control_ms is None:
        return None
    switched = move.first_frame + control_ms
    return HandoverTimes(1, move.source, move.target, "ARP", "CLEANED",
                         move.first_frame + 0.5, switched - 0.5, switched, switched + 500.0)
