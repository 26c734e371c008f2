"""What is promised of moves, line by line: each with the numbers that it is judged by, and what these are compared
with."""

from scenarios.handovers.kinds import CALL_RATE, LENT
from scenarios.handovers import outcome
from scenarios.sections import Verdict

MEDIAN_MS, P99_MS = 3.0, 15.0     # what the time to the barrier reply for the bounce may be
SURE = 0.05                       # chance of a difference, up to which it counts as one
ENOUGH = 25                       # moves without the bounce, as many as --moves 100 makes, that have to show one


def verdicts(outcomes, compared):
    """The Verdicts on all Outcomes and on the Comparisons with moves without the bounce."""
    found = []
    for rate in dict.fromkeys(run.cell.rate for run in outcomes):
        runs = [run for run in outcomes if run.cell.rate == rate]
        found += plain([run for run in runs if outcome.plain(run)], rate)
        found += [worse(one) for one in compared if one.given.cell.rate == rate]
        found += announced([run for run in runs if run.cell.kind.announced], rate)
    return found


def plain(runs, rate):
    """What holds for moves that nobody has announced."""
    if not runs:
        return []
    run = outcome.together(runs)
    number = len(run.moves)
    flow = "" if run.cell.flow == LENT else f", {run.cell.flow.name}"
    at = f"{rate:g}/s{flow}, {', '.join(f'{len(one.moves)} {one.cell.kind.name}' for one in runs)}"
    made = run.count(lambda move: move["first_frame_to_switched"] is not None)
    up, settled, twice = (run.count(lambda move, name=name: move[name]) for name in (
        "lost_up_after", "lost_settled", "duplicated_unannounced"))
    over = run.count(lambda move: move["bound_down"] is not None and move["lost_down_after"] > move["bound_down"])
    took = run.distribution("first_frame_to_bounced")
    return [
        Verdict(f"{at}: every move that was planned was made and became a handover", made == number >= run.cell.moves,
                f"{made} of {number}, {run.cell.moves} planned"),
        Verdict(f"{at}: uplink, after the first frame: no more lost than in the control (0)", not up,
                packets(run, "lost_up_after", up)),
        Verdict(f"{at}: downlink, after the first frame: no more than rate x (barrier reply + 5 ms)", not over,
                f"more in {over} of {number} moves; lost {three(run, 'lost_down_after')}, "
                f"allowed {three(run, 'bound_down')} (p50/p99/max)"),
        Verdict(f"{at}: first frame to barrier reply: median <= {MEDIAN_MS:g} ms, p99 <= {P99_MS:g} ms",
                bool(took["n"]) and took["p50"] <= MEDIAN_MS and took["p99"] <= P99_MS,
                f"{three(run, 'first_frame_to_bounced', 1)} ms (p50/p99/max)"),
        Verdict(f"{at}: nothing duplicated", not twice, packets(run, "duplicated_unannounced", twice)),
        Verdict(f"{at}: nothing lost that was sent more than 5 ms after the barrier reply", not settled,
                packets(run, "lost_settled", settled)
                + f", {run.total('lost_settled_at_clean_up')} about the time of a clean-up" * (settled > 0))]


def packets(run, figure, moves):
    return f"{run.total(figure)} packets in {moves} of {len(run.moves)} moves"


def three(run, figure, digits=0):
    """p50/p99/max of a figure."""
    spread = run.distribution(figure)
    return "/".join("-" if spread[name] is None else f"{spread[name]:.{digits}f}" for name in ("p50", "p99", "max"))


def worse(one):
    kind, rate = one.given.cell.kind.name, one.given.cell.rate
    taken, given = ((run.mean("lost_down_after"), run.mean("beyond_down"), len(run.moves))
                    for run in (one.taken, one.given))
    held = one.worse and one.chance <= SURE
    few = not held and len(one.taken.moves) < ENOUGH
    numbers = "{:.1f} a move, less rate x time to the barrier reply {:.1f} ({} moves), against ".format(*taken) \
        + "{:.1f}, {:.1f} ({})".format(*given) + f"; chance: {100 * one.chance:.1f} %"
    return Verdict(f"{rate:g}/s, {kind}: downlink, after the first frame: without the bounce more is lost",
                   None if few else held, numbers + few * ", too few moves to tell")


def announced(runs, rate):
    """What holds for moves that were announced."""
    found = []
    for run in runs:
        kind, number = run.cell.kind, len(run.moves)
        at = f"{rate:g}/s, {number} {kind.name}"
        if kind.gap_ms == 0:
            found.append(nothing_lost(run, f"{at}: nothing lost in any move", ("lost_up_before", "lost_up_after",
                                                                               "lost_down_before", "lost_down_after")))
        elif kind.move == "air":
            found.append(nothing_lost(run, f"{at}: nothing lost that was sent after the first frame",
                                      ("lost_up_after", "lost_down_after"), gap_words(run)))
        elif rate <= CALL_RATE:
            found.append(nothing_lost(run, f"{at}: no downlink packet lost in any move",
                                      ("lost_down_before", "lost_down_after")))
        twice = run.count(lambda move: move["duplicated_unannounced"])
        found.append(Verdict(f"{at}: nothing duplicated outside the announced window", not twice,
                             packets(run, "duplicated_unannounced", twice)))
    return found


def gap_words(run):
    lost = run.total("lost_up_before") + run.total("lost_down_before")
    return f"; {lost} sent in the {run.cell.kind.gap_ms:g} ms attached nowhere or about to arrive then"


def nothing_lost(run, promise, names, more=""):
    bad = run.count(lambda move: any(move[name] for name in names))
    total = sum(run.total(name) for name in names)
    return Verdict(promise, bool(run.moves) and not bad,
                   f"{total} packets in {bad} of {len(run.moves)} moves{more}")
