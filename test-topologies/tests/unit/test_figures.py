"""From what was observed to figures."""

import unittest

from probes.flowmods import FlowMod
from scenarios.figures import (Observed, Placement, anchor_of, connections, down_bound, echo_silence, elsewhere, loss,
                               placement_of, session_outcome)
from tests.unit import samples


class LossTest(unittest.TestCase):

    def test_packets_are_told_apart_by_when_they_were_sent(self):
        # sent at 9980, 10000 (detach), 10020, 10100 (first frame), 10120
        direction = samples.stream(20_000.0, lost=(499, 500, 501, 505, 506))
        found = loss(direction, 9970.0, 10_000.0, 10_100.0, 12_000.0)
        self.assertEqual((2, 3, 2, 5), (found.in_span, found.outside_span, found.after_first_frame, found.total))

    def test_bound_is_rounded_up(self):
        self.assertEqual((1, 2, 2), (down_bound(5.0, 2.0, 50), down_bound(5.0, 2.0, 200), down_bound(5.0, 5.0, 200)))


class MoveFiguresTest(unittest.TestCase):

    def test_times_of_a_move(self):
        move = samples.report(("air",)).moves[0]
        self.assertAlmostEqual(5.0, move.gap_ms)
        self.assertAlmostEqual(2.0, move.control_ms)
        self.assertAlmostEqual(1.5, move.app_ms)
        self.assertAlmostEqual(10_007.0, move.settled)

    def test_a_move_without_a_handover_has_no_control_time(self):
        move = samples.report(("air",), control_ms=None).moves[0]
        self.assertIsNone(move.control_ms)
        self.assertEqual(move.first_frame, move.settled)

    def test_a_move_ends_where_the_next_begins(self):
        first, second = samples.report(("air", "hard")).moves
        self.assertLess(first.end, second.detach)
        self.assertEqual(14_000.0, second.end)

    def test_a_loss_belongs_to_the_move_before_it(self):
        first, second = samples.report(("air", "air"), lost_down=(500, 600)).moves   # sent at 10000 and 12000
        self.assertEqual((1, 1), (first.streams["call"].down.total, second.streams["call"].down.total))

    def test_web_is_where_its_first_connection_after_the_move_was(self):
        move = samples.report(("air",)).moves[0]
        self.assertEqual(Placement("edge2", "198.51.100.65"), move.placements["web"])

    def test_the_open_connection_broke_and_where_it_went_on(self):
        move = samples.report(("air",)).moves[0]
        self.assertEqual("reset after 15 ms", move.download)
        self.assertEqual("edge2", move.placements["download"].anchor)


class FlowModsTest(unittest.TestCase):
    """The first move leads from edge1 to edge2 at 10000, its handover is cleaned at 10507."""

    def counted(self, bridge, at):
        mod = FlowMod(bridge, at, "ADDED", 1, "")
        return [(move.flow_mods, move.flow_mods_elsewhere) for move in samples.report(flow_mods=[mod]).moves]

    def test_on_an_edge_concerned(self):
        self.assertEqual([(1, 0), (0, 0)], self.counted("edge2", 10_010.0))

    def test_on_a_core_switch(self):
        self.assertEqual([(1, 1), (0, 0)], self.counted("core1", 10_010.0))

    def test_on_the_owner_of_an_ipv6_address(self):
        one = Observed(samples.moves(("air",))[0], None, {}, frozenset({"edge1"}), owners6=frozenset({"edge3"}))
        mods = [FlowMod("edge3", 10_010.0, "ADDED", 1, f"table=1 priority=50001,{match}") for match in ("ipv6", "ip")]
        self.assertEqual(mods[1:], elsewhere(mods, [one]))

    def test_on_an_edge_whose_turn_is_over(self):
        self.assertEqual([(0, 0), (1, 0)], self.counted("edge2", 12_200.0))     # the second move leads on from there
        self.assertEqual([(1, 1), (0, 0)], self.counted("edge2", 11_000.0))

    def test_clean_up_of_the_move_before_may_reach_into_the_next(self):
        made = samples.moves(("air", "air"))
        first, second = (Observed(move, None, {}, frozenset({move.source})) for move in made)
        self.assertEqual([], elsewhere([FlowMod("edge1", 12_010.0, "DELETED", 1, "")], [first, second]))


class SessionTest(unittest.TestCase):

    def test_silence_that_begins_in_the_span(self):
        log = [{"event": "echo", "at": at} for at in (0.0, 100.0, 350.0, 450.0)]
        self.assertAlmostEqual(250.0, echo_silence(log, 90.0, 200.0))
        self.assertAlmostEqual(100.0, echo_silence(log, 400.0, 500.0))

    def test_outcome_of_the_span_only(self):
        log = samples.session(5_000.0, broken_at=1_000.0)
        self.assertEqual("reset after 100 ms", session_outcome(log, 900.0, 2_000.0))
        self.assertEqual("went on", session_outcome(log, 2_000.0, 9_000.0))

    def test_connections_by_their_beginning(self):
        log = [{"begin": 1.0}, {"begin": 2.0}, {"begin": 3.0}]
        self.assertEqual([{"begin": 2.0}], connections(log, 2.0, 3.0))


class PlacementTest(unittest.TestCase):

    def test_anchor_of_pool_home_and_elsewhere(self):
        self.assertEqual(("edge2", "edge1", "-"), (anchor_of("198.51.100.70"), anchor_of("10.1.0.10"),
                                                   anchor_of("203.0.113.10")))

    def test_placement_of_a_peer(self):
        self.assertEqual(Placement("edge3", "2001:db8:0:3::a"), placement_of("[2001:db8:0:3::a]:4711"))
        self.assertEqual(Placement("edge4", "198.51.100.193"), placement_of("198.51.100.193:4711"))


if __name__ == "__main__":
    unittest.main()
