"""Start the controller with the app and bring up campus, with the node at edge1; leave it all running. In
`campus-dhcp` no host inside has an address: run a DHCP client in it."""

from scenarios import machine
from scenarios.commands.demo import KEPT
from scenarios.progress import say
from topologies import plan


def add_options(parser):
    parser.add_argument("name", nargs="?", choices=sorted(plan.VARIANTS), default="campus", metavar="NAME",
                        help=f"{', '.join(plan.VARIANTS)} (default %(default)s)")


def run(options):
    machine.require_root()
    machine.install_packages()
    from scenarios.stage import Stage
    with Stage(plan.VARIANTS[options.name]) as stage:
        stage.keep()
    say(KEPT)
    return 0
