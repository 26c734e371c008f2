"""The report as text and as data."""

import json
import unittest

from scenarios import report
from tests.unit import samples

WIDTH = 120


class TextTest(unittest.TestCase):

    def test_fits_the_terminal(self):
        for line in report.text(samples.report()):
            self.assertLessEqual(len(line), WIDTH, line)

    def test_tells_what_happened_to_each_move(self):
        text = "\n".join(report.text(samples.report(lost_down=(500,))))
        self.assertIn("1 (0)", text)
        self.assertIn("reset after 15 ms", text)
        self.assertIn("edge2 .65", text)

    def test_a_move_without_handover_shows_a_dash(self):
        rows = report.moves_table(samples.report(("air",), control_ms=None))
        self.assertRegex(rows[-1], r"5\.0\s+-\s+-")

    def test_reasons_are_counted(self):
        self.assertEqual("2 reset, 1 timeout", report.how_often(["reset", "timeout", "reset"]))


class JsonTest(unittest.TestCase):

    def setUp(self):
        self.data = json.loads(json.dumps(report.as_json(samples.report(lost_down=(500,)), ["sentence"])))

    def test_moves(self):
        move = self.data["moves"][0]
        self.assertEqual(("air", "edge1", "edge2"), (move["kind"], move["from"], move["to"]))
        self.assertAlmostEqual(5.0, move["gap_ms"])
        self.assertAlmostEqual(2.0, move["control_ms"])

    def test_stream(self):
        call = self.data["flows"][0]
        self.assertEqual(("call", "telephony", "SESSION_LASTING", ["edge1"]),
                         tuple(call[name] for name in ("name", "class", "continuity", "anchors")))
        self.assertEqual((0, 1, 0), (call["lost_up"], call["lost_down"], call["duplicated"]))
        self.assertEqual(call["sent_up"], call["sent_down"])

    def test_web_names_every_anchor_it_had(self):
        web = next(flow for flow in self.data["flows"] if flow["name"] == "web")
        self.assertEqual(["edge2", "edge3"], web["anchors"])

    def test_network(self):
        self.assertEqual((0, 0, ["sentence"]), (self.data["flow_mods_elsewhere"],
                                                self.data["core_frame_overhead_bytes"], self.data["failures"]))


if __name__ == "__main__":
    unittest.main()
