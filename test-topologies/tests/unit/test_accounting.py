"""Loss accounting over what both ends of a stream logged."""

import unittest

from probes.accounting import count, longest_gap, sources


def sent(*pairs):
    return [{"tx": sequence, "at": at} for sequence, at in pairs]


def received(*pairs):
    return [{"rx": sequence, "at": at} for sequence, at in pairs]


class CountTest(unittest.TestCase):

    def test_everything_arrives(self):
        direction = count(sent((0, 0.0), (1, 20.0)), received((0, 1.0), (1, 21.0)))
        self.assertEqual((2, 2, 0, 0, 0), (direction.sent, direction.received, direction.lost,
                                           direction.duplicated, direction.reordered))

    def test_lost_packets_are_known_by_the_time_they_were_sent(self):
        direction = count(sent((0, 0.0), (1, 20.0), (2, 40.0)), received((0, 1.0)))
        self.assertEqual((20.0, 40.0), direction.lost_at)

    def test_losses_are_counted_from_begin_to_before_end(self):
        direction = count(sent((0, 10.0), (1, 20.0), (2, 30.0)), [])
        self.assertEqual(2, direction.lost_between(10.0, 30.0))
        self.assertEqual(0, direction.lost_between(30.1, 99.0))

    def test_second_arrival_is_a_duplicate_and_not_reordered(self):
        direction = count(sent((0, 0.0), (1, 20.0)), received((0, 1.0), (1, 21.0), (0, 22.0)))
        self.assertEqual((1, 0, 2), (direction.duplicated, direction.reordered, direction.received))

    def test_arrival_after_a_later_packet_is_reordered(self):
        direction = count(sent((0, 0.0), (1, 1.0), (2, 2.0)), received((0, 5.0), (2, 6.0), (1, 7.0)))
        self.assertEqual((0, 1, 0), (direction.duplicated, direction.reordered, direction.lost))

    def test_arrival_that_nobody_sent_does_not_count_as_received(self):
        direction = count(sent((0, 0.0)), received((0, 1.0), (9, 2.0)))
        self.assertEqual(1, direction.received)

    def test_longest_silence_is_between_arrivals(self):
        direction = count(sent((0, 0.0), (1, 20.0), (2, 40.0)), received((0, 1.0), (1, 21.0), (2, 141.0)))
        self.assertAlmostEqual(120.0, direction.longest_silence_ms)

    def test_nothing_at_all(self):
        direction = count([], [])
        self.assertEqual((0, 0, 0.0), (direction.sent, direction.lost, direction.longest_silence_ms))


class SilenceBetweenTest(unittest.TestCase):

    def setUp(self):
        self.direction = count([], received((0, 0.0), (1, 10.0), (2, 110.0), (3, 120.0), (4, 170.0)))

    def test_gap_that_begins_before_the_span_and_ends_in_it(self):
        self.assertAlmostEqual(100.0, self.direction.silence_between(50.0, 115.0))

    def test_gap_that_only_begins_in_the_span(self):
        self.assertAlmostEqual(50.0, self.direction.silence_between(115.0, 130.0))

    def test_span_without_any_arrival_nearby(self):
        self.assertEqual(0.0, self.direction.silence_between(500.0, 600.0))

    def test_longest_gap_of_one_or_none(self):
        self.assertEqual((0.0, 0.0), (longest_gap([]), longest_gap([5.0])))


class SourcesTest(unittest.TestCase):

    def test_in_order_of_first_sight(self):
        log = [{"rx": 0, "at": 1.0}, {"source": "198.51.100.1:5004", "at": 1.0},
               {"source": "10.1.0.10:5004", "at": 9.0}]
        self.assertEqual([(1.0, "198.51.100.1:5004"), (9.0, "10.1.0.10:5004")], sources(log))


if __name__ == "__main__":
    unittest.main()
