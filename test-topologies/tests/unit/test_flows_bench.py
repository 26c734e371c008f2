"""What a new flow costs: the words and figures of it."""

import unittest

from probes import flowload
from scenarios import flows_bench

FOUND = {"flows": 4, "names": 2, "shown_of_1000_tcp": 0, "counts": {"flows shown": 4},
         "delays_us": {"flow": {"count": 4, "p50": 1500, "p99": 9000, "most": 9100}},
         "plain_ms": [1.0, 2.0], "named_ms": [3.0, 4.0]}


class FlowsBenchTest(unittest.TestCase):

    def test_an_answer_has_the_address_that_its_name_asks_for(self):
        answer = flowload.answer(flowload.question("n258.zoom.us", 7))
        self.assertEqual(b"\x00\x07\x81\x80", answer[:4])
        self.assertEqual(bytes([198, 18, 1, 2]), answer[-4:])

    def test_the_lines(self):
        self.assertEqual([
            "first packet of a flow, until its rule is in force: 4, p50 1.50 ms, p99 9.00 ms, at most 9.10 ms",
            "look-up, plain: 2 of 2 answered, p50 1.00 ms, p99 2.00 ms",
            "look-up, held: 2 of 2 answered, p50 3.00 ms, p99 4.00 ms",
            "shown of 1000 connections of the default class: 0"], list(flows_bench.lines(FOUND)))

    def test_the_promises(self):
        self.assertTrue(all(flows_bench.promises(FOUND).values()))
        wrong = {**FOUND, "shown_of_1000_tcp": 1, "named_ms": [3.0], "counts": {"names released late": 1}}
        self.assertFalse(any(flows_bench.promises(wrong).values()))
