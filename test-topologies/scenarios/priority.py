"""Real-time priority for what has a machine of its own in a real network: the switches and the controller.

In the emulation they share the processor with hosts that send thousands of packets a second, and a thread that is woken
waits for its turn behind those. Measured on two processors with streams of 5,000 packets/s: with the usual priority the
switch process was held up for so long now and then that the sockets it reads overflowed. A nice value changes nothing
of that: Linux shares the time out among sessions first (sched(7), autogroups).
"""

import os
from pathlib import Path

SWITCH = 20
CONTROLLER = 10               # below the switches: what the controller has to say must not hold packets up
BACKGROUND = ("C1 Compiler", "C2 Compiler", "XWorker", "XDriver", "XDirector", "ZWorker", "ZDriver", "ZDirector")
"""Of a Java machine: what compiles, and what collects garbage beside the program."""


def favour(pid, priority, background=()):
    """Give every thread of a process a real-time priority (1 to 99), except those whose names begin with one of
    `background`. Threads inherit that of the thread that starts them. False where this machine does not allow it."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            if not (task / "comm").read_text().startswith(tuple(background)):
                os.sched_setscheduler(int(task.name), os.SCHED_RR, os.sched_param(priority))
        except PermissionError:
            return False
        except (FileNotFoundError, ProcessLookupError):
            pass                              # a thread that has ended meanwhile
    return True
