"""The measurement of handovers: order, attribution of losses, distributions, what is promised, the tables."""

import unittest
from dataclasses import replace

from probes.flowmods import FlowMod
from probes.samples import Ledger
from scenarios.handovers import bounce, figures, kinds, promises, schedule, section, worth
from scenarios.handovers.figures import Seen, Window, distribution
from scenarios.handovers.outcome import BOUNCE_BACK, CONTROL_LOST, as_json, outcomes, record
from scenarios.rest import HandoverTimes
from topologies.air import Move

DETACH, FIRST, SWITCHED, RATE = 1_000.0, 1_005.0, 1_007.0, 1000.0
WINDOW = Window(970.0, 2_500.0)
QUIET = Ledger([float(at) for at in range(970, 4_030)], [], [], [], [float(at) for at in range(970, 4_030)])
HANDOVER = HandoverTimes(1, "edge1", "edge2", "ARP", "CLEANED", FIRST + 0.5, FIRST + 1.0, SWITCHED, 8_000.0, 12, 3)
SEEN = Seen(Move("air", "edge1", "edge2", DETACH, DETACH + 4.9, FIRST), HANDOVER, WINDOW)


def ledger(**lists):
    """A stream of 1,000 packets/s from which these lists differ."""
    return replace(QUIET, **lists)


def run(seen=(SEEN,), up=QUIET, down=QUIET, kind="air", rate=RATE):
    """The Outcome of moves of one kind."""
    chosen, block = kinds.BY_NAME[kind], schedule.Block(1, rate, ())
    records = [record(chosen, block, one, (up, down)) for one in seen]
    ended = {1: one.handover for one in seen if one.handover}
    return outcomes([kinds.Cell(chosen, rate, len(seen))], records, ended)[0]


def broken(outcome, *others):
    """What did not hold, in words."""
    found = promises.verdicts([outcome, *others], worth.comparisons([outcome, *others], 1))
    return [f"{one.promise}: {one.numbers}" for one in found if one.held is False]


