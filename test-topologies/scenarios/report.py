"""The outcome of a scene: as text for a person, and as data."""

from dataclasses import asdict, dataclass

from scenarios import prefixes
from scenarios.figures import UNKNOWN
from scenarios.judge import LEAST_MOVES_OF_A_KIND
from scenarios.table import milliseconds, table

TCP_FLOWS = ("web", "mail", "download", "ssh")
IPV6_FLOWS = (prefixes.CLIENT, prefixes.SESSION)
PLACED = ("call", "conference", "web", "mail", "ssh")
POOLS_BEGIN = "198.51.100"    # what the pools of campus have in common


@dataclass(frozen=True)
class Report:
    """Everything that a scene found out. `control_run` is (begin, end) in epoch ms: nothing moved then."""

    moves: list
    results: object
    before: dict                  # flow name -> Placement, before the first move
    classes: dict                 # flow name -> (class, continuity)
    overhead: object
    control_run: tuple
    watched: bool = True
    least_moves: int = LEAST_MOVES_OF_A_KIND

    def placements(self, flow):
        """Where a flow was before the first move and after each one."""
        return [self.before.get(flow, UNKNOWN)] + [move.placements.get(flow, UNKNOWN) for move in self.moves]


def distinct(values):
    """Values in order, without repeats."""
    return list(dict.fromkeys(values))


def text(report):
    """The tables, as lines."""
    return [*moves_table(report), "", *placements_table(report), "", *prefixes.lines(report),
            *streams_table(report), "", *connections_table(report), "", *summary(report)]


def losses(figures, kind):
    """`up`, `down` and `allowed` cells of one stream in the table of moves."""
    bound = "(1)" if kind == "hard" else figures.bound
    return [f"{way.total} ({way.outside_span})" for way in (figures.up, figures.down)] + [bound]


def moves_table(report):
    """One line a move: how long it took, and what it cost each stream."""
    names = [stream.name for stream in report.results.streams]
    over = ["", None, None, None, "ms", None, None]
    under = ["", "move", "from", "to", "gap", "control", "(app)"]
    for name in names:
        over += [f"{name} lost", None, None]
        under += ["up", "down", "max"]
    over += ["silence, ms"] + [None] * len(names)
    under += [*(name[:4] for name in names), "ssh"]
    rows = [move_row(move, names) for move in report.moves]
    return ["MOVES   gap: detach to first frame at the new edge;  control: first frame to new rules in force;  "
            "(app): its own share", "        lost: packets, in brackets those sent outside the gap;  "
            "max: allowed downlink;  * warm-up", *table([over, under], rows)]


def move_row(move, names):
    cells = [f"{move.number}{'*' if move.warm_up else ''}", move.kind, move.source, move.target]
    cells += [milliseconds(value) for value in (move.gap_ms, move.control_ms, move.app_ms)]
    for name in names:
        cells += losses(move.streams[name], move.kind)
    return cells + [f"{move.streams[name].silence_ms:.0f}" for name in names] + [f"{move.session_silence_ms:.0f}"]


def placements_table(report):
    """Anchor and outside address of each flow, before the first move and after each one."""
    rows = [["before", "edge1", *(short(report.before.get(flow, UNKNOWN)) for flow in PLACED), ""]]
    for move in report.moves:
        places = (short(move.placements.get(flow, UNKNOWN)) for flow in PLACED)
        rows.append([f"{move.number} {move.kind}", move.target, *places, move.download])
    return ["ANCHORS   where each flow enters, and the node's address outside, after each move; "
            f".N is {POOLS_BEGIN}.N;",
            "          web and mail: the first connection begun after it;  open: a web connection open during it",
            *table([["move", "node at", *PLACED, "open"]], rows)]


def short(placement):
    """A Placement in few letters, for the table holds many: pool addresses by their last number."""
    if placement == UNKNOWN:
        return "-"
    return f"{placement.anchor} {placement.outside.removeprefix(POOLS_BEGIN)}"


def streams_table(report):
    """Packets of the streams over the whole scene."""
    rows = []
    for stream in report.results.streams:
        for way, direction in (("up", report.results.up), ("down", report.results.down)):
            figures = direction[stream.name]
            rows.append([stream.name, *report.classes[stream.name], way, figures.sent, figures.lost,
                         figures.duplicated, figures.reordered, milliseconds(figures.longest_silence_ms)])
    return ["STREAMS   over the whole scene, packets",
            *table([["flow", "class", "continuity", "", "sent", "lost", "duplicated", "reordered",
                     "longest silence, ms"]], rows)]


