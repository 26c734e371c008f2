"""What comes out of the access ports: every IPv4 packet that an edge delivers, with its receiver."""

import select
import socket
import threading
from dataclasses import dataclass

from topologies import plan
from topologies.frames import FrameTap

MAC, IP, ETH_TYPE = slice(0, 6), slice(30, 34), slice(12, 14)
IPV4 = b"\x08\x00"


@dataclass(frozen=True)
class Sighting:
    """A packet that was delivered at a place; `at` in epoch ms."""

    at: float
    place: object
    mac: str
    address: str


class Sightings(threading.Thread):
    """Watches places (topologies.stations.Place) until it is closed."""

    def __init__(self, world, places):
        super().__init__(daemon=True)
        self._taps = {FrameTap(place.interface, world.pid(plan.AIR)): place for place in places}
        self._seen = []
        self._going = True
        self.start()

    def run(self):
        while self._going:
            for tap in select.select(list(self._taps), [], [], 0.2)[0]:
                try:
                    at, frame = tap.read(0)
                except OSError:
                    continue      # its link has gone down; said once
                if frame[ETH_TYPE] == IPV4:
                    self._seen.append(Sighting(at, self._taps[tap], frame[MAC].hex(":"), socket.inet_ntoa(frame[IP])))

    def strays(self, stations, after_ms):
        """Packets at a place where their receiver was not, nor had been until `after_ms` ago; then forget all."""
        seen, self._seen = self._seen, []
        by_mac = {station.mac: station for station in stations}
        return [one for one in seen if one.mac not in by_mac or one.address not in by_mac[one.mac].addresses
                or not by_mac[one.mac].was_at(one.place, one.at, after_ms, after_ms)]

    def close(self):
        self._going = False
        self.join()
        for tap in self._taps:
            tap.close()