class AttributionTest(unittest.TestCase):

    def figures(self, seen=SEEN, up=QUIET, down=QUIET):
        return figures.move_figures(seen, up, down, RATE)

    def test_losses_by_when_they_were_sent(self):
        lost = [999.0, 1_001.0, 1_006.0, 1_011.0, 1_012.0, 1_400.0, 2_600.0]
        found = self.figures(up=ledger(lost_at=lost), down=ledger(lost_at=lost))
        self.assertEqual((2, 4, 2, 4), tuple(found[name] for name in (
            "lost_up_before", "lost_up_after", "lost_down_before", "lost_down_after")))
        self.assertEqual((4, 3), (found["lost_settled"], found["lost_down_later"]))   # from 1012, from 1007 on

    def test_bound_is_rate_times_bounce_and_margin(self):
        self.assertEqual(7, self.figures()["bound_down"])
        self.assertEqual((35, 25, 1), (figures.bound_down(2.0, 5000), figures.bound_down(-3.0, 5000),
                                       figures.bound_down(2.0, 50)))

    def test_times(self):
        found = self.figures(replace(SEEN, bounce_seen=FIRST + 1.5))
        self.assertEqual((5.0, 0.5, 0.5, 1.0, 2.0, 1.5), tuple(found[name] for name in (
            "gap", "first_frame_to_detected", "detected_to_prepared", "prepared_to_switched",
            "first_frame_to_switched", "first_frame_to_bounce_seen")))

    def test_without_a_handover_there_are_no_times(self):
        found = self.figures(replace(SEEN, handover=None))
        self.assertEqual([None] * 5, [found[name] for name in (
            "first_frame_to_switched", "bound_down", "lost_settled", "flow_mods", "switches")])

    def test_the_bound_takes_the_barrier_reply_of_the_bounce_where_the_record_has_it(self):
        found = self.figures(replace(SEEN, handover=replace(HANDOVER, bounced=FIRST + 1.0)))
        self.assertEqual((1.0, 2.0, 6), (found["first_frame_to_bounced"], found["first_frame_to_switched"],
                                         found["bound_down"]))
        self.assertEqual(2.0, self.figures()["first_frame_to_bounced"])

    def test_the_barrier_reply_counts_when_it_arrives_and_not_when_the_app_notes_it(self):
        found = self.figures(replace(SEEN, handover=replace(HANDOVER, bounced=FIRST + 1.0), replied=FIRST + 0.4))
        self.assertEqual((0.4, 1.0, 6), (round(found["first_frame_to_bounced"], 3), found["first_frame_to_noted"],
                                         found["bound_down"]))

    def test_packets_that_waited_are_told_by_their_time_on_the_way(self):
        down = ledger(late=[(900.0, 50.0), (1_001.0, 8.04), (1_004.0, 6.0)])
        self.assertEqual((2, [8.0, 6.0]), (self.figures(down=down)["late_down"], figures.late_packets(SEEN, down)))

    def test_copies_in_the_announced_window_are_told_apart(self):
        twice = ledger(duplicated_at=[960.0, 1_001.0, 1_006.0, 1_100.0], reordered_at=[1_002.0])
        found = self.figures(down=twice)
        self.assertEqual((3, 3, 1), (found["duplicated"], found["duplicated_unannounced"], found["reordered"]))
        found = self.figures(replace(SEEN, noticed=975.0), down=twice)
        self.assertEqual((3, 1), (found["duplicated"], found["duplicated_unannounced"]))

    def test_what_a_clean_up_costs_is_looked_for_in_the_control_run(self):
        lost = ledger(lost_at=[2_000.0, 2_600.0, 3_000.0])
        self.assertEqual(1, figures.clean_up_loss(WINDOW, [2_050.0, 2_650.0], lost, QUIET))

    def test_losses_close_together_are_one_burst(self):
        lost = [1_006.0, 1_007.0, 1_500.0, 9_000.0]
        self.assertEqual([["down", 1.0, 1.0, 2], ["down", 495.0, 0.0, 1]],
                         figures.bursts(WINDOW, FIRST, QUIET, ledger(lost_at=lost)))


class DistributionTest(unittest.TestCase):

    def test_nearest_rank(self):
        self.assertEqual({"n": 200, "p50": 100, "p99": 198, "max": 200}, distribution(range(1, 201)))
        self.assertEqual({"n": 1, "p50": 3, "p99": 3, "max": 3}, distribution([3]))

    def test_what_is_not_known_is_not_counted(self):
        self.assertEqual({"n": 2, "p50": 1, "p99": 2, "max": 2}, distribution([2, None, 1]))
        self.assertEqual({"n": 0, "p50": None, "p99": None, "max": None}, distribution([None]))


