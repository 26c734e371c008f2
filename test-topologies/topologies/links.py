"""Change links of another namespace with one ioctl each, so that the moment is known to the millisecond."""

import fcntl
import socket
import struct

from topologies.netns import socket_in

SIOCGIFINDEX = 0x8933
SIOCGIFFLAGS = 0x8913
SIOCSIFFLAGS = 0x8914
SIOCBRADDIF = 0x89A2
SIOCBRDELIF = 0x89A3
IFF_UP = 0x1


def _request(name, *fields, layout=""):
    """A `struct ifreq` for an interface name and what follows it."""
    return struct.pack(f"16s{layout}24x", name.encode(), *fields)[:40]


class Links:
    """Bridge membership and up/down state of the interfaces in one namespace."""

    def __init__(self, pid):
        self._socket = socket_in(pid, socket.AF_INET, socket.SOCK_DGRAM)
        self._indexes = {}

    def _ioctl(self, number, request):
        return fcntl.ioctl(self._socket, number, request)

    def _index(self, name):
        if name not in self._indexes:
            answer = self._ioctl(SIOCGIFINDEX, _request(name))
            self._indexes[name] = struct.unpack_from("i", answer, 16)[0]
        return self._indexes[name]

    def attach(self, bridge, port):
        """Make `port` a member of `bridge`; with STP off it forwards at once."""
        self._ioctl(SIOCBRADDIF, _request(bridge, self._index(port), layout="i"))

    def detach(self, bridge, port):
        """Take `port` out of `bridge`."""
        self._ioctl(SIOCBRDELIF, _request(bridge, self._index(port), layout="i"))

    def set_up(self, name, up):
        """Set an interface up or down; the other end of its veth pair sees the carrier come or go."""
        flags = struct.unpack_from("h", self._ioctl(SIOCGIFFLAGS, _request(name)), 16)[0]
        flags = flags | IFF_UP if up else flags & ~IFF_UP
        self._ioctl(SIOCSIFFLAGS, _request(name, flags, layout="h"))

    def close(self):
        self._socket.close()
