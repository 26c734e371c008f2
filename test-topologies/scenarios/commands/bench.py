"""How long handovers take and what they cost, over many moves of each kind, with call and conference running."""

from scenarios import machine
from scenarios.progress import say
from scenarios.table import milliseconds, table
from topologies.record import RUN_DIRECTORY

ROUND = ("edge2", "edge3", "edge4", "edge1")


def add_options(parser):
    parser.add_argument("--moves", type=int, default=20, metavar="N", help="of each kind (default %(default)s)")


def run(options):
    machine.require_root()
    machine.install_packages()
    from scenarios.rest import Controller
    from scenarios.scene import WARM_UP, Scene, Step
    from scenarios.stage import Stage
    steps = [Step(kind, target, True) for kind, target in WARM_UP]
    for kind in ("air", "hard"):
        steps += [Step(kind, ROUND[number % len(ROUND)]) for number in range(options.moves - options.moves % 4)]
    with Stage() as stage:
        scene = Scene(stage.world, Controller(), RUN_DIRECTORY / "bench", lambda line: say(f"  {line}"), steps)
        outcome = scene.play()
    print("", *summary(outcome), sep="\n")
    return 0


def summary(outcome):
    """Median, 95th percentile and largest value of every figure, by kind of move."""
    rows = []
    for kind in ("air", "hard"):
        moves = [move for move in outcome.moves if move.kind == kind and not move.warm_up]
        if moves:
            rows += kind_rows(kind, moves)
    return table([["move", "figure", "n", "median", "95 %", "largest"]], rows)


def kind_rows(kind, moves):
    """The rows of one kind of move."""
    figures = {"gap, ms": [move.gap_ms for move in moves],
               "control, ms": [move.control_ms for move in moves if move.control_ms is not None],
               "the app's own share, ms": [move.app_ms for move in moves if move.app_ms is not None]}
    for stream in moves[0].streams:
        for way in ("up", "down"):
            figures[f"{stream} {way}, lost outside the gap"] = [
                getattr(move.streams[stream], way).outside_span for move in moves]
    return [[kind, name, len(values), *(milliseconds(percentile(values, share)) for share in (0.5, 0.95, 1.0))]
            for name, values in figures.items()]


def percentile(values, share):
    """The value that `share` of all values do not exceed; None when there are none."""
    ordered = sorted(values)
    if not ordered:
        return None
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]
