"""Priority for what has a machine of its own in a real network: the switches and the controller.

In the emulation they share the processors with hosts that send thousands of packets a second, and a thread that is woken
waits for its turn behind those. Measured on two processors with streams of 5,000 packets/s: with the usual priority the
switch process was held up for so long now and then that the sockets it reads overflowed. With DMM_PRIORITY=0 in the
environment all of this is left out, to see what it is worth.

What moves the node and announces it has a real-time priority for that moment, too. A station does not wait for the
controller, which has work of its own when a port has gone down: a gap of 30 ms had become one of 151.

The controller gets a larger share of the time, but no real-time priority: threads of a Java machine wait for each other by
yielding, and a real-time thread that yields never gives way to one of a lower priority. Tried, it stood still for minutes.

Under fast streams the switches have a processor of their own besides, and all else the others. A thread that is woken on
the processor on which the switch process forwards in real time waits there until another one comes to fetch it.
"""

import os
from contextlib import contextmanager, suppress
from pathlib import Path

SWITCH = 20                   # real-time, 1 to 99
AIR = 10                      # the same, of the node that moves and of the access network that announces it
NICE = -20                    # among sessions: Linux shares the time out among these first (sched(7), autogroups)
BEFORE_OTHERS = ("onos-of-", "onos-flowservic", "onos-dmm-node", "qtp")
"""The controller's threads that a handover goes through, by the beginning of their names; notices come in by `qtp`."""


def run_at_once(pid, priority):
    """Give every thread of a process a real-time priority; a thread that is started later has that of the one
    that starts it. False where this machine does not allow it."""
    try:
        for task in tasks(pid):
            with suppress(ProcessLookupError):
                os.sched_setscheduler(task, os.SCHED_RR, os.sched_param(priority))
    except PermissionError:
        return False
    return True


def run_first(pid, before_others=()):
    """Let a process, which leads a session, go before other sessions, and those of its threads before its others whose
    names begin like this. False where this machine does not allow it."""
    try:
        share, threads = Path(f"/proc/{pid}/autogroup"), tasks(pid)
        if share.exists() and threads:
            share.write_text(str(NICE))
        for task in threads:
            if name_of(pid, task).startswith(tuple(before_others)):
                with suppress(ProcessLookupError):
                    os.setpriority(os.PRIO_PROCESS, task, NICE)
    except PermissionError:
        return False
    return True


@contextmanager
def at_once(level):
    """A context in which the calling thread, and what it starts, has a real-time priority: for what moves by itself
    and waits for no controller, and is over in a moment. It changes nothing where this machine does not allow it."""
    policy, usual = os.sched_getscheduler(0), os.sched_getparam(0)
    if wanted():
        with suppress(PermissionError):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(level))
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, usual)


@contextmanager
def apart(switch, others):
    """A context in which the thread of a switch process that forwards, its first, has a processor to itself; some other
    processes, this one and what it starts have the rest of them. It changes nothing on a single processor."""
    every = sorted(os.sched_getaffinity(0))
    own, rest = every[-1:], every[:-1]
    if not rest or not tasks(switch):
        yield
        return
    try:
        for pid in others:
            keep_on(rest, tasks(pid))
        keep_on(own, [int(switch)])
        os.sched_setaffinity(0, rest)
        yield
    finally:
        for pid in (switch, *others):
            with suppress(FileNotFoundError):
                keep_on(every, tasks(pid))
        os.sched_setaffinity(0, every)


def keep_on(processors, threads):
    """Let these threads run on these processors alone; one that has ended is passed over."""
    for task in threads:
        with suppress(ProcessLookupError):
            os.sched_setaffinity(task, processors)


def tasks(pid):
    """Numbers of a process's threads; none if priorities are not wanted."""
    return [int(task.name) for task in Path(f"/proc/{pid}/task").iterdir()] if wanted() else []


def wanted():
    """Whether this machine's user wants priorities."""
    return os.environ.get("DMM_PRIORITY") != "0"


def name_of(pid, task):
    """A thread's name, of which Linux knows 15 characters; empty when it has ended."""
    try:
        return (Path(f"/proc/{pid}/task/{task}") / "comm").read_text().strip()
    except OSError:
        return ""