class OutcomeTest(unittest.TestCase):

    def test_all_is_well(self):
        self.assertEqual([], broken(run()))

    def test_a_move_whose_control_lost_packets_is_discarded(self):
        found = run(down=ledger(lost_at=[3_000.0]))
        self.assertEqual((0, [CONTROL_LOST]), (len(found.moves), [one["discarded"] for one in found.discarded]))
        self.assertIn("became a handover: 0 of 0, 1 planned", broken(found)[0])
        self.assertIn("1 moves, 1 of them discarded: of 1 the control run lost packets (0 about",
                      "\n".join(section.result([found], [0.5], 1).lines))

    def test_a_clean_up_near_a_loss_of_the_control_is_told(self):
        chosen, block = kinds.BY_NAME["air"], schedule.Block(1, RATE, ())
        one = record(chosen, block, SEEN, (ledger(lost_at=[3_000.0]), QUIET))
        cleaned = {1: replace(HANDOVER, cleaned=3_050.0, flow_mods=20)}
        found = outcomes([kinds.Cell(chosen, RATE, 1)], [one], cleaned)[0].discarded[0]
        self.assertEqual((1, 20), (found["control_lost_at_clean_up"], found["flow_mods"]))
        one = record(chosen, block, SEEN, (ledger(lost_at=[1_100.0, 1_800.0]), QUIET))
        found = outcomes([kinds.Cell(chosen, RATE, 1)], [one], {1: replace(HANDOVER, cleaned=1_750.0)})
        self.assertIn("2 packets in 1 of 1 moves, 1 about the time of a clean-up", broken(found[0])[-1])

    def test_a_bounce_that_came_back_too_early_discards_its_move(self):
        early, late = (run([replace(SEEN, dropped_until=at)], kind="air-no-bounce") for at in (1_100.0, 1_400.0))
        self.assertEqual(([BOUNCE_BACK], 1), ([one["discarded"] for one in early.discarded], len(late.moves)))

    def test_each_promise_is_checked(self):
        late = replace(SEEN, handover=replace(HANDOVER, switched=FIRST + 4.0))
        for case, words in ((run(up=ledger(lost_at=[1_006.0])), "than in the control (0): 1 packets in 1 of 1"),
                            (run(down=ledger(lost_at=[1_200.0])), "after the barrier reply: 1 packets in 1 of 1"),
                            (run(down=ledger(duplicated_at=[1_200.0])), "nothing duplicated: 1 packets in 1"),
                            (run(down=ledger(lost_at=[1_006.0 + number / 10 for number in range(8)])),
                             "more in 1 of 1 moves; lost 8/8/8, allowed 7/7/7"),
                            (run([late]), "median <= 3 ms, p99 <= 15 ms: 4.0/4.0/4.0 ms"),
                            (run([replace(SEEN, handover=None)]), "became a handover: 0 of 1, 1 planned")):
            self.assertEqual(1, sum(words in one for one in broken(case)), broken(case))

    def test_the_kinds_of_one_rate_are_judged_together(self):
        found = promises.verdicts([run(), run(kind="hard")], [])
        self.assertEqual(6, len(found))
        self.assertIn("1000/s, 1 air, 1 hard", found[0].promise)
        self.assertEqual([("air+hard", 2)], [(one["kinds"], one["moves"]) for one in section.result(
            [run(), run(kind="hard"), run(kind="air-no-bounce")], [0.5], 1).data["together"]])
        self.assertEqual(12, len(promises.verdicts([run(), run(rate=5000.0)], [])))

    def test_an_announced_seamless_move_loses_nothing(self):
        seen = [replace(SEEN, noticed=975.0)]
        self.assertEqual([], broken(run(seen, kind="seamless-announced")))
        found = broken(run(seen, down=ledger(lost_at=[1_001.0]), kind="seamless-announced"))
        self.assertIn("nothing lost in any move: 1 packets in 1 of 1", found[0])

    def test_an_announced_move_with_a_gap_loses_what_is_sent_in_the_gap(self):
        seen = [replace(SEEN, noticed=975.0)]
        self.assertEqual([], broken(run(seen, up=ledger(lost_at=[1_001.0]), kind="air-announced")))
        self.assertEqual(1, len(broken(run(seen, up=ledger(lost_at=[1_006.0]), kind="air-announced"))))

    def test_an_announced_break_costs_a_call_nothing_downlink(self):
        lost = {"up": ledger(lost_at=[1_001.0]), "down": ledger(lost_at=[1_002.0])}
        seen = [replace(SEEN, noticed=975.0)]
        self.assertEqual(1, len(broken(run(seen, kind="hard-announced", rate=50.0, **lost))))
        self.assertEqual([], broken(run(seen, kind="hard-announced", **lost)))

    def test_data_hold_every_distribution(self):
        data = as_json(run())
        self.assertEqual(("air", RATE, 1, set(figures.FIGURES)), (data["kind"], data["rate"], data["moves"],
                                                                  set(data["figures"])))
        self.assertEqual({"unit": "ms", "n": 1, "p50": 5.0, "p99": 5.0, "max": 5.0}, data["figures"]["gap"])
        self.assertEqual([1000, 1000], [round(rate, -1) for rate in data["sent_rate"].values()])


