"""The sections of a bench: what the Java tests print, the verdicts on it, and the summary of all."""

import unittest
from unittest import mock

from scenarios import sections
from scenarios.commands import bench
from scenarios.emulated import measured, rules, states
from scenarios.progress import StepError
from scenarios.sections import Result, Verdict
from topologies import plan

COLUMNS = [{"what": "rules", "edges": edges, "nodes": nodes, "rules": 17, "core": 3 * edges + 1, "core_sent": 0,
            "switches": ["of:0000000000000001", "of:0000000000000002", "of:0000000000000014"]}
           for edges in rules.EDGES for nodes in rules.NODES]
STATES = [{"what": "states", "type": name, "states": 700, "packets": 4000, "faults": {}}
          for name in states.EXPECTED_TYPES]
FOUND = {"in flight to of:0000000000000001/3 mn vanishes": 9, "a": 1}
MISTAKES = [{"what": "mistake", "mistake": mistake, "type": way, "states": 300, "faults": FOUND}
            for mistake in states.MISTAKES for way in ("from home", "announced")]


class MeasuredTest(unittest.TestCase):

    def test_figures_among_what_maven_prints(self):
        lines = ["[INFO] Running", 'MEASURED {"what":"rules","edges":4}', '[stdout] MEASURED {"what":"states"}', ""]
        self.assertEqual([{"what": "rules", "edges": 4}, {"what": "states"}], measured.records(lines))


class RulesTest(unittest.TestCase):

    def verdict(self, found, passed=True):
        return rules.result(found, passed).verdicts[0]

    def test_the_same_in_every_column(self):
        found = rules.result(COLUMNS, True)
        self.assertTrue(found.verdicts[0].held)
        self.assertEqual("17 rules in 12 columns", found.verdicts[0].numbers)
        self.assertEqual({"yes"}, {line.split()[-1] for line in found.lines if "rules sent" in line})
        self.assertIn("  Switches of the first column: edges 1 2 20", found.lines)
        self.assertLessEqual(max(map(len, found.lines)), 120)

    def test_one_column_that_differs_is_found(self):
        found = rules.result([*COLUMNS[:-1], {**COLUMNS[-1], "rules": 18}], True)
        self.assertFalse(found.verdicts[0].held)
        self.assertEqual("17, 18 rules in 12 columns", found.verdicts[0].numbers)
        self.assertEqual({"rules sent": False, "switches that got them": True, "of them core switches": True},
                         found.data["same"])
        self.assertTrue(any("rules sent" in line and line.endswith("NO") for line in found.lines))

    def test_a_column_that_is_missing_and_a_test_that_failed(self):
        self.assertIn("1 columns missing", self.verdict(COLUMNS[1:]).numbers)
        self.assertFalse(self.verdict(COLUMNS[1:]).held)
        self.assertFalse(self.verdict(COLUMNS, passed=False).held)
        self.assertFalse(self.verdict([]).held)


class StatesTest(unittest.TestCase):

    def held(self, found, passed=True):
        return [verdict.held for verdict in states.result(found, passed).verdicts]

    def test_all_types_visited_and_both_mistakes_found(self):
        found = states.result([*STATES, *MISTAKES], True)
        self.assertEqual([True] * 3, [verdict.held for verdict in found.verdicts])
        self.assertLessEqual(max(map(len, found.lines)), 120)
        self.assertTrue(any(line.endswith("in flight to 1/3 vanishes") for line in found.lines))

    def test_scenarios_of_one_type_are_added_up(self):
        entry = states.merged([STATES[0], {**STATES[0], "faults": {"loops": 2}}])[0]
        self.assertEqual((2, 1400, 8000, 2), tuple(entry[name] for name in ("scenarios", "states", "packets",
                                                                            "faults")))

    def test_a_fault_or_a_type_that_is_missing(self):
        self.assertEqual([False, True, True], self.held([*STATES[1:], *MISTAKES]))
        self.assertEqual([False, True, True], self.held([*STATES, *MISTAKES, {**STATES[0], "faults": {"loops": 1}}]))
        self.assertIn("not visited: from home", states.result(STATES[1:], True).verdicts[0].numbers)

    def test_a_mistake_that_is_not_noticed(self):
        blind = [{**one, "faults": {}} for one in MISTAKES]
        self.assertEqual([True, False, False], self.held([*STATES, *blind]))
        self.assertEqual([True, False, False], self.held(STATES))

    def test_without_a_bounce_an_announced_move_has_no_fault(self):
        spare = [{**one, "faults": {} if (one["mistake"], one["type"]) == states.SPARE else one["faults"]}
                 for one in MISTAKES]
        self.assertEqual([True] * 3, self.held([*STATES, *spare]))


class SectionsTest(unittest.TestCase):
    RESULTS = {"moves": Result(["x"], {"n": 1}, [Verdict("nothing lost", True, "0 of 8")]),
               "rules": Result(["y"], {}, [Verdict("the same", False, "17, 18")])}

    def test_what_did_not_hold(self):
        self.assertEqual(["rules: the same: 17, 18"], sections.not_held(self.RESULTS))
        self.assertEqual("1 of the above did not hold.", sections.summary(self.RESULTS)[-1])
        self.assertIn("  held      nothing lost: 0 of 8", sections.summary(self.RESULTS))
        self.assertIn("  NOT HELD  the same: 17, 18", sections.summary(self.RESULTS))

    def test_what_so_few_moves_cannot_tell_is_neither_held_nor_broken(self):
        results = {"moves": Result([], {}, [Verdict("nothing lost", True, "0"), Verdict("more lost", None, "1, 1")])}
        self.assertEqual([], sections.not_held(results))
        self.assertIn("  open      more lost: 1, 1", sections.summary(results))
        self.assertEqual("Everything that is promised held, but for 1 that so few moves cannot tell.",
                         sections.summary(results)[-1])

    def test_a_section_that_fails_does_not_take_the_others_with_it(self):
        told = []
        with mock.patch.object(rules, "measure", side_effect=StepError("no Maven")):
            found = sections.carry_out("rules", None, None, told.append)
        self.assertEqual(([False], ["rules: GIVEN UP: no Maven"]), ([one.held for one in found.verdicts], told))

    def test_data(self):
        data = sections.as_json(self.RESULTS)
        self.assertEqual(({"n": 1}, 2, 1), (data["sections"]["moves"], len(data["verdicts"]), len(data["not_held"])))

    def test_every_section_that_is_there_can_be_loaded(self):
        names = sections.available()
        self.assertLessEqual({"moves", "rules", "states"}, set(names))
        for name in names:
            self.assertTrue(callable(sections.load(name).measure), name)

    def test_sections_share_a_campus_of_the_form_that_they_need(self):
        """Links are unplugged in faults; what needs no network comes last."""
        self.assertEqual([(plan.CAMPUS.unwired(), ["moves", "families"]), (plan.CAMPUS, ["faults"]),
                          (None, ["rules", "states"])],
                         list(sections.by_variant(["moves", "families", "rules", "states", "faults"]).items()))

    def test_a_number_of_moves_is_positive(self):
        self.assertEqual(3, bench.positive("3"))
        self.assertRaises(ValueError, bench.positive, "0")


if __name__ == "__main__":
    unittest.main()
