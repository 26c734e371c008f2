"""Lets the node's radio change its access point without an instant in which it has none.

A filter at the ingress of an interface takes precedence over the bridge that it belongs to, and replacing or
removing it is atomic: while the bridges change hands, frames take these shortcuts past them.
"""

import subprocess

from topologies import plan
from topologies.errors import DmmError
from topologies.netns import entering

_ALL_FRAMES = "1,6 0 0 4294967295"      # classic BPF: one instruction, "accept"


class ShortcutError(DmmError):
    """The kernel refuses a filter."""


class Shortcuts:
    """The shortcuts in the namespace of the air."""

    def __init__(self, air_pid):
        self._pid = air_pid
        self._prepared = set()

    def prepare(self, *interfaces):
        """Make interfaces able to take filters; a no-op for those that are."""
        for interface in set(interfaces) - self._prepared:
            self._tc("qdisc", "replace", "dev", interface, "clsact")
            self._prepared.add(interface)

    def lead(self, source, target):
        """From now on what comes in at `source` goes out at `target`."""
        self._tc("filter", "replace", "dev", source, "ingress", "protocol", "all", "pref", "1", "handle", "1", "bpf",
                 "bytecode", _ALL_FRAMES, "action", "mirred", "egress", "redirect", "dev", target)

    def remove(self, source):
        """From now on what comes in at `source` goes to its bridge."""
        self._tc("filter", "del", "dev", source, "ingress", "pref", "1")

    def _tc(self, *arguments):
        done = subprocess.run(entering(self._pid, ["tc", *arguments]), stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
            raise ShortcutError(f"tc {' '.join(arguments[:4])}: {' '.join(done.stderr.split())}")


def port_of(edge):
    """The interface of an edge's access point, in the namespace of the air."""
    return f"{edge.access_point}-port"


RADIO = plan.NODE_AIR
