"""Section `families`: the same moves under streams of both families, with an address that the anchor has lent and with
the node's own, side by side.

The node has one address of each family, both at home at edge 1, and every anchor has a pool for each. So the four
streams differ in nothing but what their names say; a handover moves both addresses, whatever stream is measured.
"""

import json
import math

from scenarios import controller
from scenarios.handovers import kinds, outcome, promises, report, schedule, section
from scenarios.rest import APP, Controller
from scenarios.sections import Result
from scenarios.table import table
from topologies import plan
from topologies.ipv6 import speak_ipv6, take_address
from topologies.record import RUN_DIRECTORY

VARIANT = plan.CAMPUS.unwired()
KINDS = ("hard", "air")
SHARE = 0.5                   # hard moves under each stream, for each one of section `moves` at each rate
OWN = "own-address"
READY_TIMEOUT_S = 20.0


def measure(stage, options, say):
    chosen = [kinds.BY_NAME[name] for name in KINDS]
    number = max(1, math.ceil(SHARE * options.moves))
    cells = [kinds.Cell(kind, float(min(options.rate)), number, flow) for kind in chosen for flow in kinds.FLOWS]
    blocks = schedule.blocks(cells, schedule.rounds(number), options.seed)
    say(f"{len(cells) * number} moves in {len(blocks)} blocks under {len(kinds.FLOWS)} streams")
    with BothFamilies(stage.world):
        outcomes, loads = section.carry_out(stage.world, cells, blocks, say, warm_up)
    return result(outcomes, loads)


def warm_up(runner, cells):
    order = list(dict.fromkeys(cell.kind for cell in cells))
    for flow in kinds.FLOWS:
        runner.warm_up(cells[0].rate, order, flow)


class BothFamilies:
    """While it is entered: anchors lend addresses of both families, and the node has one of its own of each."""

    def __init__(self, world):
        self._node = world.net[plan.NODE.name]

    def __enter__(self):
        configure(configuration())
        take_address(self._node)
        rest = Controller()
        controller.await_that("the node's IPv6 address is bound", READY_TIMEOUT_S,
                              lambda: plan.NODE.ip6 in rest.binding(plan.NODE.mac)["addresses"])

    def __exit__(self, *_error):
        speak_ipv6(self._node, speaking=False)
        configure(json.loads(plan.CONFIGURATION.read_text()))


def configuration():
    """That of campus, with pools for IPv6, and a class whose flows keep the node's own address."""
    document = json.loads(plan.CONFIGURATION.read_text())
    dmm = document["apps"][APP]["dmm"]
    for anchor in dmm["anchors"]:
        anchor["uplink"]["ipv6"]["pool"] = [plan.BY_NAME[anchor["name"]].pool6]
    dmm["classes"].append({"name": OWN, "continuity": "FIXED", "strategy": "home", "rescue": True})
    dmm["rules"].insert(0, {"class": OWN, "protocol": "udp", "ports": kinds.OWN_PORT})
    return document


def configure(document):
    path = RUN_DIRECTORY / "families.json"
    path.write_text(json.dumps(document))
    controller.step("configuring", "cfg", path)


def result(outcomes, loads):
    """The Result for these Outcomes."""
    held = []
    for flow in kinds.FLOWS:
        runs = [run for run in outcomes if run.cell.flow == flow]
        held += promises.plain(runs, runs[0].cell.rate)
    data = {"load_average": {"least": min(loads), "most": max(loads)},
            "runs": [outcome.as_json(run) for run in outcomes]}
    return Result([*side_by_side(outcomes), f"Load average {min(loads):.1f} to {max(loads):.1f}."], data, held)


def side_by_side(outcomes):
    """One line a kind and stream."""
    rows = [[run.cell.kind.name, run.cell.flow.name, *report.overview_row(run)[2:]] for run in outcomes]
    over, under = report.OVERVIEW
    return [f"BOTH FAMILIES   {outcomes[0].cell.rate:g} packets/s each way; the columns are those of the table of all "
            "runs", *table([["", *over[1:]], [under[0], "stream", *under[2:]]], rows)]
