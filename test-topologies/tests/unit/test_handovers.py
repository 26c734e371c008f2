"""The measurement of handovers: attribution of losses, distributions, what is promised, the tables."""

import unittest
from dataclasses import replace

from probes.samples import Ledger
from scenarios.handovers import figures, kinds, report
from scenarios.handovers.figures import Seen, Window, distribution
from scenarios.handovers.outcome import as_json, broken, outcome
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
    plan = kinds.RunPlan(kinds.BY_NAME[kind], rate, len(seen))
    return outcome(plan, list(seen), (up, down), (0.5, 1.0), [])


class AttributionTest(unittest.TestCase):

    def figures(self, seen=SEEN, up=QUIET, down=QUIET):
        return figures.move_figures(seen, up, down, RATE)

    def test_losses_by_when_they_were_sent(self):
        lost = [999.0, 1_001.0, 1_006.0, 1_011.0, 1_012.0, 1_400.0, 2_600.0]
        found = self.figures(up=ledger(lost_at=lost), down=ledger(lost_at=lost))
        self.assertEqual((2, 4, 2, 4), tuple(found[name] for name in (
            "lost_up_before", "lost_up_after", "lost_down_before", "lost_down_after")))
        self.assertEqual(4, found["lost_after_switched"])       # from 1012 on, either way

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
            "first_frame_to_switched", "bound_down", "lost_after_switched", "flow_mods", "switches")])

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
        self.assertEqual((0, 1, [1]), (len(found.moves), len(found.discarded), found.control_losses))
        self.assertIn("no move counts", broken(found)[0])
        self.assertIn("1 of them discarded: their control runs lost packets (0 about", report.verdict([found])[0])

    def test_each_promise_is_checked(self):
        late = replace(SEEN, handover=replace(HANDOVER, switched=FIRST + 4.0))
        for case, words in ((run(up=ledger(lost_at=[1_006.0])), "uplink lost after the first frame in 1 of 1"),
                            (run(down=ledger(lost_at=[1_200.0])), "lost after switchedAt + 5 ms in 1 of 1"),
                            (run(down=ledger(duplicated_at=[1_200.0])), "duplicated in 1 of 1"),
                            (run(down=ledger(lost_at=[1_006.0 + number / 10 for number in range(8)])), "beyond"),
                            (run([late]), "bounce after 4.0 ms in the median"),
                            (run([replace(SEEN, handover=None)]), "without a finished handover")):
            self.assertEqual(1, sum(words in one for one in broken(case)), broken(case))

    def test_an_announced_seamless_move_loses_nothing(self):
        seen = [replace(SEEN, noticed=975.0)]
        self.assertEqual([], broken(run(seen, kind="seamless-announced")))
        found = broken(run(seen, down=ledger(lost_at=[1_001.0]), kind="seamless-announced"))
        self.assertIn("downlink lost in 1 of 1 announced moves, 1 packets", found[0])

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


class PlanTest(unittest.TestCase):

    def test_the_announced_break_is_measured_under_a_call_too(self):
        runs = kinds.plan_runs(kinds.KINDS, (1000, 5000), 3)
        self.assertEqual(2 * len(kinds.KINDS) + 1, len(runs))
        self.assertEqual([50.0, 1000.0, 5000.0], [run.rate for run in runs if run.kind.name == "hard-announced"])


class ReportTest(unittest.TestCase):

    def test_tables_fit_a_wide_terminal(self):
        runs = [run([SEEN], kind=kind.name, rate=rate) for kind in kinds.KINDS for rate in (50.0, 1000.0, 5000.0)]
        lines = report.text(runs)
        self.assertLessEqual(max(map(len, lines)), 120)
        self.assertTrue(any("n = 1" in line for line in lines))


if __name__ == "__main__":
    unittest.main()
