import unittest
from dataclasses import replace

from probes.flowmods import FlowMod
from probes.samples import Ledger
from scenarios.faults import outcome, report
from scenarios.faults.catalogue import BY_NAME, SCENARIOS
from scenarios.faults.ground import DEVICES, PEERS, interfaces_of
from scenarios.faults.outcome import Flap, Outcome, Times
from scenarios.faults.paths import is_concerned
from scenarios.faults.rules import Rule, differences, of_app, parse
from scenarios.faults.scenario import Scenario
from scenarios.faults.section import result
from scenarios.faults.talks import NEW, TALKS
from scenarios.faults.watch import Sample, modified, right_meanwhile, right_since

LISTING = """\
 cookie=0x2a000004432c53, priority=41000,in_port=1,dl_dst=0a:00:00:00:00:00/ff:00:00:00:00:00 \
actions=goto_table:3
 cookie=0x2a0000ffffffff, duration=1.5s, table=3, n_packets=7, n_bytes=98, priority=40000,ip actions=output:1
 priority=1,arp actions=CONTROLLER:65535
OFPST_FLOW reply (OF1.3) (xid=0x2):
"""
TIMES = Times(control=1_000.0, begin=5_000.0, end=8_000.0, over=20_000.0)


class RulesTest(unittest.TestCase):

    def test_a_listing_is_read_without_what_changes_by_itself(self):
        rules = parse(LISTING)
        self.assertEqual(3, len(rules))
        self.assertEqual(Rule(0x2a0000ffffffff, 3, "table=3, priority=40000,ip actions=output:1"), rules[1])
        self.assertEqual([0, 3], [rule.table for rule in of_app(rules, 42)])
        self.assertEqual(Rule(0, 0, "table=0, priority=1,arp actions=CONTROLLER:65535"), rules[2])

    def test_what_is_missing_and_what_is_left_over(self):
        held = [Rule(1, 0, ""), Rule(2, 0, "")]
        self.assertEqual((0, 0), differences(held, {1, 2}))
        self.assertEqual((1, 1), differences(held, {2, 3}))

    def test_a_rule_that_says_something_else_under_the_same_cookie(self):
        self.assertEqual(1, modified([Rule(1, 0, "drop"), Rule(2, 0, "new")], {1: "output"}))


class PathsTest(unittest.TestCase):

    def test_every_link_between_switches_has_two_ends(self):
        self.assertEqual(18, len(PEERS))
        self.assertTrue(all(PEERS[PEERS[name]] == name for name in PEERS))
        self.assertLessEqual(set(PEERS), {name for bridge in DEVICES for name in interfaces_of(bridge)})

    def test_a_path_is_concerned_by_either_end_of_a_wire(self):
        self.assertTrue(is_concerned({"core1-eth2"}, {"edge2-eth1"}, PEERS))
        self.assertTrue(is_concerned({"edge2-eth3"}, set(interfaces_of("edge2")), PEERS))
        self.assertFalse(is_concerned({"core2-eth2", "edge2-eth3"}, {"edge2-eth1", "core1-eth2"}, PEERS))


class WatchTest(unittest.TestCase):

    def test_right_is_what_stays_right(self):
        samples = [Sample(1.0), Sample(2.0, wrong=("edge1",)), Sample(3.0), Sample(4.0)]
        self.assertEqual(3.0, right_since(samples, 0.0))
        self.assertEqual(4.0, right_since(samples, 3.5))
        self.assertIsNone(right_since([*samples, Sample(5.0, changed=("edge1",))], 0.0))

    def test_meanwhile_a_switch_may_be_away(self):
        samples = [Sample(1.0, wrong=("core1",)), Sample(2.0, away=("edge1",)), Sample(3.0, away=("edge1",))]
        self.assertEqual(2.0, right_meanwhile(samples, 0.0, 10.0))
        self.assertIsNone(right_since(samples, 0.0))
        self.assertIsNone(right_meanwhile(samples, 0.0, 1.5))


def ledger(*lost_at):
    return Ledger([], list(lost_at), [], [], [])


def played(name="core-dies", talks=(), **changes):
    """An Outcome in which all is well but for what the arguments say."""
    given = {"scenario": BY_NAME[name], "lasted_ms": 6_000.0, "right_meanwhile_ms": 500.0, "right_ms": 1_000.0,
             "talks": list(talks), "flaps": [], "reported": [], "wrong": []}
    return Outcome(**{**given, **changes})


