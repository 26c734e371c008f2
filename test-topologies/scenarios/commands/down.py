"""Take down campus, the controller, and Open vSwitch if we started it; also what a killed run left behind."""

from scenarios import controller, machine
from scenarios.progress import say
from topologies.record import CAMPUS_RECORD, Record


def add_options(_parser):
    """There are none."""


def run(_options):
    machine.require_root()
    strike_everything()
    say("everything is down")
    return 0


def strike_everything():
    """Remove whatever a run of ours has made, in the order opposite to its making."""
    Record.load(CAMPUS_RECORD).sweep()
    controller.stop()
    machine.stop_open_vswitch()
