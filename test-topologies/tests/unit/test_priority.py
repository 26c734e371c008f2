"""Priorities: of all threads, and of those that are started later."""

import os
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

from scenarios import priority

PROGRAM = """
import sys, threading, time
def rename(name):
    with open("/proc/thread-self/comm", "w") as file:
        file.write(name)
def named(name):
    started = threading.Event()
    threading.Thread(target=lambda: (rename(name), started.set(), time.sleep(60)), daemon=True).start()
    started.wait()
named("worker")
print("ready", flush=True)
sys.stdin.readline()
named("later")
print("ready", flush=True)
sys.stdin.readline()
"""


class FavourTest(unittest.TestCase):

    def setUp(self):
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.communicate)
        self.process.stdout.readline()

    def priorities(self):
        """{name of a thread: its real-time priority, 0 for none}."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return {(task / "comm").read_text().strip(): os.sched_getparam(int(task.name)).sched_priority
                for task in tasks if os.sched_getscheduler(int(task.name)) in (os.SCHED_RR, os.SCHED_OTHER)}

    def test_all_threads(self):
        self.assertTrue(priority.favour(self.process.pid, 3))
        self.assertEqual({3}, set(self.priorities().values()))

    @mock.patch.dict("os.environ", DMM_REAL_TIME="0")
    def test_it_can_be_left_out(self):
        self.assertTrue(priority.favour(self.process.pid, 3))
        self.assertEqual({0}, set(self.priorities().values()))

    def test_what_is_started_later_has_it_too(self):
        priority.favour(self.process.pid, 3)
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.process.stdout.readline()
        self.assertEqual(3, self.priorities()["later"])

    def test_a_machine_that_does_not_allow_it_is_told(self):
        with mock.patch("os.sched_setscheduler", side_effect=PermissionError):
            self.assertFalse(priority.favour(self.process.pid, 3))
        self.assertEqual({0}, set(self.priorities().values()))


if __name__ == "__main__":
    unittest.main()