def connections_table(report):
    """What the TCP flows did over the whole scene."""
    rows = [[name, *report.classes[name], *connection_cells(report.results.log(name))] for name in tcp_flows(report)]
    headings = ["flow", "class", "continuity", "opened", "broken", "longest silence, ms", "remarks"]
    return ["CONNECTIONS   over the whole scene", *table([headings], rows)]


def tcp_flows(report):
    return (*TCP_FLOWS, *IPV6_FLOWS) if report.results.ipv6 else TCP_FLOWS


def connection_cells(log):
    """Opened, broken, longest silence and the reasons, of a short-lived or a session log."""
    short_lived = [record for record in log if "begin" in record]
    if short_lived:
        reasons = [record["error"] for record in short_lived if "error" in record]
        slowest = max(record["end"] - record["begin"] for record in short_lived)
        return len(short_lived), len(reasons), "-", how_often(reasons) or f"slowest took {slowest:.0f} ms"
    reasons = [record["how"] for record in log if record["event"] == "end" and record["how"] != "finished"]
    opened = sum(1 for record in log if record["event"] == "open")
    return opened, len(reasons), f"{session_silence(log):.1f}", how_often(reasons) or "-"


def session_silence(log):
    """Longest time between two echoes of a session, ms."""
    times = [record["at"] for record in log if record["event"] == "echo"]
    return max((later - earlier for earlier, later in zip(times, times[1:])), default=0.0)


def how_often(reasons):
    """`3 reset, 1 timeout`."""
    return ", ".join(f"{reasons.count(reason)} {reason}" for reason in distinct(reasons))


def summary(report):
    """The last lines: what the network itself showed."""
    mods = sum(move.flow_mods for move in report.moves)
    elsewhere = sum(move.flow_mods_elsewhere for move in report.moves)
    return [f"Flow-mods seen at the bridges during handovers: {mods}, of them on a switch not concerned: {elsewhere}",
            f"Frames compared on core links: {report.overhead.frames}, bytes added to one at most: "
            f"{report.overhead.added_bytes}"]


def as_json(report, failures):
    """The same as data; times in ms, losses in packets."""
    return {"moves": [move_json(move) for move in report.moves],
            "flows": [stream_json(report, stream) for stream in report.results.streams]
            + [connection_json(report, name) for name in tcp_flows(report)],
            "ipv6": prefixes.as_json(report),
            "flow_mods": sum(move.flow_mods for move in report.moves),
            "flow_mods_elsewhere": sum(move.flow_mods_elsewhere for move in report.moves),
            "core_frames_compared": report.overhead.frames,
            "core_frame_overhead_bytes": report.overhead.added_bytes,
            "failures": failures}


def move_json(move):
    return {"number": move.number, "kind": move.kind, "from": move.source, "to": move.target, "warm_up": move.warm_up,
            "detach": move.detach, "first_frame": move.first_frame, "gap_ms": move.gap_ms,
            "control_ms": move.control_ms, "app_ms": move.app_ms,
            "lost": {name: {"up": figures.up.total, "up_after_first_frame": figures.up.after_first_frame,
                            "up_outside_gap": figures.up.outside_span, "down": figures.down.total,
                            "down_outside_gap": figures.down.outside_span, "down_allowed": figures.bound,
                            "silence_ms": figures.silence_ms} for name, figures in move.streams.items()},
            "placements": {name: vars(placement) for name, placement in move.placements.items()},
            "open_connection": move.download, "ssh_silence_ms": move.session_silence_ms,
            "flow_mods": move.flow_mods, "flow_mods_elsewhere": move.flow_mods_elsewhere,
            "handover": move.handover and asdict(move.handover)}


def flow_json(report, name):
    class_name, continuity = report.classes[name]
    placements = [placement for placement in report.placements(name) if placement != UNKNOWN]
    return {"name": name, "class": class_name, "continuity": continuity,
            "anchors": distinct(placement.anchor for placement in placements),
            "outside_addresses": distinct(placement.outside for placement in placements)}


def stream_json(report, stream):
    up, down = report.results.up[stream.name], report.results.down[stream.name]
    return {**flow_json(report, stream.name), "unit": "packets", "rate": stream.rate,
            "sent_up": up.sent, "lost_up": up.lost, "sent_down": down.sent, "lost_down": down.lost,
            "duplicated": up.duplicated + down.duplicated, "reordered": up.reordered + down.reordered,
            "longest_silence_ms": max(up.longest_silence_ms, down.longest_silence_ms)}


def connection_json(report, name):
    opened, broken, silence, how = connection_cells(report.results.log(name))
    return {**flow_json(report, name), "unit": "connections", "opened": opened, "broken": broken, "how": how,
            "longest_silence_ms": None if silence == "-" else float(silence)}
