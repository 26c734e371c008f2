"""Holds the figures of a scene against what the product promises; each failure is one sentence."""

from ipaddress import ip_address, ip_network
from math import ceil

from scenarios import prefixes
from scenarios.figures import connections_between
from topologies import plan

LEAST_MOVES_OF_A_KIND = 8


def judge(report, stall_ms=0.0):
    """Every promise that does not hold, as sentences; empty when all do.

    A machine that is busy with other things lets processes and switches wait. `stall_ms` is how much of that is put up
    with in downlink losses; the demo puts up with none.
    """
    return [*count_moves(report), *judge_moves(report, stall_ms), *judge_streams(report), *judge_sessions(report),
            *judge_short_connections(report), *prefixes.judge(report, counted(report)), *judge_network(report)]


def counted(report):
    """The moves that count: all but the warm-up ones."""
    return [move for move in report.moves if not move.warm_up]


def name_of(move):
    return f"move {move.number} ({move.kind}, {move.source} to {move.target})"


def count_moves(report):
    for kind in ("air", "hard"):
        number = sum(1 for move in counted(report) if move.kind == kind)
        if number < report.least_moves:
            yield f"only {number} moves of the kind {kind}, wanted {report.least_moves}"


def judge_moves(report, stall_ms=0.0):
    """Losses of every counted move against its bound."""
    rates = {stream.name: stream.rate for stream in report.results.streams}
    for move in counted(report):
        if move.control_ms is None:
            yield f"{name_of(move)}: the controller has no finished handover for it"
        for stream, figures in move.streams.items():
            slack = ceil(stall_ms * rates[stream] / 1000)
            yield from (judge_hard if move.kind == "hard" else judge_air)(move, stream, figures, slack)


def judge_air(move, stream, figures, slack):
    if figures.down.total > figures.bound + slack:
        yield (f"{name_of(move)}: {stream} lost {figures.down.total} downlink, "
               f"at most {figures.bound + slack} allowed")
    if figures.up.after_first_frame:
        yield (f"{name_of(move)}: {stream} lost {figures.up.after_first_frame} uplink "
               "of those sent after the first frame at the new edge")


def judge_hard(move, stream, figures, slack):
    for way, losses in (("uplink", figures.up), ("downlink", figures.down)):
        if losses.outside_span > 1 + slack:
            yield (f"{name_of(move)}: {stream} lost {losses.outside_span} {way} "
                   f"outside the span from detach to first frame, at most {1 + slack} allowed")


def judge_streams(report):
    """No duplicates, one outside address, and nothing lost while the node stood still."""
    results = report.results
    for stream in results.streams:
        for way, direction in (("uplink", results.up), ("downlink", results.down)):
            figures = direction[stream.name]
            if figures.duplicated:
                yield f"{stream.name}: {figures.duplicated} duplicates {way}"
            if not figures.received:
                yield f"{stream.name}: nothing arrived {way}"
            lost = figures.lost_between(*report.control_run)
            if lost:
                yield f"{stream.name}: {lost} lost {way} before the first move, while nothing moved"
        seen = [source for _at, source in results.sources[stream.name]]
        if len(seen) != 1:
            yield f"{stream.name}: its outside address changed: {', '.join(seen) or 'never seen'}"


def judge_sessions(report):
    """The session from outside must be one connection from beginning to end."""
    events = [record for record in report.results.log("ssh") if record["event"] != "echo"]
    if [record["event"] for record in events] != ["open", "end"] or events[-1]["how"] != "finished":
        words = ", ".join(record.get("how", record["event"]) for record in events) or "never opened"
        yield f"ssh: the session from outside did not go on: {words}"


def judge_short_connections(report):
    """Web and mail connections that begin after a move use the new edge's pool."""
    for name in ("web", "mail"):
        for move in counted(report):
            begun = connections_between(report.results.log(name), move.settled, move.end)
            pool = ip_network(plan.BY_NAME[move.target].pool)
            wrong = [one for one in begun if "peer" not in one
                     or ip_address(one["peer"].rpartition(":")[0]) not in pool]
            if not begun:
                yield f"{name_of(move)}: no {name} connection began after it"
            elif wrong:
                yield (f"{name_of(move)}: {len(wrong)} of {len(begun)} {name} connections did not use "
                       f"{move.target}'s pool, the first: {wrong[0].get('peer') or wrong[0]['error']}")


def judge_network(report):
    """Invariants 1 and 2."""
    for move in report.moves:
        if move.stray:
            bridges = ", ".join(sorted({mod.bridge for mod in move.stray}))
            yield (f"{name_of(move)}: {len(move.stray)} flow-mods reached a switch that a handover must not touch "
                   f"({bridges}), the first: {move.stray[0].event} {move.stray[0].rule}")
    if not any(move.flow_mods for move in report.moves):
        yield "no flow-mod was seen at any bridge: the watching does not work"
    if not report.watched:
        yield "a bridge was not watched to the end"
    if report.overhead.added_bytes:
        yield f"a frame on a core link is {report.overhead.added_bytes} bytes longer than the host sent it"
    if not report.overhead.frames:
        yield "no frame of a stream was found on a core link"
