"""The tables of what became of sessions, and what an anchor for each flow saves. Pure functions over Acts."""

from dataclasses import asdict

from scenarios.continuity.compare import differences, lost, of_row
from scenarios.continuity.expectations import BY_ADDRESS, CENTRAL, EXPECTED, GOES_ON, NEW, OLD, ONE_ANCHOR, PER_FLOW
from scenarios.sections import Verdict
from scenarios.table import table

TITLES = {PER_FLOW: "AN ANCHOR FOR EACH FLOW", ONE_ANCHOR: f"ONE ANCHOR FOR ALL, {CENTRAL}",
          BY_ADDRESS: "ADDRESSES OF ITS OWN"}


def lines(acts):
    """Everything, for a person."""
    yield "THE SESSIONS"
    yield from table([["", "program", "class", "promise"]], [[one.name, one.program, one.of, one.continuity]
                                                             for one in EXPECTED])
    for scene, title in TITLES.items():
        rows = [cells(act, row) for act in acts for row in act.rows
                if (act.scene, row.generation) == (scene, "old")]
        if rows:
            yield from ["", f"{title}   each began at {OLD}, then the node moved to {NEW}; new: one that began there;",
                        "in brackets the switches that a packet crosses; + as expected, ! not"]
            yield from table([["", "family", "move", "began by", "after the move", "after the overlap", "new", ""]],
                             rows)
    yield ""
    yield from costs(acts)


def cells(act, row):
    new = next(one for one in act.rows if (one.name, one.family, one.generation) == (row.name, row.family, "new"))
    after = f"{row.soon} {row.soon_anchor} ({switches(row.after)})" if row.soon == GOES_ON else row.soon
    return [row.name, row.family, row.move, f"{row.anchor} {row.address} ({switches(row.before)})", after, row.late,
            f"{new.anchor} ({switches(new.after)})", "!" if any(of_row(row)) or any(of_row(new)) else "+"]


def switches(way):
    """Both ways; one number where they are the same."""
    return str(way[0] or "-") if way[0] == way[1] else "/".join(str(one or "-") for one in way)


def mean_path(act):
    """Mean number of switches that a packet of a session crosses, of those that began after the move."""
    ways = [one for row in act.rows if row.generation == "new" for one in row.after if one is not None]
    return sum(ways) / len(ways) if ways else float("nan")


def heaviest(act):
    """(edge, share) of the uplink that carried most packets."""
    edge = max(act.loads, key=act.loads.get)
    return edge, act.loads[edge] / max(1, sum(act.loads.values()))


def costs(acts):
    """Path, load and deaths, scene by scene."""
    rows = [[act.scene, act.move, f"{mean_path(act):.2f}", *act.loads.values(), f"{heaviest(act)[1]:.0%}"]
            for act in acts]
    yield "WHAT IT COSTS   switches: mean of what a packet crosses, of sessions that began after the move"
    yield from table([["", "", "", "packets by the uplink of", None, None, None, "the busiest"],
                      ["", "move", "switches", *acts[0].loads, "has"]], rows)
    yield ""
    for act in acts:
        for anchor in act.deaths:
            gone = lost(act, anchor)
            running = sum(1 for row in act.rows if anchor in row.deaths)
            yield f"  {act.scene}, {act.move}: the death of {anchor} takes {len(gone)} of {running} sessions"
            yield from (f"    {name}: {', '.join(found)}" for name, found in by_name(gone, anchor).items())


def by_name(rows, anchor):
    """{session: what became of each of it}."""
    found = {}
    for row in rows:
        found.setdefault(row.name, []).append(f"{row.family} {row.generation} {row.deaths[anchor]}")
    return found


def verdicts(acts):
    """What was promised, and whether it is so."""
    wrong = [words for act in acts for words in differences(act)]
    sessions = sum(len(act.rows) for act in acts)
    yield Verdict("every session is and becomes what was written down before", not wrong,
                  f"{sessions} sessions, {len(wrong)} differences" + "".join(f"; {words}" for words in wrong[:20]))
    mine, central = ([act for act in acts if act.scene == scene] for scene in (PER_FLOW, ONE_ANCHOR))
    if not mine or not central:
        return
    yield compared("packets cross fewer switches than with one anchor", max(map(mean_path, mine)),
                   min(map(mean_path, central)), "{:.2f} and {:.2f} on average")
    yield compared("no uplink carries as much as that of the one anchor", *(max(heaviest(act)[1] for act in some)
                                                                            for some in (mine, central)),
                   "the busiest one has {:.0%} and {:.0%} of the packets")
    took = [max((len(lost(act, anchor)) for act in some for anchor in act.deaths), default=0)
            for some in (mine, central)]
    yield compared("the death of an anchor takes fewer sessions", *took, "{} and {} at most")


def compared(promise, here, there, words):
    return Verdict(promise, here < there, words.format(here, there))


def as_json(acts):
    return {"acts": [asdict(act) for act in acts],
            "differences": [words for act in acts for words in differences(act)],
            "mean_path": [mean_path(act) for act in acts],
            "verdicts": [asdict(verdict) for verdict in verdicts(acts)]}
