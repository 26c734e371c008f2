"""Real-time priority for what has a machine of its own in a real network: the switches and the controller.

In the emulation they share the processors with hosts that send thousands of packets a second, and a thread that is woken
waits for its turn behind those. Measured on two processors with streams of 5,000 packets/s: with the usual priority the
switch process was held up for so long now and then that the sockets it reads overflowed. A nice value changes nothing
of that: Linux shares the time out among sessions first (sched(7), autogroups).

Open vSwitch's main thread, which forwards all packets, keeps one processor busy at 1,000 packets/s already. Where that
leaves a single one to the controller, its threads wait for each other, too: those that a handover goes through go before
those that store, tell others, compile and collect. With DMM_REAL_TIME=0 in the environment all of this is left out, to
see what it is worth.
"""

import os
from pathlib import Path

SWITCH = 20
CONTROLLER = 10               # below the switches: what the controller has to say must not hold packets up
BEFORE_OTHERS = {"onos-of-": 12, "onos-flowservic": 12, "onos-dmm-node": 11}
"""Of the controller: threads that carry messages from and to the switches, and those that decide, by the beginning of
their names (of which Linux knows 15 characters)."""


def favour(pid, priority, before_others=None):
    """Give every thread of a process a real-time priority (1 to 99), and some another one, by the beginning of their
    names. A thread that is started later has that of the thread that starts it. False where this machine does not allow
    it."""
    if os.environ.get("DMM_REAL_TIME") == "0":
        return True
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            name = (task / "comm").read_text()
            special = [one for prefix, one in (before_others or {}).items() if name.startswith(prefix)]
            os.sched_setscheduler(int(task.name), os.SCHED_RR, os.sched_param(special[0] if special else priority))
        except PermissionError:
            return False
        except (FileNotFoundError, ProcessLookupError):
            pass                              # a thread that has ended meanwhile
    return True
