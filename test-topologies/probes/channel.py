"""What went over the control channels of the switches, and when: read from the loopback interface, by one who takes no
part. Nothing is read while packets are timed: the kernel keeps them, each with its time of arrival, until `read`.
"""

import struct
from dataclasses import dataclass

from probes import openflow
from topologies.frames import FrameTap

ETHERNET, IPV4, TCP = 14, 0x0800, 6
SMALLEST = ETHERNET + 40      # bytes of a frame with a TCP header
LONGEST = 1 << 17             # bytes; a segment on the loopback interface has up to 64 KiB
BUFFER = 32 << 20             # bytes of socket buffer: some seconds of all that passes there


@dataclass(frozen=True)
class Message:
    """One OpenFlow message; `at` is when its last byte arrived, epoch ms; `channel` the switch's TCP port."""

    at: float
    channel: int
    to_switch: bool
    data: bytes


class Reassembly:
    """Makes messages of frames. A segment that has come already is passed over. After a gap, and at the beginning,
    a direction is followed from the next segment on that begins with a message."""

    def __init__(self):
        self._next, self._parsers = {}, {}

    def feed(self, at, frame):
        """The messages that this frame completes."""
        found = segment(frame)
        if found is None:
            return []
        source, destination, sequence, payload = found
        way = (source, destination)
        ahead = (sequence - self._next.get(way, sequence)) % (1 << 32)
        if ahead >= 1 << 31:
            return []
        if ahead or way not in self._parsers:
            self._parsers.pop(way, None)
            if not openflow.begins_message(payload):
                return []
            self._parsers[way] = openflow.Messages()
        self._next[way] = (sequence + len(payload)) % (1 << 32)
        to_switch = source == openflow.PORT
        return [Message(at, destination if to_switch else source, to_switch, data)
                for data in self._parsers[way].feed(payload)]


def segment(frame):
    """(source port, destination port, sequence number, payload) of a TCP segment over IPv4 to or from the controller
    that carries something; None for any other frame."""
    if len(frame) < SMALLEST or struct.unpack_from("!H", frame, 12)[0] != IPV4 or frame[ETHERNET + 9] != TCP:
        return None
    header = ETHERNET + 4 * (frame[ETHERNET] & 15)
    end = ETHERNET + struct.unpack_from("!H", frame, ETHERNET + 2)[0]
    source, destination, sequence = struct.unpack_from("!HHI", frame, header)
    payload = frame[header + 4 * (frame[header + 12] >> 4):end]
    return (source, destination, sequence, payload) if payload and openflow.PORT in (source, destination) else None


def confirmed(messages, is_added, since):
    """When the first rule that was added from a time on, of those that `is_added` knows by the message, was confirmed:
    the arrival of the reply to the next barrier on its channel. None if none was."""
    channel = barrier = None
    for one in messages:
        kind = openflow.kind_of(one.data)
        if channel is None:
            channel = one.channel if one.at >= since and one.to_switch and is_added(one.data) else None
        elif one.channel == channel and kind == openflow.BARRIER_REQUEST and barrier is None:
            barrier = openflow.transaction_of(one.data)
        elif one.channel == channel and kind == openflow.BARRIER_REPLY \
                and openflow.transaction_of(one.data) == barrier:
            return one.at
    return None


class ChannelTap:
    """The control channels of all switches that are connected to this machine's controller, from now on."""

    def __init__(self, interface="lo"):
        self._tap = FrameTap(interface, longest=LONGEST)
        self._tap.force_buffer(BUFFER)
        self._reassembly = Reassembly()

    def read(self):
        """The messages since the last time, in order of arrival."""
        found = []
        while True:
            got = self._tap.read(0)
            if got is None:
                return found
            found += self._reassembly.feed(*got)

    def close(self):
        self._tap.close()
