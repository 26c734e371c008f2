"""What `bench classify` makes of the figures of a replay."""

import unittest

from scenarios import classify_bench


def counted(recall, precision, false_alarms=0.0):
    way = {"recall": recall, "precision": precision, "false_alarms": false_alarms}
    return {"flows": 10, "called": 9, "right": 9, "over_flows": way, "mean_over_files": way}


def figures(ours, theirs):
    tellers = {"classifier": ours, "first_packet_label": theirs}
    return {"files": 2, "flows": 20, "frames": 100, "frames_shown": 7, "files_not_read": [],
            "flows_not_found": ["x.pcap UDP a b"], "steps": {},
            **{teller: {"real-time": one, "streaming": one, "classes": {"telephony": one}}
               for teller, one in tellers.items()}}


class ClassifyBenchTest(unittest.TestCase):
    def held(self, ours, theirs):
        return [verdict.held for verdict in classify_bench.verdicts(figures(ours, theirs))]

    def test_all_is_held_where_recall_is_a_tenth_above_and_precision_no_more_than_two_hundredths_below(self):
        self.assertEqual([True] * 10, self.held(counted(0.88, 0.94, 0.02), counted(0.78, 0.96)))

    def test_recall_that_is_too_near_is_not_enough(self):
        self.assertEqual(4, self.held(counted(0.87, 0.99), counted(0.78, 0.96)).count(False))

    def test_precision_that_is_too_far_below_is_not_enough(self):
        self.assertEqual(4, self.held(counted(0.99, 0.93), counted(0.78, 0.96)).count(False))

    def test_false_alarms_count_for_real_time(self):
        self.assertEqual(2, self.held(counted(0.99, 0.99, 0.03), counted(0.78, 0.96)).count(False))

    def test_nothing_is_promised_of_what_is_not_there(self):
        self.assertEqual([True] * 2, self.held(counted(None, None), counted(None, None)))

    def test_the_text_tells_what_was_not_found(self):
        lines = classify_bench.text(figures(counted(0.9, None), counted(0.8, 1.0)))
        self.assertTrue(any("not found in the captures: 1 flows" in line for line in lines))
        self.assertTrue(all(len(line) <= 120 for line in lines))


if __name__ == "__main__":
    unittest.main()
