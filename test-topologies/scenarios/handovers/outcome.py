"""The outcome of all moves of one kind at one rate, put together from the rounds, and the same as data."""

from dataclasses import dataclass

from scenarios.handovers import figures
from scenarios.handovers.figures import FIGURES, distribution
from scenarios.handovers.kinds import Cell, Kind

STILL_FLOWING_MS = 100.0      # a bounce has to stay out at least so long after all is switched
CONTROL_LOST = "its control run lost packets"
BOUNCE_BACK = "the bounce came back too early"


@dataclass(frozen=True)
class Outcome:
    """All moves of a cell: `moves` are the figures of those that count, `discarded` of those that do not."""

    cell: object                  # kinds.Cell
    moves: list
    discarded: list

    def distribution(self, figure):
        return distribution([move[figure] for move in self.moves])

    def total(self, figure):
        """Sum over the moves that count."""
        return sum(move[figure] or 0 for move in self.moves)

    def count(self, holds):
        """How many of the moves that count have a property."""
        return sum(1 for move in self.moves if holds(move))

    def mean(self, figure):
        """Mean over the moves that count and have it; None without any."""
        values = [move[figure] for move in self.moves if move[figure] is not None]
        return sum(values) / len(values) if values else None


def plain(run):
    """Whether the moves of an Outcome are neither announced nor without the bounce: all of these are judged as one."""
    return run.cell.kind.bounce and not run.cell.kind.announced


def pools(outcomes):
    """For each rate an Outcome of all plain moves of several kinds."""
    rates = dict.fromkeys(run.cell.rate for run in outcomes)
    return [together([run for run in outcomes if run.cell.rate == rate and plain(run)]) for rate in rates
            if any(run.cell.rate == rate and plain(run) for run in outcomes)]


def together(runs):
    """Outcomes at one rate as one."""
    kind = Kind("+".join(run.cell.kind.name for run in runs), "", 0.0)
    return Outcome(Cell(kind, runs[0].cell.rate, sum(run.cell.moves for run in runs), runs[0].cell.flow),
                   [move for run in runs for move in run.moves], [move for run in runs for move in run.discarded])


def record(kind, block, seen, ledgers):
    """The figures of one move in a block, and what is needed to judge it."""
    up, down = ledgers
    begin, end = seen.window.control
    handover = seen.handover
    return {**figures.move_figures(seen, up, down, block.rate), "kind": kind.name, "rate": block.rate,
            "flow": block.flow.name, "block": block.number,
            "from": seen.move.source, "to": seen.move.target, "detach": seen.move.detach,
            "sequence": handover.sequence if handover else None, "trigger": handover.trigger if handover else None,
            "control_lost": figures.control_loss(seen.window, up, down),
            "control_lost_at": [at for way in ledgers for at in way.lost_at if begin <= at < end],
            "lost_settled_at": figures.settled_losses(seen, up, down),
            "control_sent": [way.sent(begin, end) for way in ledgers], "control_ms": end - begin,
            "bounce_out": figures.difference(seen.dropped_until, seen.move.first_frame),
            "late_packets": figures.late_packets(seen, down),
            "bursts": figures.bursts(seen.window, seen.move.first_frame, up, down)}


def outcomes(cells, records, handovers):
    """The Outcomes of cells, from the records of all moves and the handovers by sequence as they ended."""
    cleaned = [one.cleaned for one in handovers.values() if one.cleaned is not None]
    finished = [finish(one, handovers.get(one["sequence"]), cleaned) for one in records]
    found = []
    for cell in cells:
        own = [one for one in finished
               if (one["kind"], one["rate"], one["flow"]) == (cell.kind.name, cell.rate, cell.flow.name)]
        found.append(Outcome(cell, [one for one in own if not one["discarded"]],
                             [one for one in own if one["discarded"]]))
    return found


def finish(one, handover, cleaned):
    """The record of a move as it ended; `discarded` says why it does not count, if it does not."""
    late = figures.record_figures(handover) if handover else {}
    near = {f"{name}_at_clean_up": about(one[f"{name}_at"], cleaned) for name in ("control_lost", "lost_settled")}
    return {**one, **late, **near, "discarded": why_discarded(one)}


def about(times, cleaned):
    """How many of some times are close to one at which an edge was cleaned up after a handover."""
    return sum(1 for at in times if any(abs(at - time) <= figures.CLEAN_UP_MS for time in cleaned))


def why_discarded(one):
    if one["control_lost"]:
        return CONTROL_LOST
    switched = one["first_frame_to_switched"]
    if one["bounce_out"] is not None and switched is not None and one["bounce_out"] < switched + STILL_FLOWING_MS:
        return BOUNCE_BACK
    return None


def sent_rates(moves):
    """Packets/s that were really sent in the control runs, up and down."""
    seconds = sum(move["control_ms"] for move in moves) / 1e3
    return [sum(move["control_sent"][way] for move in moves) / seconds if seconds else 0.0 for way in (0, 1)]


def as_json(run):
    """The outcome as data: times in ms, losses in packets."""
    kind = run.cell.kind
    return {"kind": kind.name, "words": kind.words, "notice_ms": kind.notice_ms, "break_ms": kind.gap_ms,
            "bounce": kind.bounce, "rate": run.cell.rate, "flow": run.cell.flow.name, "moves": len(run.moves),
            "discarded": len(run.discarded),
            "sent_rate": dict(zip(("up", "down"), sent_rates(run.moves))),
            "control_lost": distribution([move["control_lost"] for move in [*run.moves, *run.discarded]]),
            "figures": spreads(run), "each_move": run.moves, "each_discarded": run.discarded}


def spreads(run):
    """{figure: its unit and distribution}."""
    return {name: {"unit": unit.unit, **run.distribution(name)} for name, unit in FIGURES.items()}
