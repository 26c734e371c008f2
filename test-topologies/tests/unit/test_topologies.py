"""Frames, and the record of what a run made."""

import os
import signal
import socket
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

from topologies.frames import SO_TIMESTAMPNS, gratuitous_arp, kernel_time_ms
from topologies.record import Record, identity, is_alive, stop_processes


class FramesTest(unittest.TestCase):

    def test_gratuitous_arp_is_a_request_about_oneself(self):
        frame = gratuitous_arp("00:00:00:00:01:10", "10.1.0.10")
        self.assertEqual(60, len(frame))
        self.assertEqual(b"\xff" * 6 + bytes.fromhex("000000000110") + b"\x08\x06", frame[:14])
        self.assertEqual(1, struct.unpack("!H", frame[20:22])[0])
        sender, target = frame[28:32], frame[38:42]
        self.assertEqual((socket.inet_aton("10.1.0.10"),) * 2, (sender, target))

    def test_kernel_time(self):
        control = [(socket.SOL_SOCKET, SO_TIMESTAMPNS, struct.pack("qq", 2, 500_000))]
        self.assertEqual(2000.5, kernel_time_ms(control))
        self.assertIsNone(kernel_time_ms([]))


class RecordTest(unittest.TestCase):

    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        self.path = Path(self.directory.name) / "record"

    def test_what_was_saved_is_loaded(self):
        record = Record(self.path)
        record.owner = identity(os.getpid())
        record.interfaces = ["edge1-eth1"]
        record.save()
        loaded = Record.load(self.path)
        self.assertEqual(["edge1-eth1"], loaded.interfaces)
        self.assertTrue(loaded.owner_alive())

    def test_without_a_record_there_is_nothing(self):
        record = Record.load(self.path)
        self.assertFalse(record.owner_alive())
        record.sweep()

    def test_sweep_ends_recorded_processes_and_forgets(self):
        heard = signal.signal(signal.SIGHUP, signal.SIG_DFL)      # ignored if all this was started by nohup
        process = subprocess.Popen(["sleep", "60"])
        signal.signal(signal.SIGHUP, heard)
        record = Record(self.path)
        record.add_process(process.pid)
        record.sweep()
        self.assertEqual(-signal.SIGHUP, process.wait(timeout=5))
        self.assertFalse(self.path.exists())

    def test_a_process_that_took_over_the_number_is_left_alone(self):
        process = subprocess.Popen(["sleep", "60"])
        other = {"pid": process.pid, "started": 1}
        self.assertFalse(is_alive(other))
        stop_processes([other], signal.SIGTERM)
        self.assertIsNone(process.poll())
        process.kill()
        process.wait()

    def test_sweep_removes_nothing_but_a_regular_file(self):
        link = self.path.with_name("device")
        os.mkfifo(link)
        Record(link).sweep()
        self.assertTrue(link.exists())


if __name__ == "__main__":
    unittest.main()
