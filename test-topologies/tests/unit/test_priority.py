"""Priorities of processes and of single threads."""

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
named("other")
print("ready", flush=True)
sys.stdin.readline()
named("later")
print("ready", flush=True)
sys.stdin.readline()
"""


class PriorityTest(unittest.TestCase):

    def setUp(self):
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, start_new_session=True)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.communicate)
        self.process.stdout.readline()

    def of_threads(self, reading):
        """{name of a thread: what is read of it}."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return {(task / "comm").read_text().strip(): reading(int(task.name)) for task in tasks}

    def real_time(self):
        return self.of_threads(lambda task: os.sched_getparam(task).sched_priority)

    def nice(self):
        return self.of_threads(lambda task: os.getpriority(os.PRIO_PROCESS, task))

    def test_all_threads_run_at_once_and_what_is_started_later(self):
        self.assertTrue(priority.run_at_once(self.process.pid, 3))
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.process.stdout.readline()
        self.assertEqual({"worker": 3, "other": 3, "later": 3}, {name: self.real_time()[name]
                                                                 for name in ("worker", "other", "later")})

    def test_a_process_runs_first_and_some_of_its_threads_before_the_others(self):
        self.assertTrue(priority.run_first(self.process.pid, ("work",)))
        self.assertEqual((priority.NICE, 0), (self.nice()["worker"], self.nice()["other"]))
        self.assertEqual({0}, set(self.real_time().values()))
        share = Path(f"/proc/{self.process.pid}/autogroup")
        if share.exists():
            self.assertIn(f"nice {priority.NICE}", share.read_text())

    @mock.patch.dict("os.environ", DMM_PRIORITY="0")
    def test_it_can_be_left_out(self):
        self.assertTrue(priority.run_at_once(self.process.pid, 3))
        self.assertEqual({0}, set(self.real_time().values()))

    def test_what_runs_at_once_does_so_for_a_while(self):
        with priority.at_once(4):
            self.assertEqual((os.SCHED_RR, 4), (os.sched_getscheduler(0), os.sched_getparam(0).sched_priority))
        self.assertEqual((os.SCHED_OTHER, 0), (os.sched_getscheduler(0), os.sched_getparam(0).sched_priority))
        with mock.patch.dict("os.environ", DMM_PRIORITY="0"), priority.at_once(4):
            self.assertEqual(os.SCHED_OTHER, os.sched_getscheduler(0))

    def test_a_switch_has_a_processor_of_its_own_if_there_is_more_than_one(self):
        every = os.sched_getaffinity(0)
        last = {max(every)}
        with priority.apart(str(self.process.pid), []):
            self.assertEqual(last, os.sched_getaffinity(self.process.pid))
            self.assertEqual([every] * 2, [self.of_threads(os.sched_getaffinity)[name] for name in ("worker", "other")])
            self.assertEqual(every - last or every, os.sched_getaffinity(0))
        self.assertEqual((every, every), (os.sched_getaffinity(0), os.sched_getaffinity(self.process.pid)))

    def test_the_others_are_kept_away_from_it(self):
        every = os.sched_getaffinity(0)
        rest = every - {max(every)} or every
        with priority.apart(str(os.getpid()), [str(self.process.pid)]):
            self.assertEqual({"worker": rest, "other": rest},
                             {name: self.of_threads(os.sched_getaffinity)[name] for name in ("worker", "other")})
        self.assertEqual(every, self.of_threads(os.sched_getaffinity)["worker"])

    @mock.patch.dict("os.environ", DMM_PRIORITY="0")
    def test_without_priorities_all_run_everywhere(self):
        every = os.sched_getaffinity(0)
        with priority.apart(str(self.process.pid), []):
            self.assertEqual((every, every), (os.sched_getaffinity(0), os.sched_getaffinity(self.process.pid)))
        self.assertEqual((every, every), (os.sched_getaffinity(0), os.sched_getaffinity(self.process.pid)))

    def test_a_machine_that_does_not_allow_it_is_told(self):
        with mock.patch("os.sched_setscheduler", side_effect=PermissionError):
            self.assertFalse(priority.run_at_once(self.process.pid, 3))
        with mock.patch("os.setpriority", side_effect=PermissionError):
            self.assertFalse(priority.run_first(self.process.pid, ("work",)))


if __name__ == "__main__":
    unittest.main()
