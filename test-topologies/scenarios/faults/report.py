"""The outcomes of scenarios as text for a person."""

from scenarios.faults.outcome import gaps, losses, not_right
from scenarios.sections import Verdict
from scenarios.table import table

LEGEND = ("rules right: when every switch held what it should, seen at the switch: those that are connected, from the",
          "beginning of the fault and while it lasted; all of them, from its end. lost: packets, both ways, of the node,",
          "of others whose path failed, of others, and of all in a control run of 4 s before. back: the last lost packet",
          "of the node and of those whose path failed. again: rules that were deleted and added again, longest gap.")


def text(outcomes):
    """All of it, as lines of at most 120 columns."""
    over = ["", "", "rules right, s", None, "lost", None, None, None, "back, s", None, ""]
    under = ["fault", "lasted", "begin", "end", "node", "failed", "others", "control", "begin", "end", "again"]
    return ["FAULTS   each with eight streams each way: two of the node, six of hosts that stand still",
            *table([over, under], [row(outcome) for outcome in outcomes]), "", *words(outcomes), "", *LEGEND]


def row(outcome):
    """One line of the table."""
    node = [talk for talk in outcome.talks if talk.of_node]
    failed = [talk for talk in outcome.talks if not talk.of_node and talk.path_failed]
    others = [talk for talk in outcome.talks if not talk.of_node and not talk.path_failed]
    concerned = [talk for talk in node + failed if talk.lost]
    return [outcome.scenario.name, seconds(outcome.lasted_ms), seconds(outcome.right_meanwhile_ms),
            seconds(outcome.right_ms), lost(node), lost(failed), lost(others),
            sum(talk.control_lost for talk in outcome.talks),
            seconds(max((talk.resumed_ms for talk in concerned), default=None)),
            seconds(max((talk.resumed_after_end_ms for talk in concerned), default=None)), again(outcome.flaps)]


def lost(talks):
    """Packets lost of these, `-` when there are none of them."""
    return sum(talk.lost for talk in talks) if talks else "-"


def seconds(value):
    return "-" if value is None else f"{value / 1e3:.1f}"


def again(flaps):
    """How many rules were deleted and added again, and the longest gap in ms."""
    return f"{len(flaps)} ({max(flap.away_ms for flap in flaps):.0f} ms)" if flaps else "0"


def words(outcomes):
    """What each scenario is, and what the check reported while it lasted."""
    lines = []
    for outcome in outcomes:
        lines.append(f"{outcome.scenario.name}: {outcome.scenario.words}")
        lines += [f"    {severity} {subject}: {message}"[:118] for severity, subject, message in outcome.reported]
    return lines


def verdicts(outcomes):
    """What was promised, and whether it held."""
    void = sum(1 for outcome in outcomes for talk in outcome.talks if talk.control_lost)
    promises = (("every fault ends in the right rules everywhere, without a person", not_right),
                ("streams of others, and of the node where the fault is not its own, lose nothing", losses),
                ("a restart lets no rule go for a moment", gaps))
    found = []
    for promise, failures_of in promises:
        failures = [line for outcome in outcomes for line in failures_of(outcome)]
        numbers = "; ".join(failures) or f"all {len(outcomes)}"
        if failures_of is losses and void:
            numbers += f" ({void} streams not judged: they lost packets in the control run, too)"
        found.append(Verdict(promise, not failures, numbers))
    return found
