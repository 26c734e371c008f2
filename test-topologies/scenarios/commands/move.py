"""Move the node of a running campus to another edge."""

from scenarios.progress import say
from topologies.holder import ask
from topologies.plan import BY_NAME


def add_options(parser):
    parser.add_argument("edge", choices=BY_NAME, help="where to")
    parser.add_argument("--hard", action="store_true", help="take the old port down; else no port changes state")


def run(options):
    move = ask(request="move", kind="hard" if options.hard else "air", target=options.edge)
    say(f"{move['source']} -> {move['target']}, first frame after {move['gap_ms']:.1f} ms")
    return 0
