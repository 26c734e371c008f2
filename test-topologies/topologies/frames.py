"""Raw Ethernet frames: one sender (gratuitous ARP) and one receiver (the first frame of a host)."""

import select
import socket
import struct

from topologies.netns import socket_in

ETH_P_ALL = 0x0003
ETH_P_ARP = 0x0806
SOL_PACKET = 263
PACKET_IGNORE_OUTGOING = 23
SO_TIMESTAMPNS = 35
SO_RCVBUFFORCE = 33
BROADCAST = b"\xff" * 6


def mac_bytes(text):
    """Six bytes of a MAC address written with colons."""
    return bytes.fromhex(text.replace(":", ""))


def gratuitous_arp(mac, ip):
    """A gratuitous ARP, request form: sender and target are both the host itself."""
    hardware, address = mac_bytes(mac), socket.inet_aton(ip)
    ethernet = BROADCAST + hardware + struct.pack("!H", ETH_P_ARP)
    arp = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + hardware + address + bytes(6) + address
    return (ethernet + arp).ljust(60, b"\0")


class Announcer:
    """Sends a host's gratuitous ARP from a socket held open in its namespace."""

    def __init__(self, pid, interface, mac, ip):
        self._socket = socket_in(pid, socket.AF_PACKET, socket.SOCK_RAW)
        self._socket.bind((interface, ETH_P_ARP))
        self._mac = mac
        self.readdress(ip)

    def readdress(self, ip):
        """From now on the host has this address; without one it has nothing to announce."""
        self._frame = gratuitous_arp(self._mac, ip) if ip else None

    def announce(self):
        if self._frame:
            self._socket.send(self._frame)

    def close(self):
        self._socket.close()


class FrameTap:
    """A socket that sees the frames an interface receives, each with the kernel's time of arrival; of a frame up to
    `longest` bytes."""

    def __init__(self, interface, pid="self", outgoing=False, longest=2048):
        self._longest = longest
        self._socket = socket_in(pid, socket.AF_PACKET, socket.SOCK_RAW)
        if not outgoing:
            self._socket.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self._socket.setblocking(False)
        self._socket.bind((interface, ETH_P_ALL))

    def fileno(self):
        return self._socket.fileno()

    def read(self, timeout_s):
        """The next (time in epoch ms, frame), or None when `timeout_s` passes without one."""
        if not select.select([self._socket], [], [], max(0.0, timeout_s))[0]:
            return None
        frame, ancillary, _flags, _address = self._socket.recvmsg(self._longest, 64)
        return kernel_time_ms(ancillary), frame

    def send(self, frame):
        """Send a frame out of the interface."""
        self._socket.send(frame)

    def force_buffer(self, size):
        """Keep so many bytes of what has not been read, whatever the kernel's limit is."""
        self._socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, size)

    def close(self):
        self._socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()


def kernel_time_ms(ancillary):
    """Epoch milliseconds of an SO_TIMESTAMPNS control message, or None."""
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("qq", data[:16])
            return seconds * 1e3 + nanoseconds / 1e6
    return None
