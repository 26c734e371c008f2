"""The packet of a measured stream, and its recognition inside a frame."""

import unittest

from probes import packet
from probes.overhead import compare, identify

CALL_UP = packet.stream_id("call", "up")


class PacketTest(unittest.TestCase):

    def test_what_was_packed_comes_out(self):
        payload = packet.pack(CALL_UP, 70000, 1234.5, 160)
        self.assertEqual(160, len(payload))
        self.assertEqual((CALL_UP, 70000, 1234.5), packet.unpack(payload))

    def test_begins_like_rtp(self):
        payload = packet.pack(CALL_UP, 65537, 0.0, 160)
        self.assertEqual(bytes([0x80, 8, 0, 1]), payload[:4])

    def test_what_is_not_ours_is_refused(self):
        self.assertIsNone(packet.unpack(b""))
        self.assertIsNone(packet.unpack(b"\0" * 160))

    def test_directions_and_streams_have_ids_of_their_own(self):
        ids = {packet.stream_id(name, way) for name in ("call", "conference") for way in ("up", "down")}
        self.assertEqual(4, len(ids))


class OverheadTest(unittest.TestCase):

    def test_packet_is_found_wherever_it_is_in_the_frame(self):
        payload = packet.pack(CALL_UP, 7, 0.0, 160)
        for before in (42, 92):
            self.assertEqual((CALL_UP, 7), identify(b"\0" * before + payload, [CALL_UP]))

    def test_other_frames_are_not_recognised(self):
        self.assertIsNone(identify(b"\0" * 200, [CALL_UP]))
        self.assertIsNone(identify(CALL_UP.to_bytes(4, "big"), [CALL_UP]))

    def test_the_largest_difference_counts(self):
        overhead = compare({"a": 100, "b": 100}, [("a", 100), ("b", 150), ("c", 999)])
        self.assertEqual((2, 50), (overhead.frames, overhead.added_bytes))

    def test_a_shorter_frame_counts_too(self):
        self.assertEqual(-4, compare({"a": 100}, [("a", 96)]).added_bytes)


if __name__ == "__main__":
    unittest.main()
