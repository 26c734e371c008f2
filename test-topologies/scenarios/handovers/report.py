"""The outcomes of all runs as text for a person: every distribution by kind, one line a run, what does not hold."""

from scenarios.handovers.figures import FIGURES, SHARES
from scenarios.handovers.outcome import broken
from scenarios.table import table

LEGEND = ("switchedAt is when the controller had the barrier replies of steering and bounce; the one of the bounce "
          "came no later.",
          "The old bridge's own word (its flow monitor) has whole milliseconds, and is late when the machine is busy.",
          "A lost packet belongs to when it was sent. A move whose control run, of the same length and after it, lost",
          "packets is discarded.")


def text(runs):
    """All of it, as lines of at most 120 columns."""
    lines = []
    for name in dict.fromkeys(run.plan.kind.name for run in runs):
        lines += [*kind_table([run for run in runs if run.plan.kind.name == name]), ""]
    return [*lines, *overview(runs), "", *LEGEND]


def kind_table(runs):
    """The distributions of all runs of one kind, side by side."""
    kind = runs[0].plan.kind
    over, under = [""], [f"{kind.name}"]
    for run in runs:
        over += [f"{run.plan.rate:g}/s, n = {len(run.moves)}"] + [None] * (len(SHARES) - 1)
        under += [name for name, _share in SHARES]
    rows = []
    for figure, unit in FIGURES.items():
        spreads = [run.distribution(figure) for run in runs]
        if any(spread["n"] for spread in spreads):
            rows.append([f"{unit.label}, ms" if unit.unit == "ms" else unit.label,
                         *(cell(spread[name], unit) for spread in spreads for name, _share in SHARES)])
    return [f"{kind.name.upper()}   {kind.words}", *table([over, under], rows)]


def cell(value, unit):
    """One number of a distribution."""
    if value is None:
        return "-"
    return f"{value:.1f}" if unit.unit == "ms" else f"{value:g}"


def overview(runs):
    """One line a run."""
    over = ["", None, "moves", None, "bounce, ms", None, None, "lost", None, None, None, None,
            "", None, None, None, None]
    under = ["kind", "rate", "n", "disc", "p50", "p99", "max", "gap", "up", "down", "over", "late",
             "dup", "reord", "resc", "mods", "load"]
    return ["ALL RUNS   packets are sums over the moves that count; bounce: first frame to switchedAt;",
            "           lost: gap: sent before the first frame; up, down: after it; over: moves beyond the allowed;",
            "           late: sent after switchedAt + 5 ms; dup: outside an announced window; "
            "mods: flow-mods / switches, p50", *table([over, under], [overview_row(run) for run in runs])]


def overview_row(run):
    bounce = run.distribution("first_frame_to_switched")
    over = run.count(lambda move: move["bound_down"] is not None and move["lost_down_after"] > move["bound_down"])
    ms = FIGURES["first_frame_to_switched"]
    mods, switches = (run.distribution(name)["p50"] for name in ("flow_mods", "switches"))
    return [run.plan.kind.name, f"{run.plan.rate:g}", len(run.moves), len(run.discarded),
            *(cell(bounce[name], ms) for name, _share in SHARES),
            run.total("lost_up_before") + run.total("lost_down_before"), run.total("lost_up_after"),
            run.total("lost_down_after"), over, run.total("lost_after_switched"), run.total("duplicated_unannounced"),
            run.total("reordered"), run.total("rescued"), f"{mods or 0:g}/{switches or 0:g}",
            f"{max(run.load):.1f}"]


def verdict(runs):
    """The last lines."""
    failures = [words for run in runs for words in broken(run)]
    discarded = sum(len(run.discarded) for run in runs)
    made = discarded + sum(len(run.moves) for run in runs)
    suspects = sum(1 for run in runs for move in run.discarded if move["control_lost_at_clean_up"])
    lines = [f"{made} moves, {discarded} of them discarded: their control runs lost packets"
             f" ({suspects} about the time of the clean-up after a handover)."]
    if not failures:
        return [*lines, "Everything that is promised held."]
    return [*lines, "NOT HELD:", *(f"  {failure}" for failure in failures)]
