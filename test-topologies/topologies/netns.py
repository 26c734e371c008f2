"""Work in another network namespace without a helper process.

A socket belongs for life to the namespace in which it was opened, also for its ioctls: open it
there once, use it from anywhere later.
"""

import ctypes
import os
import socket
from contextlib import contextmanager

CLONE_NEWNET = 0x40000000
_libc = ctypes.CDLL(None, use_errno=True)


def _setns(fd):
    if _libc.setns(fd, CLONE_NEWNET) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"setns: {os.strerror(error)}")


@contextmanager
def namespace_of(pid):
    """Run a block in the network namespace of a process (this thread only)."""
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY)
    try:
        _setns(there)
        yield
    finally:
        _setns(home)
        os.close(there)
        os.close(home)


def socket_in(pid, family, kind, protocol=0):
    """A socket that lives in the network namespace of `pid`."""
    with namespace_of(pid):
        return socket.socket(family, kind, protocol)


def entering(pid, command):
    """The command line that runs `command` (a list) in the network namespace of `pid`."""
    return ["nsenter", f"--net=/proc/{pid}/ns/net", "--", *command]
