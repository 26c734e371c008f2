"""The outcomes of all moves as text for a person: every distribution by kind, one line a kind and rate, what the rescue
does, what was discarded."""

from collections import Counter

from scenarios.handovers.figures import FIGURES, SHARES
from scenarios.handovers.outcome import BOUNCE_BACK, CONTROL_LOST, pools
from scenarios.table import table

LEGEND = ("Barrier reply: when that of the old edge for the bounce arrived on its control channel. If it was not seen,",
          "bouncedAt stands for it, when the app had noted it; switchedAt: when the whole switch was confirmed.",
          "The old bridge's own word (its flow monitor) has whole milliseconds, and is late when the machine is busy.",
          "A lost packet belongs to when it was sent. Each move is compared with the control run right after it, of",
          "the same length, under the same stream; if that lost a packet the move is discarded.")


def text(runs, compared, kept, loads, seed):
    """All of it, as lines of at most 120 columns."""
    lines = []
    for name in dict.fromkeys(run.cell.kind.name for run in runs):
        lines += [*kind_table([run for run in runs if run.cell.kind.name == name]), ""]
    lines += [*overview(runs), ""]
    if compared:
        lines += [*without_bounce(compared), ""]
    if kept:
        lines += [*kept_table(kept), ""]
    return [*lines, *LEGEND, "", *discarded(runs),
            f"Kinds and rates took turns, in the order of seed {seed}; "
            f"load average {min(loads):.1f} to {max(loads):.1f}."]


def kind_table(runs):
    """The distributions of all runs of one kind, side by side."""
    kind = runs[0].cell.kind
    over, under = [""], [f"{kind.name}"]
    for run in runs:
        over += [f"{run.cell.rate:g}/s, n = {len(run.moves)}"] + [None] * (len(SHARES) - 1)
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


OVERVIEW = (["", None, "moves", None, "barrier reply, ms", None, None, "lost", None, None, None, None,
             "", None, None, None, None],
            ["kind", "rate", "n", "disc", "p50", "p99", "max", "gap", "up", "down", "over", "late",
             "dup", "reord", "bounc", "kept", "mods"])


def overview(runs):
    """One line a run."""
    return ["ALL RUNS   packets are sums over the moves that count; barrier reply: first frame to that for the bounce;",
            "           lost: gap: sent before the first frame; up, down: after it; over: moves beyond the allowed;",
            "           late: sent 5 ms after the barrier reply or later; dup: outside an announced window;",
            "           bounc: sent on by the bounce; kept: while away, passed on; mods: flow-mods / switches, p50",
            *table(OVERVIEW, [overview_row(run) for run in [*runs, *pools(runs)]])]


def overview_row(run):
    bounce = run.distribution("first_frame_to_bounced")
    over = run.count(lambda move: move["bound_down"] is not None and move["lost_down_after"] > move["bound_down"])
    ms = FIGURES["first_frame_to_bounced"]
    mods, switches = (run.distribution(name)["p50"] for name in ("flow_mods", "switches"))
    return [run.cell.kind.name, f"{run.cell.rate:g}", len(run.moves), len(run.discarded),
            *(cell(bounce[name], ms) for name, _share in SHARES),
            run.total("lost_up_before") + run.total("lost_down_before"), run.total("lost_up_after"),
            run.total("lost_down_after"), over, run.total("lost_settled"), run.total("duplicated_unannounced"),
            run.total("reordered"), run.total("bounced"), run.total("rescued"), f"{mods or 0:g}/{switches or 0:g}"]


def without_bounce(compared):
    """Moves with the bounce beside moves of the same blocks from which it was taken out."""
    rows = []
    for one in compared:
        for words, run in (("with", one.given), ("without", one.taken)):
            spread = run.distribution("lost_down_after")
            chance = f"{100 * one.chance:.1f}" if run is one.taken else ""
            rows.append([one.given.cell.kind.name, f"{run.cell.rate:g}", words, len(run.moves),
                         *(cell(spread[name], FIGURES["lost_down_after"]) for name, _share in SHARES),
                         *(one_digit(run.mean(name)) for name in ("lost_down_after", "first_frame_to_bounced",
                                                                  "beyond_down", "bounced")), chance])
    return ["WHAT THE BOUNCE IS WORTH   downlink packets lost a move, of those sent after the first frame; without: a",
            "   rule of higher priority at the old edge drops what still arrives there (in hard moves also what would",
            "   have been kept); beyond: lost, less rate x time to the barrier reply; chance: how often a difference",
            "   of this or a greater one comes about when the moves of both are dealt out at random",
            *table([["", None, None, None, "lost after the first frame", None, None, None, "", None, None, ""],
                    ["kind", "rate", "bounce", "n", *(name for name, _share in SHARES), "mean",
                     "ms to reply", "beyond", "bounced", "chance, %"]], rows)]


def one_digit(value):
    return "-" if value is None else f"{value:.1f}"


def kept_table(kept):
    """What keeping packets while the node is away brings and costs."""
    rows = []
    for one in kept:
        way = one.on_the_way()
        run = one.run
        rows.append([run.cell.kind.name, f"{run.cell.rate:g}", len(run.moves), run.total("rescued"),
                     *(cell(run.distribution("rescued")[name], FIGURES["rescued"]) for name, _share in SHARES),
                     *(one_digit(way[name]) for name, _share in SHARES), run.total("lost_down_before"),
                     run.total("reordered")])
    return ["PACKETS KEPT while the node is away; on the way: downlink packets that took more than 5 ms, the wait "
            "included",
            *table([["", None, None, "passed on", None, None, None, "on the way, ms", None, None, "", None],
                    ["kind", "rate", "n", "all", "p50", "p99", "max", "p50", "p99", "max", "lost in gap", "reordered"]],
                   rows)]


def discarded(runs):
    """How many moves do not count, and why."""
    why = Counter(move["discarded"] for run in runs for move in run.discarded)
    made = sum(len(run.discarded) + len(run.moves) for run in runs)
    suspects = sum(1 for run in runs for move in run.discarded if move["control_lost_at_clean_up"])
    return [f"{made} moves, {sum(why.values())} of them discarded: of {why[CONTROL_LOST]} the control run lost packets "
            f"({suspects} about the time of a clean-up),",
            f"of {why[BOUNCE_BACK]} the bounce was back too early (ONOS removes rules that it does not know)."]
