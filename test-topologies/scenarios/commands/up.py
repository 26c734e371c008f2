"""Start the controller with the app and bring up campus, with the node at edge1; leave it all running."""

from scenarios import machine
from scenarios.commands.demo import KEPT
from scenarios.progress import say


def add_options(_parser):
    """There are none."""


def run(_options):
    machine.require_root()
    machine.install_packages()
    from scenarios.stage import Stage
    with Stage() as stage:
        stage.keep()
    say(KEPT)
    return 0
