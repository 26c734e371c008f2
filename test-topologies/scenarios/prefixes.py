"""What a scene shows of IPv6, where the address is the anchor: an open session keeps the address that it began with,
and connections that begin after a move have one of the new edge's prefix. Pure functions over a Report."""

from dataclasses import dataclass

from scenarios.figures import anchor_of, connections, echo_silence, placement_of
from scenarios.table import milliseconds, table

SESSION, CLIENT = "session6", "web6"
NEW_ADDRESS_MS = 2500.0       # duplicates are looked for for 2 s at most (RFC 4862), where the node has not been before


@dataclass(frozen=True)
class Afterwards:
    """The connections that began after a move: with the new prefix, with an older one, none; `after_ms` is from the
    first frame to the first with the new one, `late` those without it that began when the node had to have it."""

    new: int
    older: int
    failed: int
    after_ms: float
    late: tuple


def afterwards(move, log):
    begun = connections(log, move.first_frame, move.end)
    new = [one for one in begun if "peer" in one and placement_of(one["peer"]).anchor == move.target]
    failed = sum(1 for one in begun if "peer" not in one)
    late = tuple(one for one in begun if one not in new
                 and one["begin"] >= move.first_frame + NEW_ADDRESS_MS)
    return Afterwards(len(new), len(begun) - len(new) - failed, failed,
                      new[0]["begin"] - move.first_frame if new else None, late)


def address_of_session(results):
    """The node's address in the session, as the other end saw it first."""
    opened = next((record["peer"] for record in results.log(SESSION) if record.get("event") == "open"), None)
    return placement_of(opened).outside if opened else "-"


def lines(report):
    """The table, or nothing where there was no IPv6."""
    if not report.results.ipv6:
        return []
    address = address_of_session(report.results)
    rows = []
    for move in report.moves:
        found = afterwards(move, report.results.log(CLIENT))
        silence = echo_silence(report.results.log(SESSION), move.detach, move.end)
        rows.append([f"{move.number} {move.kind}", move.target, f"{silence:.0f}", found.new,
                     milliseconds(found.after_ms), found.older, found.failed])
    return [f"IPv6   nothing is rewritten: the session that was opened at {anchor_of(address)} keeps {address};",
            "       new: web connections begun after the move with an address of the new edge's prefix,",
            "       the first of them so long after the first frame; older: with one that the node had before,",
            "       while it makes itself a new one",
            *table([["", None, "session", "web connections", None, None, None],
                    ["move", "node at", "silence, ms", "new", "first after, ms", "older", "failed"]], rows), ""]


def judge(report, moves):
    """What of it does not hold, as sentences."""
    if not report.results.ipv6:
        return
    events = [record for record in report.results.log(SESSION) if record["event"] != "echo"]
    if [record["event"] for record in events] != ["open", "end"] or events[-1]["how"] != "finished":
        words = ", ".join(record.get("how", record["event"]) for record in events) or "never opened"
        yield f"{SESSION}: the session over IPv6 did not go on: {words}"
    for move in moves:
        name = f"move {move.number} ({move.kind}, {move.source} to {move.target})"
        found = afterwards(move, report.results.log(CLIENT))
        if not found.new:
            yield f"{name}: no {CLIENT} connection used the prefix of {move.target}"
        elif found.late:
            yield (f"{name}: {len(found.late)} {CLIENT} connections that began {NEW_ADDRESS_MS:g} ms after it or later "
                   f"did not use the prefix of {move.target}, the first: "
                   f"{found.late[0].get('peer') or found.late[0]['error']}")
        if found.failed:
            yield f"{name}: {found.failed} {CLIENT} connections failed"


def as_json(report):
    """The same as data."""
    if not report.results.ipv6:
        return None
    return {"session_address": address_of_session(report.results),
            "moves": [{"number": move.number, "silence_ms": echo_silence(report.results.log(SESSION), move.detach,
                                                                         move.end),
                       **{name: value for name, value in vars(afterwards(move, report.results.log(CLIENT))).items()
                          if name != "late"}} for move in report.moves]}
