"""Measures how flows of captures are told apart by application class: a folder with captures and `flows.csv`, the labels
that their tool (nDPI) gave. The classifier gets only what the shipped rules show the controller. What a label counts as:
docs/classification-truth.md. Exit code 0 when it is as much better than the tool's own first-packet label as promised."""

import json

from scenarios.emulated import measured
from scenarios.progress import StepError
from scenarios.sections import Verdict
from scenarios.table import table

TEST = "ClassifyBench"
SETS = ("real-time", "streaming")
WAYS = (("over_flows", "over flows"), ("mean_over_files", "mean over files"))
TELLERS = (("classifier", "classifier"), ("first_packet_label", "first-packet label"))
MORE_RECALL, LESS_PRECISION, FALSE_ALARMS = 0.10, 0.02, 0.02
ROUNDING = 1e-9


def run(options, say):
    """Measure and print; the exit code."""
    folder = options.captures.resolve()
    if not (folder / "flows.csv").is_file():
        raise StepError(f"{options.captures} has no flows.csv")
    say(f"replaying the captures in {options.captures}")
    properties = {"dmm.captures": folder}
    if options.flows:
        properties["dmm.flows"] = options.flows.resolve()
    found, passed = measured.figures(TEST, "flows of captures through the classifier", properties)
    if not passed or len(found) != 1:
        raise StepError(f"the replay failed; see {measured.log(TEST)}")
    kept = verdicts(found[0])
    print("", *text(found[0]), "", *(line for verdict in kept for line in verdict.lines()), sep="\n")
    if options.json:
        held = {verdict.promise: {"held": verdict.held, "numbers": verdict.numbers} for verdict in kept}
        options.json.write_text(json.dumps({**found[0], "held": held}, indent=1) + "\n")
    return 0 if all(verdict.held for verdict in kept) else 1


def text(found):
    """For a person."""
    shown = 100 * found["frames_shown"] / max(1, found["frames"])
    lines = [f"{found['flows']:,} flows of {found['files']} captures; the rules showed {found['frames_shown']:,} of "
             f"{found['frames']:,} frames ({shown:.1f} %)",
             *(f"  not read: {name}" for name in found["files_not_read"]),
             *([f"  not found in the captures: {len(found['flows_not_found'])} flows, for example "
                f"{found['flows_not_found'][0]}"] if found["flows_not_found"] else []), ""]
    for teller, title in TELLERS:
        lines += [title.upper(), *classes(found[teller]), ""]
    return lines + ["BY STEP   flows that it decided, those that it got right",
                    *table([["step", "flows", "right", "real-time", "right", "streaming", "right"]],
                           [[name, step["flows"], step["right"], step["real-time"], step["real-time_right"],
                             step["streaming"], step["streaming_right"]] for name, step in found["steps"].items()])]


def classes(figures):
    rows = [row(name, figures[name]) for name in SETS]
    rows += [row(name, one) for name, one in figures["classes"].items()]
    return table([["", None, None, "over flows", None, "mean over files", None],
                  ["class", "flows", "called so", "recall", "precision", "recall", "precision"]], rows)


def row(name, one):
    return [name, one["flows"], one["called"], *(share(one[way][figure]) for way, _ in WAYS
                                                 for figure in ("recall", "precision"))]


def share(value):
    return "-" if value is None else f"{value:.3f}"


def verdicts(found):
    """One promise a set of classes and way of counting; where there are no such flows nothing can be told."""
    kept = []
    for name in SETS:
        for way, words in WAYS:
            ours, theirs = (found[teller][name][way] for teller, _ in TELLERS)
            if ours["recall"] is not None and theirs["recall"] is not None:
                kept += [recall(name, words, ours, theirs), precision(name, words, ours, theirs)]
            if name == "real-time" and ours["false_alarms"] is not None:
                kept.append(Verdict(f"at most {FALSE_ALARMS:.0%} of other flows called real-time, {words}",
                                    ours["false_alarms"] <= FALSE_ALARMS, f"{ours['false_alarms']:.2%}"))
    return kept


def recall(name, words, ours, theirs):
    return Verdict(f"recall of {name} at least {MORE_RECALL:.2f} above the first-packet label's, {words}",
                   ours["recall"] >= theirs["recall"] + MORE_RECALL - ROUNDING,
                   f"{share(ours['recall'])} against {share(theirs['recall'])}")


def precision(name, words, ours, theirs):
    least = (theirs["precision"] if theirs["precision"] is not None else 1.0) - LESS_PRECISION
    return Verdict(f"precision of {name} at most {LESS_PRECISION:.2f} below the first-packet label's, {words}",
                   ours["precision"] is not None and ours["precision"] >= least - ROUNDING,
                   f"{share(ours['precision'])} against {share(theirs['precision'])}")
