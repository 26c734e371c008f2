"""The scene: a node with a call, a video conference, a web and a mail client and a session from outside moves
through all four edges, with and without a port going down. What is missing is installed, what is not built is
built. Exit code 0 when everything that is promised held."""

import json
from pathlib import Path

from scenarios import machine
from scenarios.progress import say
from topologies.record import RUN_DIRECTORY

KEPT = """
Left running. Where to look:
  ./dmm status                      what is up
  ./dmm cli dmm-bindings            also dmm-anchors, dmm-flows, dmm-handovers; -j for JSON
  ssh -p 8101 onos@127.0.0.1        the controller's shell, password rocks
  http://127.0.0.1:8181/onos/dmm    REST below /onos/dmm/v1, user onos, password rocks
  ./dmm move edge3                  move the node; --hard takes its old port down
  ./dmm down                        take everything down"""


def add_options(parser):
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures as JSON, too")
    parser.add_argument("--keep", action="store_true", help="leave everything running afterwards")


def run(options):
    machine.require_root()
    machine.install_packages()
    from scenarios import report
    from scenarios.judge import judge
    from scenarios.rest import Controller
    from scenarios.scene import Scene
    from scenarios.stage import Stage
    with Stage() as stage:
        outcome = Scene(stage.world, Controller(), RUN_DIRECTORY / "scene", lambda line: say(f"  {line}")).play()
        failures = judge(outcome)
        print("", *report.text(outcome), "", *verdict(failures), sep="\n")
        if options.json:
            options.json.write_text(json.dumps(report.as_json(outcome, failures), indent=1) + "\n")
        if options.keep:
            stage.keep()
            say(KEPT)
    return 1 if failures else 0


def verdict(failures):
    """The last lines of the report."""
    if not failures:
        return ["Everything that is promised held."]
    return ["NOT HELD:", *(f"  {failure}" for failure in failures)]
