import struct
import unittest

from probes import channel, openflow
from probes.channel import Message, Reassembly
from scenarios.handovers import bounce

SWITCH, OTHER = 40001, 40002
LOCATOR = "02:DA:00:01:00:07"
AT = 1000.0


def message(kind, transaction, body=b""):
    return openflow.HEADER.pack(4, kind, openflow.HEADER.size + len(body), transaction) + body


def flow_mod(table=bounce.TABLE, command=openflow.ADD, priority=bounce.LOWEST_BOUNCE, locator=LOCATOR, transaction=1):
    match = struct.pack("!HHI", 1, 14, 0x80000606) + bytes.fromhex(locator.replace(":", "")) + bytes(2)
    return message(openflow.FLOW_MOD, transaction, bytes(16) + struct.pack("!BBHHH", table, command, 0, 0, priority)
                   + bytes(16) + match)


def frame(payload, sequence, source=SWITCH, destination=openflow.PORT, trailer=b""):
    tcp = struct.pack("!HHIIBBHHH", source, destination, sequence, 0, 5 << 4, 0x18, 0, 0, 0) + payload
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 0, 0, 64, 6, 0, bytes(4), bytes(4))
    return bytes(12) + b"\x08\x00" + ip + tcp + trailer


class ReassemblyTest(unittest.TestCase):

    def setUp(self):
        self.reassembly = Reassembly()

    def feed(self, *arguments, at=AT, **more):
        return [one.data for one in self.reassembly.feed(at, frame(*arguments, **more))]

    def test_a_message_is_complete_with_its_last_byte(self):
        first, second = message(10, 1, b"x" * 50), message(openflow.BARRIER_REPLY, 2)
        self.assertEqual([first], self.feed(first + second[:3], 100))
        self.assertEqual([Message(AT + 1, SWITCH, False, second)],
                         self.reassembly.feed(AT + 1, frame(second[3:], 100 + len(first) + 3)))

    def test_what_comes_again_is_passed_over(self):
        reply = message(openflow.BARRIER_REPLY, 2)
        self.feed(reply, 100)
        self.assertEqual([], self.feed(reply, 100))

    def test_sequence_numbers_go_round(self):
        reply = message(openflow.BARRIER_REPLY, 2)
        self.feed(reply, (1 << 32) - len(reply))
        self.assertEqual([reply], self.feed(reply, 0))

    def test_it_begins_and_goes_on_after_a_gap_where_a_message_begins(self):
        reply = message(openflow.BARRIER_REPLY, 2)
        self.assertEqual([], self.feed(b"\xff" * 30, 70))
        self.assertEqual([reply], self.feed(reply, 100))
        self.assertEqual([], self.feed(b"\xff" * 30, 5000))
        self.assertEqual([reply], self.feed(reply, 6000))

    def test_both_directions_have_the_port_of_the_switch(self):
        request = message(openflow.BARRIER_REQUEST, 2)
        found = self.reassembly.feed(AT, frame(request, 7, openflow.PORT, SWITCH))
        self.assertEqual([Message(AT, SWITCH, True, request)], found)

    def test_other_frames_are_none_of_its_business(self):
        self.assertIsNone(channel.segment(frame(b"", 1)))
        self.assertIsNone(channel.segment(frame(b"x", 1, 22, 23)))
        self.assertIsNone(channel.segment(b"\0" * 60))
        self.assertEqual(b"x", channel.segment(frame(b"x", 1, trailer=b"padding"))[3])


class ConfirmedTest(unittest.TestCase):

    @staticmethod
    def confirmed(*messages):
        """messages: (ms after AT, channel, to the switch, bytes)."""
        return bounce.confirmed([Message(AT + at, *rest) for at, *rest in messages], LOCATOR, AT)

    def test_it_is_the_reply_to_the_next_barrier_on_the_same_channel(self):
        self.assertEqual(AT + 5, self.confirmed(
            (1, SWITCH, True, flow_mod()), (2, OTHER, True, message(openflow.BARRIER_REQUEST, 8)),
            (2, SWITCH, True, message(openflow.BARRIER_REQUEST, 9)),
            (3, OTHER, False, message(openflow.BARRIER_REPLY, 8)),
            (4, SWITCH, False, message(openflow.BARRIER_REPLY, 7)),
            (5, SWITCH, False, message(openflow.BARRIER_REPLY, 9))))

    def test_other_rules_are_not_the_bounce(self):
        barrier = [(2, SWITCH, True, message(openflow.BARRIER_REQUEST, 9)),
                   (3, SWITCH, False, message(openflow.BARRIER_REPLY, 9))]
        for other in (flow_mod(table=1), flow_mod(command=4), flow_mod(priority=bounce.LOWEST_BOUNCE - 1),
                      flow_mod(locator="02:DA:00:01:00:08"), message(openflow.BARRIER_REQUEST, 1)):
            self.assertIsNone(self.confirmed((1, SWITCH, True, other), *barrier))
        self.assertIsNone(self.confirmed((-1, SWITCH, True, flow_mod()), *barrier))
        self.assertIsNone(self.confirmed((1, SWITCH, True, flow_mod())))


if __name__ == "__main__":
    unittest.main()
