"""What became of the packets of a fast stream."""

import tempfile
import unittest
from array import array
from pathlib import Path

from probes import samples

MS = 1_000_000                # ns


def end(sent_ms=(), arrived=()):
    """What one end saved: packets sent at these ms, and (sequence, ms) of what came in."""
    return (array("Q", [at * MS for at in sent_ms]), array("Q", [number for number, _at in arrived]),
            array("Q", [at * MS for _number, at in arrived]))


class LedgerTest(unittest.TestCase):

    def test_lost_packets_belong_to_when_they_were_sent(self):
        ledger = samples.ledger(end((10, 20, 30, 40)), end(arrived=((0, 11), (3, 41))))
        self.assertEqual((2, 1, 0, 4), (ledger.lost(0, 100), ledger.lost(20, 30), ledger.lost(31, 100),
                                        ledger.sent(0, 41)))

    def test_a_repeated_packet_is_not_reordered(self):
        ledger = samples.ledger(end((10, 20, 30)), end(arrived=((0, 11), (2, 31), (0, 32), (1, 33))))
        self.assertEqual(([10.0], [20.0], []), (ledger.duplicated_at, ledger.reordered_at, ledger.lost_at))

    def test_arrivals_of_unknown_packets_are_left_out(self):
        ledger = samples.ledger(end((10,)), end(arrived=((0, 11), (7, 12))))
        self.assertEqual((0, 0), (ledger.duplicated(0, 100), ledger.lost(0, 100)))

    def test_late_packets_are_told_by_when_they_were_sent(self):
        ledger = samples.ledger(end((10, 20, 30)), end(arrived=((2, 31), (0, 40), (1, 27), (1, 60))))
        self.assertEqual(([30.0, 7.0], [7.0], []), (ledger.late_by(0, 100), ledger.late_by(11, 30),
                                                    ledger.late_by(21, 100)))

    def test_silence_reaches_over_the_edges_of_the_span(self):
        ledger = samples.ledger(end((1, 2, 3)), end(arrived=((0, 10), (1, 50), (2, 60))))
        self.assertEqual((40.0, 10.0), (ledger.silence(20, 30), ledger.silence(51, 55)))

    def test_an_empty_span_holds_nothing(self):
        self.assertEqual(0, samples.within([1.0, 2.0], 5.0, 1.0))

    def test_saved_is_what_is_loaded(self):
        ends = end((1, 2), ((0, 5),))
        with tempfile.TemporaryDirectory() as directory:
            samples.save(Path(directory) / "end", *ends)
            self.assertEqual(ends, samples.load(Path(directory) / "end"))


if __name__ == "__main__":
    unittest.main()
