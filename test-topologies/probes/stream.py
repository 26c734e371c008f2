"""One end of a bidirectional UDP stream: paced, numbered, time-stamped.

The caller begins; the answerer sends back at the same rate to the address and port that it sees.
Commands: `stop` ends the sending, `finish` the process.
"""

import argparse
import select
import socket
import time

from probes import packet
from probes.base import Commands, Log, address_of, family_of, now_ms, ready, words_of
from topologies.frames import SO_TIMESTAMPNS, kernel_time_ms


MOST_BEHIND_S = 0.005         # a machine that stood still must not be followed by a burst that no application sends


class Pacer:
    """An absolute schedule: packet n is due at start + n * period. Who is late makes up for it, but not for more than
    `MOST_BEHIND_S`: the rest of the schedule is put off."""

    def __init__(self, rate, clock=time.monotonic):
        self._period = 1.0 / rate
        self._clock = clock
        self._start = None
        self._count = 0

    def start(self):
        self._start = self._clock()

    def stop(self):
        self._start = None

    @property
    def running(self):
        return self._start is not None

    def wait_s(self):
        """Seconds until the next packet is due; None while stopped."""
        if not self.running:
            return None
        wait = self._start + self._count * self._period - self._clock()
        self._start += max(0.0, -wait - max(MOST_BEHIND_S, self._period))
        return max(0.0, wait)

    def sent(self):
        self._count += 1


class Endpoint:
    """A socket that sends on schedule, and logs whatever comes in with the kernel's time."""

    def __init__(self, options):
        self._log = Log(options.log)
        self._peer = address_of(options.to) if options.to else None
        out, back = ("up", "down") if options.to else ("down", "up")
        self._send_id = packet.stream_id(options.name, out)
        self._receive_id = packet.stream_id(options.name, back)
        self._size = options.size
        self._pacer = Pacer(options.rate)
        self._stopped = False
        self._sequence = 0
        self._sources = set()
        local = address_of(options.bind)
        self._socket = socket.socket(family_of(local), socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self._socket.bind(local)
        self._socket.setblocking(False)

    def run(self):
        """Send and receive until told to finish."""
        commands = Commands()
        ready()
        if self._peer:
            self._pacer.start()
        finished = False
        while not finished:
            readable, _, _ = select.select([self._socket, commands], [], [], self._pacer.wait_s())
            if self._socket in readable:
                self._receive()
            if commands in readable:
                finished = self._obey(commands.read())
            if self._pacer.running and self._pacer.wait_s() == 0.0:
                self._send()
        self._log.close()

    def _obey(self, words):
        if "stop" in words:
            self._stopped = True
            self._pacer.stop()
        return "finish" in words

    def _send(self):
        at = now_ms()
        try:
            self._socket.sendto(packet.pack(self._send_id, self._sequence, at, self._size), self._peer)
            self._log.write(tx=self._sequence, at=at)
        except OSError as error:
            self._log.write(error=str(error), at=at)
        self._sequence += 1
        self._pacer.sent()

    def _receive(self):
        payload, ancillary, _flags, source = self._socket.recvmsg(2048, 64)
        content = packet.unpack(payload)
        if content is None or content[0] != self._receive_id:
            return
        at = kernel_time_ms(ancillary) or now_ms()
        self._log.write(rx=content[1], at=at)
        self._note_source(source, at)
        if not self._pacer.running and not self._stopped:
            self._pacer.start()

    def _note_source(self, source, at):
        """Answer to the latest address and port; log each one when it is first seen."""
        self._peer = source
        if source not in self._sources:
            self._sources.add(source)
            self._log.write(source=words_of(*source[:2]), at=at)


def parse(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", required=True, help="of the stream; its first three letters mark the packets")
    parser.add_argument("--to", help="HOST:PORT to call; without it this end waits and answers")
    parser.add_argument("--bind", required=True, help="HOST:PORT to send from and listen on")
    parser.add_argument("--rate", type=float, required=True, help="packets a second")
    parser.add_argument("--size", type=int, required=True, help="bytes of UDP payload")
    parser.add_argument("--log", required=True, help="file to write JSON lines to")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    Endpoint(parse()).run()
