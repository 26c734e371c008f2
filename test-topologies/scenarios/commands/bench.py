"""Measurements. `handover`: how long handovers take and what they cost, over many moves of several kinds with and
without notice, under fast streams. Each move has a control run of the same length; a move whose control loses packets
is discarded and reported as such. Exit code 0 when everything that is promised held."""

import json
import os
from pathlib import Path

from scenarios import machine
from scenarios.progress import say
from topologies.record import RUN_DIRECTORY

RATES = (1000.0, 5000.0)


def add_options(parser):
    measurements = parser.add_subparsers(dest="measurement", metavar="MEASUREMENT", required=True)
    handover = measurements.add_parser("handover", help="the handover of a moving node", description=__doc__)
    handover.add_argument("--moves", type=positive, default=20, metavar="N",
                          help="counted moves of each kind at each rate (default %(default)s)")
    handover.add_argument("--rate", type=positive, nargs="+", default=RATES, metavar="R",
                          help="packets/s each way; several make several runs (default 1000 5000)")
    handover.add_argument("--kind", nargs="+", metavar="KIND", choices=kind_names(), default=kind_names(),
                          help=f"kinds of moves (default all: {', '.join(kind_names())})")
    handover.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")


def positive(text):
    """A whole number above zero."""
    number = int(text)
    if number <= 0:
        raise ValueError(text)
    return number


def kind_names():
    from scenarios.handovers.kinds import KINDS
    return [kind.name for kind in KINDS]


def run(options):
    machine.require_root()
    machine.install_packages()
    from scenarios.handovers import kinds, report
    from scenarios.stage import Stage
    plans = kinds.plan_runs([kinds.BY_NAME[name] for name in options.kind], options.rate, options.moves)
    with Stage() as stage:
        outcomes = measure(stage.world, plans)
    print("", *report.text(outcomes), "", *report.verdict(outcomes), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(as_json(outcomes), indent=1) + "\n")
    return 1 if failures(outcomes) else 0


def measure(world, plans):
    """Carry out all runs on a campus that is up; their Outcomes."""
    from probes.flowmods import Watcher
    from scenarios.handovers.runner import Runner
    from scenarios.notices import Notices
    from scenarios.rest import Controller
    from topologies.world import switch_names
    watcher, notices = Watcher(switch_names()), Notices()
    try:
        runner = Runner(world, Controller(), notices, watcher, RUN_DIRECTORY / "bench", lambda line: say(f"  {line}"))
        return [runner.run(plan) for plan in plans]
    finally:
        notices.close()
        watcher.close()


def failures(outcomes):
    from scenarios.handovers.outcome import broken
    return [words for outcome in outcomes for words in broken(outcome)]


def as_json(outcomes):
    """All runs as data."""
    from scenarios.handovers import outcome
    return {"machine": {"processors": os.cpu_count()}, "runs": [outcome.as_json(run) for run in outcomes],
            "not_held": failures(outcomes)}