class OutcomeTest(unittest.TestCase):

    def figures(self, talk=TALKS[2], path_failed=False, up=(), down=()):
        return outcome.talk_figures(talk, (ledger(*up), ledger(*down)), path_failed, TIMES)

    def test_losses_count_from_the_fault_on_and_before_it_in_the_control_run(self):
        figures = self.figures(up=[2_000.0, 4_980.0, 6_000.0], down=[9_000.0, 25_000.0])
        self.assertEqual((2, 1, 1), (figures.lost_up, figures.lost_down, figures.control_lost))
        self.assertEqual((4_000.0, 1_000.0), (figures.resumed_ms, figures.resumed_after_end_ms))

    def test_what_was_whole_again_before_the_end_of_the_fault_took_no_time_after_it(self):
        self.assertEqual(0.0, self.figures(up=[6_000.0]).resumed_after_end_ms)
        self.assertIsNone(self.figures().resumed_ms)

    def test_repair_is_counted_from_the_beginning_and_from_the_end(self):
        samples = [Sample(at, away=("core1",) * (at < 9_000.0), wrong=("edge1",) * (at < 5_500.0))
                   for at in range(5_000, 12_000, 500)]
        self.assertEqual((500.0, 1_000.0), outcome.repair(samples, TIMES))

    def test_a_rule_that_goes_and_comes_back(self):
        mods = [FlowMod("edge1", 1.0, "DELETED", 1, ""), FlowMod("edge1", 2.0, "ADDED", 2, ""),
                FlowMod("edge2", 3.0, "ADDED", 1, ""), FlowMod("edge1", 5.0, "ADDED", 1, "")]
        self.assertEqual([Flap("edge1", 1.0, 4.0, "")], outcome.flaps(mods))
        self.assertEqual([], outcome.flaps([mods[0], replace(mods[3], at=60_000.0)]))

    def test_others_lose_nothing_unless_their_path_failed(self):
        for path_failed, expected in ((False, 1), (True, 0)):
            found = outcome.losses(played(talks=[self.figures(up=[6_000.0], path_failed=path_failed)]))
            self.assertEqual(expected, len(found), found)

    def test_what_also_loses_without_a_fault_is_not_judged(self):
        talks = [self.figures(up=[2_000.0, 6_000.0])]
        self.assertEqual([], outcome.losses(played(talks=talks)))
        self.assertIn("1 streams not judged", report.verdicts([played(talks=talks)])[1].numbers)

    def test_the_node_may_lose_where_the_fault_is_its_own_but_a_stream_begun_meanwhile_may_not(self):
        node = self.figures(TALKS[0], up=[6_000.0])
        self.assertEqual([], outcome.losses(played("old-edge-dies", [node])))
        self.assertEqual(1, len(outcome.losses(played("anchor-dies", [node]))))
        self.assertEqual(1, len(outcome.losses(played("channel-anchor", [node]))))
        self.assertEqual(1, len(outcome.losses(played("anchor-dies", [self.figures(NEW, up=[6_000.0])]))))

    def test_rules_that_went_count_where_they_should_have_stayed(self):
        flaps = [Flap("edge1", 1.0, 4.0, ""), Flap("edge2", 1.0, 8.0, "")]
        self.assertIn("2 rules, away for up to 8 ms", outcome.gaps(played("controller-dies", flaps=flaps))[0])
        self.assertEqual([], outcome.gaps(played("core-dies", flaps=flaps)))

    def test_what_never_gets_right_is_named(self):
        found = outcome.not_right(played(right_ms=None, wrong=["edge1: 2 missing, 0 left over"]))
        self.assertEqual(["core-dies: its rules are never right again", "core-dies: edge1: 2 missing, 0 left over"],
                         found)


class CatalogueTest(unittest.TestCase):

    def test_names_are_unique_and_so_are_the_marks_of_streams(self):
        self.assertEqual(len(SCENARIOS), len(BY_NAME))
        talks = (*TALKS, NEW)
        self.assertEqual(2 * len(talks), len({one for talk in talks for one in talk.ids}))
        ends = [end for talk in talks for end in ((talk.callee.ip, talk.port), (talk.caller.ip, talk.own_port))]
        self.assertEqual(len(ends), len(set(ends)))

    def test_what_breaks_first_is_about_a_move(self):
        self.assertTrue(all(scenario.moves for scenario in SCENARIOS if scenario.breaks_first))
        self.assertTrue(all(isinstance(scenario, Scenario) for scenario in SCENARIOS))


class ReportTest(unittest.TestCase):

    def test_it_fits_a_wide_terminal_and_names_every_fault(self):
        figures = [outcome.talk_figures(talk, (ledger(6_000.0), ledger()), talk.of_node, TIMES) for talk in TALKS]
        found = result([played(name, figures, reported=[("ERROR", "edge1", "switch is not connected")])
                        for name in BY_NAME])
        self.assertLessEqual(max(map(len, found.lines)), 120)
        for name in BY_NAME:
            self.assertTrue(any(line.startswith(name) for line in found.lines))
        self.assertEqual(set(BY_NAME), {one["scenario"] for one in found.data["scenarios"]})
        self.assertEqual([True, False, True], [verdict.held for verdict in found.verdicts])


if __name__ == "__main__":
    unittest.main()
