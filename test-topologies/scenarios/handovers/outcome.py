"""The outcome of one run, what was promised of it, and the same as data."""

from dataclasses import dataclass, field

from scenarios.handovers.figures import FIGURES, bursts, clean_up_loss, control_loss, distribution, move_figures
from scenarios.handovers.kinds import CALL_RATE

MEDIAN_MS, P99_MS = 3.0, 15.0      # what the time to the confirmed bounce may be


@dataclass(frozen=True)
class Outcome:
    """One run: `moves` are the figures of the moves that count, `discarded` those whose control lost packets."""

    plan: object                  # kinds.RunPlan
    moves: list
    discarded: list
    control_losses: list          # packets lost in the control run of each move, discarded ones included
    sent_rates: tuple             # packets/s sent in the control runs, up and down
    load: tuple                   # 1 min load average before and after
    flows: list = field(default_factory=list)   # (class, continuity) of the stream, as the controller has it

    def distribution(self, figure):
        return distribution([move[figure] for move in self.moves])

    def total(self, figure):
        """Sum over the moves that count."""
        return sum(move[figure] or 0 for move in self.moves)

    def count(self, holds):
        """How many of the moves that count have a property."""
        return sum(1 for move in self.moves if holds(move))


def outcome(plan, seen, ledgers, load, flows):
    """The Outcome of a run from its Seen moves and its (up, down) Ledgers."""
    counted, discarded, controls = [], [], []
    cleaned = [one.handover.cleaned for one in seen if one.handover and one.handover.cleaned is not None]
    for one in seen:
        lost = control_loss(one.window, *ledgers)
        controls.append(lost)
        figures = {**move_figures(one, *ledgers, plan.rate), "control_lost": lost,
                   "control_lost_at_clean_up": clean_up_loss(one.window, cleaned, *ledgers), "to": one.move.target,
                   "trigger": one.handover.trigger if one.handover else None, "detach": one.move.detach,
                   "bursts": bursts(one.window, one.move.first_frame, *ledgers)}
        (discarded if lost else counted).append(figures)
    return Outcome(plan, counted, discarded, controls, sent_rates(seen, ledgers), load, flows)


def sent_rates(seen, ledgers):
    """Packets/s that were really sent in the control runs, up and down."""
    seconds = sum(one.window.end - one.window.begin for one in seen) / 1e3
    return tuple(sum(way.sent(*one.window.control) for one in seen) / seconds if seconds else 0.0 for way in ledgers)


def broken(run):
    """The promises that this run did not keep, in words with their numbers."""
    kind, words = run.plan.kind, []

    def require(holds, text):
        if not holds:
            words.append(f"{kind.name} at {run.plan.rate:g}/s: {text}")
    number = len(run.moves)
    require(number, f"no move counts: all {len(run.discarded)} controls lost packets")
    lost = run.count(lambda move: move["first_frame_to_switched"] is None)
    require(not lost, f"{lost} of {number} moves without a finished handover")
    for figure, text in (("lost_up_after", "uplink lost after the first frame"),
                         ("lost_after_switched", "lost after switchedAt + 5 ms"),
                         ("duplicated_unannounced", "duplicated" + " outside the announced window" * kind.announced)):
        bad = run.count(lambda move, figure=figure: move[figure])
        require(not bad, f"{text} in {bad} of {number} moves, {run.total(figure)} packets")
    over = run.count(lambda move: move["bound_down"] is not None and move["lost_down_after"] > move["bound_down"])
    require(not over, f"downlink lost beyond the bound in {over} of {number} moves")
    if not kind.announced:
        require_times(run, require)
    require_announced(run, require)
    return words


def require_times(run, require):
    """How long the bounce may take."""
    spread = run.distribution("first_frame_to_switched")
    if spread["n"]:
        require(spread["p50"] <= MEDIAN_MS, f"bounce after {spread['p50']:.1f} ms in the median, not {MEDIAN_MS:g}")
        require(spread["p99"] <= P99_MS, f"bounce after {spread['p99']:.1f} ms at p99, not {P99_MS:g}")


def require_announced(run, require):
    """What an announced move may lose: nothing if the node is never away, nothing of a call's downlink if it is."""
    kind, number = run.plan.kind, len(run.moves)
    if not kind.announced:
        return
    call = kind.move == "hard" and run.plan.rate <= CALL_RATE
    ways = ("up", "down") if not kind.gap_ms else ("down",) if call else ()
    for way in ways:
        bad = run.count(lambda move, way=way: move[f"lost_{way}_before"] or move[f"lost_{way}_after"])
        total = run.total(f"lost_{way}_before") + run.total(f"lost_{way}_after")
        require(not bad, f"{way}link lost in {bad} of {number} announced moves, {total} packets")


def as_json(run):
    """The run as data: times in ms, losses in packets."""
    return {"kind": run.plan.kind.name, "words": run.plan.kind.words, "notice_ms": run.plan.kind.notice_ms,
            "break_ms": run.plan.kind.gap_ms, "rate": run.plan.rate, "moves": len(run.moves),
            "discarded": len(run.discarded), "load_average": {"before": run.load[0], "after": run.load[1]},
            "sent_rate": {"up": run.sent_rates[0], "down": run.sent_rates[1]}, "flows": run.flows,
            "control_lost": distribution(run.control_losses),
            "figures": {name: {"unit": unit.unit, **run.distribution(name)} for name, unit in FIGURES.items()},
            "each_move": run.moves, "each_discarded": run.discarded, "not_held": broken(run)}
