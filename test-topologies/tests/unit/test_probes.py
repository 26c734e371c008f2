"""The parts of the probes that need no network: schedule, dialogues, logs, names of failures."""

import io
import tempfile
import threading
import socket
import unittest
from pathlib import Path

from probes import dialogue
from probes.base import Log, address_of, family_of, read_log, words_of
from probes.shortlived import what_failed
from probes.stream import Pacer


class PacerTest(unittest.TestCase):

    def setUp(self):
        self.now = 100.0
        self.pacer = Pacer(50, lambda: self.now)

    def test_stopped_has_nothing_due(self):
        self.assertIsNone(self.pacer.wait_s())

    def test_first_packet_is_due_at_once_and_the_next_a_period_later(self):
        self.pacer.start()
        self.assertEqual(0.0, self.pacer.wait_s())
        self.pacer.sent()
        self.assertAlmostEqual(0.02, self.pacer.wait_s())

    def test_a_late_packet_does_not_move_the_schedule(self):
        self.pacer.start()
        self.pacer.sent()
        self.now += 0.035
        self.assertEqual(0.0, self.pacer.wait_s())
        self.pacer.sent()
        self.assertAlmostEqual(0.005, self.pacer.wait_s())

    def test_who_was_held_up_for_long_makes_up_for_a_little_of_it(self):
        pacer = Pacer(1000, lambda: self.now)
        pacer.start()
        pacer.sent()
        self.now += 0.2
        due = 0
        while pacer.wait_s() == 0.0:
            pacer.sent()
            due += 1
        self.assertEqual(6, due)
        self.assertAlmostEqual(0.001, pacer.wait_s())

    def test_stop(self):
        self.pacer.start()
        self.pacer.stop()
        self.assertFalse(self.pacer.running)


class DialogueTest(unittest.TestCase):

    def converse(self, name):
        client, server = socket.socketpair()
        with client, server, client.makefile("rwb") as asking, server.makefile("rwb") as serving:
            def serve():
                dialogue.SERVE[name](serving, "198.51.100.1:4711")
                server.shutdown(socket.SHUT_WR)
            thread = threading.Thread(target=serve)
            thread.start()
            answer = dialogue.ASK[name](asking)
            thread.join()
            return answer

    def test_the_client_learns_the_address_that_the_server_saw(self):
        for name in ("web", "mail"):
            self.assertEqual("198.51.100.1:4711", self.converse(name))

    def test_a_cut_off_page_is_an_error(self):
        with self.assertRaises(ValueError):
            dialogue.ask_web(io.BytesIO(b""))


class BaseTest(unittest.TestCase):

    def test_addresses_of_both_families(self):
        for host, family in (("192.0.2.1", socket.AF_INET), ("2001:db8::1", socket.AF_INET6)):
            address = address_of(words_of(host, 80))
            self.assertEqual(((host, 80), family), (address, family_of(address)))

    def test_log_is_read_back(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "log"
            log = Log(path)
            log.write(tx=1, at=2.5)
            log.close()
            self.assertEqual([{"tx": 1, "at": 2.5}], read_log(path))

    def test_an_unfinished_last_line_is_left_out(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "log"
            path.write_text('{"tx":1}\n{"tx":')
            self.assertEqual([{"tx": 1}], read_log(path))

    def test_address(self):
        self.assertEqual(("10.1.0.10", 22), address_of("10.1.0.10:22"))

    def test_names_of_failures(self):
        self.assertEqual(("reset", "timeout", "refused", "odd"), tuple(map(what_failed, (
            ConnectionResetError(), TimeoutError(), ConnectionRefusedError(), ValueError("odd")))))


if __name__ == "__main__":
    unittest.main()
