"""Cuts uplinks and mends them: the port of the switch goes down, and the router loses the carrier."""

import os

from topologies import plan
from topologies.links import Links


class Uplinks:
    """The uplinks of all edges, at the switches' side; on leaving, those that were cut are mended."""

    def __init__(self):
        self._links = Links(os.getpid())
        self._down = set()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.mend(*list(self._down))
        self._links.close()

    def cut(self, *names):
        """Take the uplinks of these edges down."""
        for name in names:
            self._links.set_up(plan.BY_NAME[name].interface(plan.PORT_UPLINK), False)
            self._down.add(name)

    def mend(self, *names):
        """Take them up again."""
        for name in names:
            self._links.set_up(plan.BY_NAME[name].interface(plan.PORT_UPLINK), True)
            self._down.discard(name)
