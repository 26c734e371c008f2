"""Real-time priority for what has a machine of its own in a real network: the switches and the controller.

In the emulation they share the processors with hosts that send thousands of packets a second, and a thread that is woken
waits for its turn behind those. Measured on two processors with streams of 5,000 packets/s: with the usual priority the
switch process was held up for so long now and then that the sockets it reads overflowed. A nice value changes nothing
of that: Linux shares the time out among sessions first (sched(7), autogroups). With DMM_REAL_TIME=0 in the environment
all of this is left out, to see what it is worth.

All threads of a process have the same priority. A Java machine's threads wait for each other by yielding, and a
real-time thread that yields never gives way to one of a lower priority: with several, it stood still for minutes.
"""

import os
from pathlib import Path

SWITCH = 20
CONTROLLER = 10               # below the switches: what the controller has to say must not hold packets up


def favour(pid, priority):
    """Give every thread of a process a real-time priority (1 to 99); a thread that is started later has that of the
    thread that starts it. False where this machine does not allow it."""
    if os.environ.get("DMM_REAL_TIME") == "0":
        return True
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            os.sched_setscheduler(int(task.name), os.SCHED_RR, os.sched_param(priority))
        except PermissionError:
            return False
        except ProcessLookupError:
            pass                              # a thread that has ended meanwhile
    return True
