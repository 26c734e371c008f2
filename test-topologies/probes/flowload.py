"""New flows, one after the other, from the host whose namespace this runs in; prints what came of them as JSON.

  udp HOST PORT COUNT     one datagram of each of so many flows
  tcp HOST PORT COUNT     so many connections are begun; whether anybody answers is no matter
  dns HOST ZONE COUNT     so many names below a zone are looked up, one at a time; prints how long each took
  serve COUNT             answers questions for so many addresses: that of label nN is 198.18.0.0 + N
"""

import ipaddress
import json
import socket
import struct
import sys
import time

PACE_S = 0.005
FIRST_PORT = 20_000
DNS = 53
PATIENCE_S = 2.0
BASE = ipaddress.ip_address("198.18.0.0")


def udp(host, port, count):
    for number in range(count):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            one.bind(("", FIRST_PORT + number))
            one.sendto(b"a packet", (host, port))
        time.sleep(PACE_S)
    return {"sent": count}


def tcp(host, port, count):
    for _ in range(count):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
            one.setblocking(False)
            one.connect_ex((host, port))
            time.sleep(PACE_S)
    return {"sent": count}


def question(name, number):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return struct.pack("!6H", number, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!2H", 1, 1)


def answer(asked):
    """The answer to a question whose first label is n and a number."""
    number = int(asked[14:13 + asked[12]])
    return (asked[:2] + struct.pack("!5H", 0x8180, 1, 1, 0, 0) + asked[12:]
            + struct.pack("!HHHIH", 0xC00C, 1, 1, 60, 4) + (BASE + number).packed)


def dns(host, zone, count):
    took = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.settimeout(PATIENCE_S)
        for number in range(count):
            begin = time.perf_counter()
            one.sendto(question(f"n{number}.{zone}", number), (host, DNS))
            try:
                one.recv(512)
            except TimeoutError:
                continue
            took.append((time.perf_counter() - begin) * 1e3)
    return {"sent": count, "took_ms": took}


def serve(count):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("", DNS))
        for _ in range(count):
            asked, client = one.recvfrom(512)
            one.sendto(answer(asked), client)
    return {"served": count}


def main(arguments):
    what, *rest = arguments
    work = {"udp": udp, "tcp": tcp, "dns": dns, "serve": serve}[what]
    print(json.dumps(work(*(int(one) if one.isdigit() else one for one in rest))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