class WorthTest(unittest.TestCase):

    def compare(self, given, taken, moves=8):
        runs = [run([SEEN] * moves, down=ledger(lost_at=lost), kind=kind)
                for lost, kind in ((given, "air"), (taken, "air-no-bounce"))]
        runs[1] = replace(runs[1], moves=[*runs[1].moves, *runs[1].discarded], discarded=[])
        compared = worth.comparisons(runs, 7)
        return compared, broken(*runs), promises.worse(compared[0])

    def test_worse_without(self):
        (found,), words, verdict = self.compare([], [1_006.0, 1_007.0])
        self.assertTrue(found.worse)
        self.assertLess(found.chance, 0.01)
        self.assertEqual((0.0, 2.0), tuple(found.as_json()[name]["mean"] for name in ("with", "without")))
        self.assertEqual(([], True), (words, verdict.held))

    def test_few_moves_cannot_tell(self):
        _found, words, verdict = self.compare([1_006.0], [1_006.0])
        self.assertEqual(([], None), (words, verdict.held))
        self.assertIn("chance: 100.0 %, too few moves to tell", verdict.numbers)

    def test_no_worse_without(self):
        (found,), words, verdict = self.compare([1_006.0], [1_006.0], promises.ENOUGH)
        self.assertIs(False, verdict.held)
        self.assertFalse(found.worse)
        self.assertEqual(1.0, found.chance)
        self.assertIn("1.0 a move, less rate x time to the barrier reply -1.0 (25 moves), against 1.0, -1.0 (25)",
                      words[0])

    def test_moves_without_the_bounce_are_held_to_nothing_else(self):
        self.assertEqual([], broken(run(down=ledger(lost_at=[1_400.0]), kind="air-no-bounce")))

    def test_what_keeping_packets_costs(self):
        seen = [replace(SEEN, handover=replace(HANDOVER, rescued=2))]
        one = run(seen, down=ledger(late=[(1_001.0, 90.0), (1_002.0, 80.0)], reordered_at=[1_001.0]), kind="hard")
        found = worth.Kept(one).as_json()
        self.assertEqual((90.0, 1), (found["on_the_way_ms"]["max"], found["reordered"]["sum"]))
        self.assertEqual([], worth.kept([run()]))


class BounceTest(unittest.TestCase):
    LISTING = """OFPST_FLOW reply (OF1.3) (xid=0x2):
 cookie=0x2a1, duration=9.1s, table=2, n_packets=12, n_bytes=24, priority=50003,dl_dst=0a:00:00:01:00:16 actions=x
 cookie=0xbe7c, duration=1.1s, table=2, n_packets=77, n_bytes=24, priority=65000,dl_dst=0a:00:00:01:00:16 actions=drop
 cookie=0x2a2, duration=9.1s, table=2, n_packets=900, n_bytes=9, priority=40000,dl_dst=0a:00:00:01:00:16 actions=y
"""

    def test_packets_of_the_bounce_alone(self):
        self.assertEqual((12, None), (bounce.packets(self.LISTING), bounce.packets("NXST_FLOW reply\n")))

    def test_when_the_rule_that_drops_was_removed(self):
        ours, other = (FlowMod("edge1", 1_000.0, "DELETED", cookie, "") for cookie in (bounce.COOKIE, 5))
        changes = [replace(ours, event="ADDED", at=960.0), other, replace(ours, at=1_200.0), replace(ours, at=950.0),
                   replace(ours, bridge="edge2", at=970.0)]
        self.assertEqual((1_200.0, None), (bounce.gone_at(changes, "edge1", 955.0), bounce.gone_at([], "edge1", 0.0)))

    def test_the_rule_names_the_locator_as_open_vswitch_does(self):
        self.assertEqual("table=2,priority=65000,dl_dst=0a:00:00:01:00:16", bounce.match("0A:00:00:01:00:16"))


