"""Whether a program in a namespace has opened its port, as the kernel lists it."""

import time
from pathlib import Path

from topologies.errors import DmmError

POLL_S = 0.02
LISTENS, BOUND = "0A", "07"   # states of the kernel's lists: a TCP socket that listens, a UDP one without a peer


def is_open(pid, protocol, port, families=("IPv4", "IPv6")):
    """Whether a socket in the namespace of a process waits at a port, for each of these families. What waits for IPv6
    may do so for IPv4, too."""
    wanted = LISTENS if protocol == "tcp" else BOUND
    return all(any(waits(pid, name, port, wanted) for name in names(protocol, family)) for family in families)


def names(protocol, family):
    return [f"{protocol}6"] if family == "IPv6" else [protocol, f"{protocol}6"]


def waits(pid, name, port, wanted):
    lines = Path(f"/proc/{pid}/net/{name}").read_text().splitlines()[1:]
    return any(line.split()[1].endswith(f":{port:04X}") and line.split()[3] == wanted for line in lines)


def await_open(pid, protocol, port, timeout_s, families=("IPv4", "IPv6")):
    """Until it is open."""
    deadline = time.monotonic() + timeout_s
    while not is_open(pid, protocol, port, families):
        if time.monotonic() > deadline:
            raise DmmError(f"nobody waits at {protocol} port {port} after {timeout_s:g} s")
        time.sleep(POLL_S)
