"""Many DHCP clients on one interface: each asks for an address, takes it, and may renew it. Frames are raw: no host
has any of the addresses.

Prints one JSON object: how many have an address, how long it took each (from DISCOVER to ACK), which addresses.
"""

import argparse
import json
import select
import socket
import struct
import time

BROADCAST = b"\xff" * 6
COOKIE = b"\x63\x82\x53\x63"
DISCOVER, OFFER, REQUEST, ACK, NAK = 1, 2, 3, 5, 6
RETRY_S = 2.0
HEADERS = 14 + 20 + 8


def mac_of(number):
    """MAC address of a client: locally administered, and none of anybody else here."""
    return b"\x02\xdc" + number.to_bytes(4, "big")


def checksum(data):
    """The Internet checksum (RFC 1071)."""
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def message(number, kind, options=b"", own=bytes(4)):
    """A client's frame; `own` is the address that it has, if it has one. It is broadcast, as by RFC 2131, 4.4.5."""
    mac = mac_of(number)
    bootp = struct.pack("!BBBBIHH", 1, 1, 6, 0, number + 1, 0, 0) + own + bytes(12) + mac + bytes(10 + 192)
    bootp += COOKIE + bytes((53, 1, kind)) + options + bytes((55, 3, 1, 3, 51, 255))
    bootp = bootp.ljust(300, b"\0")
    udp = struct.pack("!HHHH", 68, 67, 8 + len(bootp), 0) + bootp
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0) + own + b"\xff" * 4
    head = head[:10] + struct.pack("!H", checksum(head)) + head[12:]
    return BROADCAST + mac + b"\x08\x00" + head + udp


def answer(frame):
    """(client's number, type, its address, the server) of a server's frame; None if it is something else."""
    if len(frame) < HEADERS + 240 or frame[12:14] != b"\x08\x00" or frame[23] != 17 or frame[34:38] != b"\0\x43\0\x44":
        return None
    bootp = frame[HEADERS:]
    options = dict(parse(bootp[240:]))
    if bootp[0] != 2 or bootp[28:30] != b"\x02\xdc" or 53 not in options:
        return None
    return int.from_bytes(bootp[30:34], "big"), options[53][0], bootp[16:20], options.get(54, bytes(4))


def parse(data):
    """(code, value) of each option."""
    position = 0
    while position < len(data) and data[position] != 255:
        if data[position] == 0:
            position += 1
            continue
        length = data[position + 1]
        yield data[position], data[position + 2:position + 2 + length]
        position += 2 + length


class Load:
    """So many clients, of which at most `window` ask at a time."""

    def __init__(self, interface, clients, window, renew=None):
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
        self._socket.bind((interface, 0x0800))
        self._waiting = list(reversed(clients))
        self._window, self._renew = window, renew or {}
        self._open = {}               # number -> [first sent, last sent, last frame]
        self.addresses, self.took_ms = {}, []
        self.refused = self.repeated = 0

    def run(self, timeout_s):
        """Until all have an address or the time is over; how long it took, s."""
        begin = time.monotonic()
        while (self._waiting or self._open) and time.monotonic() - begin < timeout_s:
            while self._waiting and len(self._open) < self._window:
                self._begin(self._waiting.pop())
            if select.select([self._socket], [], [], 0.05)[0]:
                self._take(self._socket.recv(2048))
            else:
                self._repeat()
        return time.monotonic() - begin

    def _begin(self, number):
        own = self._renew.get(number)
        frame = message(number, REQUEST, own=socket.inet_aton(own)) if own else message(number, DISCOVER)
        now = time.monotonic()
        self._open[number] = [now, now, frame]
        self._socket.send(frame)

    def _take(self, frame):
        got = answer(frame)
        if not got or got[0] not in self._open:
            return
        number, kind, address, server = got
        waiting = self._open[number]
        if kind == OFFER:
            waiting[1], waiting[2] = time.monotonic(), message(
                number, REQUEST, b"\x32\x04" + address + b"\x36\x04" + server)
            self._socket.send(waiting[2])
        elif kind == ACK:
            self.addresses[number] = socket.inet_ntoa(address)
            self.took_ms.append((time.monotonic() - waiting[0]) * 1e3)
            del self._open[number]
        elif kind == NAK:
            self.refused += 1
            del self._open[number]

    def _repeat(self):
        now = time.monotonic()
        for waiting in self._open.values():
            if now - waiting[1] > RETRY_S:
                waiting[1] = now
                self.repeated += 1
                self._socket.send(waiting[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("interface")
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="number of the first client")
    parser.add_argument("--window", type=int, default=50, help="clients that ask at a time")
    parser.add_argument("--timeout", type=float, default=60.0)
    parser.add_argument("--renew", help="file with the JSON of an earlier run: renew these")
    options = parser.parse_args()
    renew = {}
    if options.renew:
        with open(options.renew, encoding="ascii") as file:
            renew = {int(number): address for number, address in json.load(file)["addresses"].items()}
    clients = sorted(renew) if renew else range(options.first, options.first + options.clients)
    load = Load(options.interface, clients, options.window, renew)
    seconds = load.run(options.timeout)
    print(json.dumps({"asked": len(clients), "seconds": seconds, "addresses": load.addresses,
                      "took_ms": load.took_ms, "refused": load.refused, "repeated": load.repeated}))


if __name__ == "__main__":
    main()
