"""Each promise, held and broken."""

import unittest
from dataclasses import replace

from probes.flowmods import FlowMod
from probes.overhead import Overhead
from scenarios.judge import judge
from tests.unit import samples


def report(*arguments, **changes):
    """A report in which a flow-mod was seen: without one the watching is doubted."""
    made = samples.report(*arguments, **changes)
    return replace(made, moves=[replace(move, flow_mods=1) for move in made.moves])


class JudgeTest(unittest.TestCase):

    def assert_fails(self, words, judged):
        failures = judge(judged)
        self.assertEqual(1, len(failures), failures)
        self.assertIn(words, failures[0])

    def test_all_is_well(self):
        self.assertEqual([], judge(report()))

    def test_too_few_moves(self):
        self.assertEqual(2, len(judge(report(least_moves=8))))

    def test_warm_up_moves_do_not_count(self):
        warm = report(lost_down=range(500, 520))
        self.assertEqual([], [words for words in judge(
            replace(warm, moves=[replace(warm.moves[0], warm_up=True), warm.moves[1]])) if "lost" in words])

    def test_air_move_loses_downlink_within_the_bound(self):
        self.assertEqual([], judge(report(lost_down=(500,))))         # ceil(7 ms * 50/s) = 1

    def test_air_move_loses_more_downlink_than_the_bound(self):
        self.assert_fails("call lost 2 downlink, at most 1 allowed", report(lost_down=(500, 501)))

    def test_stalls_are_put_up_with_up_to_a_bound(self):
        stalled = report(lost_down=(500, 501, 502))
        self.assertEqual(1, len(judge(stalled)))
        self.assertEqual(1, len(judge(stalled, stall_ms=20)), "20 ms are one packet more")
        self.assertEqual([], judge(stalled, stall_ms=40))

    def test_stalls_excuse_no_uplink_loss(self):
        self.assertEqual(1, len(judge(report(lost_up=(501,)), stall_ms=1000)))

    def test_air_move_may_lose_uplink_in_the_gap_only(self):
        self.assertEqual([], judge(report(lost_up=(500,))))
        self.assert_fails("1 uplink of those sent after the first frame", report(lost_up=(501,)))

    def test_hard_move_may_lose_everything_in_the_gap_and_one_outside(self):
        in_gap = tuple(range(600, 605))                               # sent at 12000 to 12080, first frame at 12100
        self.assertEqual([], judge(report(lost_up=in_gap + (605,), lost_down=in_gap + (599,))))
        self.assert_fails("2 downlink outside the span", report(lost_down=in_gap + (605, 606)))

    def test_duplicates(self):
        self.assert_fails("call: 1 duplicates uplink", report(repeated=(3,)))

    def test_loss_while_nothing_moves(self):
        self.assert_fails("while nothing moved", report(lost_up=(10,)))

    def test_outside_address_changes(self):
        judged = report()
        judged.results.sources["call"].append((1.0, "198.51.100.65:5004"))
        self.assert_fails("outside address changed: 198.51.100.1:5004, 198.51.100.65:5004", judged)

    def test_session_from_outside_breaks(self):
        judged = report()
        judged.results.logs["ssh"] = samples.session(14_000.0, broken_at=10_500.0)
        self.assert_fails("ssh: the session from outside did not go on: open, reset", judged)

    def test_web_connection_with_the_old_address(self):
        judged = report()
        late = next(one for one in judged.results.logs["web"] if one["begin"] == 10_500.0)
        late["peer"] = "198.51.100.1:99"
        self.assert_fails("did not use edge2's pool, the first: 198.51.100.1:99", judged)

    def test_mail_connection_that_failed(self):
        judged = report()
        late = next(one for one in judged.results.logs["mail"] if one["begin"] == 10_500.0)
        late["error"] = late.pop("peer") and "reset"
        self.assert_fails("mail connections did not use edge2's pool, the first: reset", judged)

    def test_mail_connection_that_the_next_move_has_broken(self):
        judged = report()
        log = judged.results.logs["mail"]
        end = judged.moves[0].end
        log.append({"begin": end - 1.0, "end": end + 150.0, "error": "reset"})
        self.assertEqual([], judge(judged))
        log[-1]["end"] = end
        self.assert_fails("mail connections did not use", judged)
        log[-1] |= {"begin": end - 1500.0, "end": end + 150.0}
        self.assert_fails("mail connections did not use", judged)

    def test_no_handover_on_record(self):
        failures = judge(report(control_ms=None))
        self.assertTrue(any("no finished handover" in words for words in failures), failures)

    def test_flow_mods_elsewhere(self):
        judged = report()
        stray = (FlowMod("core1", 10_001.0, "ADDED", 1, "table=3 actions=drop"),) * 3
        self.assert_fails("3 flow-mods reached a switch that a handover must not touch (core1), the first: ADDED table",
                          replace(judged, moves=[replace(judged.moves[0], stray=stray), judged.moves[1]]))

    def test_watching_that_saw_nothing_is_doubted(self):
        self.assert_fails("the watching does not work", samples.report())
        self.assert_fails("not watched to the end", report(watched=False))

    def test_overhead(self):
        self.assert_fails("40 bytes longer", report(overhead=Overhead(100, 40)))
        self.assert_fails("no frame of a stream", report(overhead=Overhead(0, 0)))


if __name__ == "__main__":
    unittest.main()
