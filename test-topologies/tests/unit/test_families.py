"""Section `families`: what is measured, under which configuration, and how it is told."""

import json
import unittest
from collections import Counter

from scenarios.handovers import families, kinds, outcome, schedule
from tests.unit.test_handovers import QUIET, RATE, SEEN, ledger
from topologies import plan

CHOSEN = [kinds.BY_NAME[name] for name in families.KINDS]
CELLS = [kinds.Cell(kind, RATE, 2, flow) for kind in CHOSEN for flow in kinds.FLOWS]


def outcomes(lost=None):
    """Outcomes of one move a cell; under the flow `lost` packets are lost after the first frame."""
    records = []
    for cell in CELLS:
        down = ledger(lost_at=[1_006.0, 1_500.0]) if cell.flow == lost else QUIET
        block = schedule.Block(1, RATE, (), cell.flow)
        records += [outcome.record(cell.kind, block, SEEN, (QUIET, down)) for _ in range(cell.moves)]
    return outcome.outcomes(CELLS, records, {1: SEEN.handover})


class FamiliesTest(unittest.TestCase):

    def test_every_stream_has_blocks_of_its_own_with_all_kinds(self):
        blocks = schedule.blocks(CELLS, 2, seed=1)
        self.assertEqual(Counter({flow: 2 for flow in kinds.FLOWS}), Counter(block.flow for block in blocks))
        self.assertEqual({("air", "hard")}, {tuple(sorted(kind.name for kind in block.kinds)) for block in blocks})

    def test_moves_are_told_apart_by_their_stream(self):
        found = outcomes(kinds.FLOWS[2])
        self.assertEqual([2] * len(CELLS), [len(run.moves) for run in found])
        self.assertEqual({kinds.FLOWS[2]}, {run.cell.flow for run in found if run.total("lost_settled")})

    def test_verdicts_and_table_name_the_stream(self):
        result = families.result(outcomes(kinds.FLOWS[3]), [0.5])
        broken = [one.promise for one in result.verdicts if not one.held]
        self.assertEqual(["1000/s, IPv6, own address, 2 hard, 2 air: nothing lost that was sent more than 5 ms after "
                          "the barrier reply"], broken)
        for flow in kinds.FLOWS:
            self.assertEqual(2, sum(flow.name in line for line in result.lines), flow)
        self.assertLessEqual(max(map(len, result.lines)), 120)
        json.dumps(result.data)

    def test_every_anchor_lends_addresses_of_both_families(self):
        dmm = families.configuration()["apps"]["org.onosdmm"]["dmm"]
        self.assertEqual([[edge.pool6] for edge in plan.EDGES],
                         [anchor["uplink"]["ipv6"]["pool"] for anchor in dmm["anchors"]])

    def test_the_port_decides_whether_an_address_is_lent(self):
        dmm = families.configuration()["apps"]["org.onosdmm"]["dmm"]
        continuity = {one["name"]: one["continuity"] for one in dmm["classes"]}
        for flow in kinds.FLOWS:
            rule = next(one for one in dmm["rules"] if covers(str(one.get("ports", "")), flow.port))
            self.assertEqual("SESSION_LASTING" if flow.lent else "FIXED", continuity[rule["class"]])


def covers(ports, port):
    """Whether a port is in a range as the configuration writes it."""
    first, _, last = ports.partition("-")
    return bool(first) and int(first) <= port <= int(last or first)


if __name__ == "__main__":
    unittest.main()
