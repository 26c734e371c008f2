import socket
import struct
import time
import unittest

from probes.openflow import BARRIER_REPLY, MULTIPART_REPLY, Messages
from scenarios.faults.relay import DOWN, UP, Relay

HELLO = 0


def message(kind, body=b""):
    return struct.pack("!BBHI", 4, kind, 8 + len(body), 1) + body


class MessagesTest(unittest.TestCase):

    def test_messages_come_out_whole_however_they_come_in(self):
        sent = [message(HELLO), message(MULTIPART_REPLY, b"x" * 100), message(BARRIER_REPLY)]
        stream, parser, found = b"".join(sent), Messages(), []
        for at in range(0, len(stream), 7):
            found += parser.feed(stream[at:at + 7])
        self.assertEqual(sent, found)


class RelayTest(unittest.TestCase):

    def setUp(self):
        self.controller = socket.create_server(("127.0.0.1", 0))
        self.controller.settimeout(2.0)
        self.relay = Relay(self.controller.getsockname())
        self.addCleanup(self.controller.close)
        self.addCleanup(self.relay.close)
        self.switch, self.there = self.connect()

    def connect(self):
        switch = socket.create_connection(("127.0.0.1", self.relay.port), timeout=2.0)
        self.addCleanup(switch.close)
        there, _address = self.controller.accept()
        self.addCleanup(there.close)
        there.settimeout(2.0)
        return switch, there

    def passes(self, source, target):
        sent = message(HELLO, b"?")
        source.sendall(sent)
        return target.recv(100) == sent

    def test_it_passes_both_ways(self):
        self.assertTrue(self.passes(self.switch, self.there))
        self.assertTrue(self.passes(self.there, self.switch))

    def test_what_is_cut_ends_and_nobody_gets_in_until_it_works_again(self):
        self.relay.cut()
        self.assertEqual(b"", self.there.recv(1))
        refused = socket.create_connection(("127.0.0.1", self.relay.port), timeout=2.0)
        self.assertEqual(b"", refused.recv(1))
        refused.close()
        self.relay.pass_on()
        self.assertTrue(self.passes(*self.connect()))

    def test_it_swallows_one_way_or_one_kind_and_the_connection_stands(self):
        self.relay.swallow(UP, (BARRIER_REPLY,))
        self.switch.sendall(message(BARRIER_REPLY))
        self.assertTrue(self.passes(self.switch, self.there))
        self.assertEqual(1, self.relay.swallowed)
        self.relay.swallow(DOWN)
        self.there.sendall(message(HELLO))
        self.assertTrue(self.passes(self.switch, self.there))
        self.relay.pass_on()
        self.assertTrue(self.passes(self.there, self.switch))

    def test_statistics_replies_arrive_later_than_what_was_sent_after_them(self):
        self.relay.hold_statistics(0.1)
        begin = time.monotonic()
        self.switch.sendall(message(MULTIPART_REPLY) + message(BARRIER_REPLY))
        self.assertEqual(message(BARRIER_REPLY), self.there.recv(8))
        self.assertEqual(message(MULTIPART_REPLY), self.there.recv(8))
        self.assertGreaterEqual(time.monotonic() - begin, 0.1)


if __name__ == "__main__":
    unittest.main()
