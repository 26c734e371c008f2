"""One end of a bidirectional UDP stream of thousands of packets a second: paced, numbered, time-stamped.

Like probes.stream, but nothing is written while it runs: the times are kept in arrays, and saved at the end
(see probes.samples). A packet is stamped just before it is handed to the kernel, an arrival by the kernel.
The caller begins; the answerer sends back at the same rate to the address and port that it sees.
Commands: `stop` ends the sending, `finish` the process.
"""

import ctypes
import gc
import select
import socket
import struct
import time
from array import array

from probes import packet, samples
from probes.base import Commands, address_of, family_of, ready
from probes.stream import Pacer, parse
from topologies.frames import SO_TIMESTAMPNS

SO_RCVBUFFORCE, SO_SNDBUFFORCE = 33, 32
BUFFER = 8 << 20              # bytes of socket buffer each way: a second of being late at 5,000 packets/s
MOST_AT_ONCE = 64             # packets read before the next one is sent
MOST_LATE_AT_ONCE = 8         # packets sent in a row when the schedule was missed
PR_SET_TIMERSLACK = 29
_HEAD = struct.Struct("!BBHIIId")
_TIMESPEC = struct.Struct("qq")


class Endpoint:
    """A socket that sends on schedule, and keeps when what came in."""

    def __init__(self, options):
        self._log = options.log
        self._peer = address_of(options.to) if options.to else None
        out, back = ("up", "down") if options.to else ("down", "up")
        self._send_id = packet.stream_id(options.name, out)
        self._receive_id = packet.stream_id(options.name, back)
        self._padding = b"\x55" * max(0, options.size - packet.SMALLEST)
        self._pacer = Pacer(options.rate)
        self._stopped = False
        self._sent, self._received, self._arrived = array("Q"), array("Q"), array("Q")
        local = address_of(options.bind)
        self._socket = socket.socket(family_of(local), socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        for option in (SO_RCVBUFFORCE, SO_SNDBUFFORCE):
            self._socket.setsockopt(socket.SOL_SOCKET, option, BUFFER)
        self._socket.bind(local)
        self._socket.setblocking(False)

    def run(self):
        """Send and receive until told to finish; then save what was seen."""
        commands = Commands()
        ready()
        if self._peer:
            self._pacer.start()
        finished = False
        while not finished:
            readable, _, _ = select.select([self._socket, commands], [], [], self._pacer.wait_s())
            if commands in readable:
                finished = self._obey(commands.read())
            if self._socket in readable:
                self._receive()
            self._send_due()
        samples.save(self._log, self._sent, self._received, self._arrived)

    def _obey(self, words):
        if "stop" in words:
            self._stopped = True
            self._pacer.stop()
        return "finish" in words

    def _send_due(self):
        """Send what is due; after a delay a few at a time, for a burst would be lost elsewhere."""
        for _ in range(MOST_LATE_AT_ONCE):
            if not self._pacer.running or self._pacer.wait_s() > 0.0:
                return
            self._send()

    def _send(self):
        sequence, at = len(self._sent), time.time_ns()
        head = _HEAD.pack(packet.RTP_VERSION, packet.PAYLOAD_TYPE, sequence & 0xFFFF, sequence * 160 & 0xFFFFFFFF,
                          self._send_id, sequence, at / 1e6)
        try:
            self._socket.sendto(head + self._padding, self._peer)
        except OSError:
            pass                  # counted as sent, and so as lost
        self._sent.append(at)
        self._pacer.sent()

    def _receive(self):
        """Take what has arrived, up to a bound."""
        source = None
        for _ in range(MOST_AT_ONCE):
            try:
                payload, ancillary, _flags, source = self._socket.recvmsg(2048, 64)
            except BlockingIOError:
                break
            except OSError:
                continue          # an ICMP error of an earlier packet
            self._note(payload, ancillary)
        if source:
            self._peer = source
            if not self._pacer.running and not self._stopped:
                self._pacer.start()

    def _note(self, payload, ancillary):
        if len(payload) < packet.SMALLEST:
            return
        head = _HEAD.unpack_from(payload)
        if head[4] == self._receive_id:
            seconds, nanoseconds = _TIMESPEC.unpack_from(ancillary[0][2])
            self._received.append(head[5])
            self._arrived.append(seconds * 1_000_000_000 + nanoseconds)


def main():
    """Run with timers to the microsecond and without pauses of the garbage collector."""
    gc.disable()
    ctypes.CDLL(None).prctl(PR_SET_TIMERSLACK, 1000, 0, 0, 0)
    Endpoint(parse()).run()


if __name__ == "__main__":
    main()