class ScheduleTest(unittest.TestCase):
    CELLS = kinds.cells(kinds.KINDS, (1000, 5000), 100)

    def test_the_table_of_the_issue(self):
        number = {(cell.kind.name, cell.rate): cell.moves for cell in self.CELLS}
        for rate in (1000.0, 5000.0):
            self.assertEqual((100, 50, 50, 50, 50, 25, 25), tuple(number[kind, rate] for kind in (
                "hard", "air", "seamless", "seamless-announced", "air-announced", "hard-no-bounce", "air-no-bounce")))
        self.assertEqual(50, number["hard-announced", 50.0])
        self.assertEqual(750, sum(number.values()))

    def test_every_move_is_planned_once(self):
        for moves in (1, 3, 8, 100):
            cells = kinds.cells(kinds.KINDS, (1000, 5000), moves)
            planned = schedule.blocks(cells, schedule.rounds(moves), 1)
            for cell in cells:
                self.assertEqual(cell.moves, sum(block.kinds.count(cell.kind) for block in planned
                                                 if block.rate == cell.rate))

    def test_kinds_and_rates_take_turns(self):
        planned = schedule.blocks(self.CELLS, 10, 1)
        self.assertEqual(30, len(planned))
        for turn in range(10):
            blocks = planned[3 * turn:3 * turn + 3]
            self.assertEqual({50.0, 1000.0, 5000.0}, {block.rate for block in blocks})
            for block in blocks:
                self.assertLessEqual(7 if block.rate > 50 else 1, len(set(block.kinds)))
        orders = {tuple(block.rate for block in planned[3 * turn:3 * turn + 3]) for turn in range(10)}
        self.assertGreater(len(orders), 1)

    def test_moves_that_were_discarded_are_made_again(self):
        class Runner:
            made = []

            def run(self, blocks):
                """The first block's moves lose packets in their controls."""
                self.made.append([kind.name for block in blocks for kind in block.kinds])
                lossy = ledger(lost_at=[3_000.0]) if len(self.made) == 1 else QUIET
                return [record(kind, block, SEEN, (QUIET, lossy)) for block in blocks for kind in block.kinds], {}
        cells = [kinds.Cell(kinds.BY_NAME["air"], RATE, 2)]
        found, = section.until_all_count(Runner(), cells, schedule.blocks(cells, 1, 1), lambda line: None)
        self.assertEqual([["air", "air"]] * 2, Runner.made)
        self.assertEqual((2, 2), (len(found.moves), len(found.discarded)))

    def test_a_seed_gives_the_same_order_again(self):
        self.assertEqual(schedule.blocks(self.CELLS, 10, 3), schedule.blocks(self.CELLS, 10, 3))
        self.assertNotEqual(schedule.blocks(self.CELLS, 10, 3), schedule.blocks(self.CELLS, 10, 4))


class ReportTest(unittest.TestCase):

    def test_tables_fit_a_wide_terminal(self):
        kept = replace(SEEN, handover=replace(HANDOVER, rescued=100), dropped_until=2_000.0)
        runs = [run([kept], kind=kind.name, rate=rate) for kind in kinds.KINDS for rate in (50.0, 1000.0, 5000.0)]
        found = section.result(runs, [0.5, 2.0], 1)
        self.assertLessEqual(max(map(len, found.lines)), 120)
        for words in ("n = 1", "WHAT THE BOUNCE IS WORTH", "PACKETS KEPT", "in the order of seed 1"):
            self.assertTrue(any(words in line for line in found.lines), words)
        self.assertEqual(4 + 2, len(found.data["without_bounce"]))


if __name__ == "__main__":
    unittest.main()
