"""What is running, and what the controller says of it. Exit code 0 when controller and campus are up."""

from scenarios import controller, machine
from scenarios.progress import say
from scenarios.rest import Controller, ControllerError
from scenarios.table import table
from topologies.holder import HolderError, ask


def add_options(_parser):
    """There are none."""


def run(_options):
    machine.require_root()
    place = node_place()
    is_running = controller.running()
    say(f"Open vSwitch  {'runs' if machine.open_vswitch_runs() else 'does not run'}")
    say(f"controller    {'runs' if is_running else 'does not run: ./dmm up'}")
    say(f"campus        {f'is up, the node is at {place}' if place else 'is not up: ./dmm up'}")
    if is_running:
        print("", *anchors(), sep="\n")
    return 0 if place and is_running else 1


def node_place():
    """The edge at which the node of a campus in the background is; None when there is none."""
    try:
        return ask(request="where")["place"]
    except HolderError:
        return None


def anchors():
    """The controller's anchors, as a table."""
    try:
        rows = [[anchor["id"], anchor["device"], "yes" if anchor["available"] else "no", anchor["uplink"],
                 f"{anchor['leased']}/{anchor['poolSize']}", anchor["nodes"], anchor["flows"]]
                for anchor in Controller().anchors()]
    except (ControllerError, KeyError) as error:
        return [f"the app does not answer: {error}"]
    return table([["anchor", "device", "connected", "uplink", "leased", "nodes", "flows"]], rows)
