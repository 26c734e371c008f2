"""Section `faults`: each scenario breaks something under streams of several hosts, mends it, and waits until the rules
are right everywhere."""

from scenarios.faults import report
from scenarios.faults.catalogue import BY_NAME
from scenarios.faults.outcome import as_json
from scenarios.sections import Result
from topologies import plan
from topologies.record import RUN_DIRECTORY

VARIANT = plan.CAMPUS         # its links are unplugged
SECONDS_EACH = 30             # roughly


def measure(stage, options, say):
    names = getattr(options, "scenario", None) or list(BY_NAME)
    say(f"{len(names)} faults, about {len(names) * SECONDS_EACH / 60:.0f} min")
    return result(play(stage.world, names, say))


def play(world, names, say):
    """Play scenarios on a campus that is up; their Outcomes."""
    from scenarios.faults.runner import Runner
    from scenarios.rest import Controller
    runner = Runner(world, Controller(), RUN_DIRECTORY / "faults", say)
    try:
        return [runner.play(BY_NAME[name]) for name in names]
    finally:
        runner.close()


def result(outcomes):
    """The Result for these Outcomes."""
    return Result(report.text(outcomes), {"scenarios": [as_json(one) for one in outcomes]}, report.verdicts(outcomes))
