"""What the programs talk to: small servers of our own for HTTP, SMTP, IMAP and STUN, in namespaces of hosts outside."""

import socket
import struct
import threading
import time
from contextlib import suppress

from topologies.netns import socket_in

CHUNK, PACE_S = b"x" * 999 + b"\n", 0.05
LONG = 10 ** 9                # bytes that are promised of a file; nobody gets so far
COOKIE = 0x2112a442           # of STUN (RFC 8489)
BINDING, SUCCESS, MAPPED = 0x0001, 0x0101, 0x0020


class TcpServer:
    """Accepts connections of both families, and serves each in a thread of its own."""

    def __init__(self, pid, port):
        self._socket = socket_in(pid, socket.AF_INET6, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        self._socket.bind(("::", port))
        self._socket.listen(64)
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with suppress(OSError):
            while True:
                connection, _client = self._socket.accept()
                threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection):
        with connection, suppress(OSError, ValueError), connection.makefile("rb") as lines:
            self.serve(connection, lines)

    def serve(self, connection, lines):
        raise NotImplementedError

    def close(self):
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Http(TcpServer):
    """One long file, a thousand bytes every 50 ms, so that what arrives has just been sent."""

    def serve(self, connection, lines):
        while lines.readline().strip():
            pass
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % LONG)
        while True:
            connection.sendall(CHUNK)
            time.sleep(PACE_S)


class Smtp(TcpServer):
    """Takes messages and forgets them (RFC 5321, the commands that every server has to know)."""

    def serve(self, connection, lines):
        connection.sendall(b"220 mail.example ESMTP\r\n")
        while line := lines.readline():
            verb = line.strip().upper()
            if verb == b"DATA":
                connection.sendall(b"354 go on\r\n")
                while lines.readline().strip() != b".":
                    pass
            connection.sendall(b"221 bye\r\n" if verb == b"QUIT" else b"250 mail.example\r\n")


class Imap(TcpServer):
    """An empty mailbox (RFC 3501), enough for a client to log in, select it and ask for news."""

    def serve(self, connection, lines):
        connection.sendall(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
        while line := lines.readline():
            tag, verb, *_rest = line.split()
            verb = verb.upper()
            if verb == b"CAPABILITY":
                connection.sendall(b"* CAPABILITY IMAP4rev1\r\n")
            if verb == b"SELECT":
                connection.sendall(b"* FLAGS ()\r\n* 0 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] valid\r\n")
            connection.sendall(tag + b" OK done\r\n")


class Stun:
    """A conference server: answers STUN Binding requests with the address that it sees, sends anything else back."""

    def __init__(self, pid, port):
        self._socket = socket_in(pid, socket.AF_INET6, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        self._socket.bind(("::", port))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        with suppress(OSError):
            while True:
                packet, client = self._socket.recvfrom(2048)
                if packet:
                    self._socket.sendto(answer(packet, client) or packet, client)

    def close(self):
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def question(transaction):
    """A Binding request; the transaction has twelve bytes."""
    return struct.pack("!HHI", BINDING, 0, COOKIE) + transaction


def answer(packet, client):
    """The answer to a Binding request with the client's address, or None if the packet is none."""
    if len(packet) < 20 or struct.unpack_from("!H", packet)[0] != BINDING:
        return None
    transaction = packet[8:20]
    host, port = client[:2]
    mapped = host.rpartition(":")[2] if host.startswith("::ffff:") else host
    family, address = (1, socket.inet_aton(mapped)) if "." in mapped else (2, socket.inet_pton(socket.AF_INET6, mapped))
    mask = struct.pack("!I", COOKIE) + transaction
    hidden = bytes(one ^ other for one, other in zip(address, mask))
    attribute = struct.pack("!HHBBH", MAPPED, 4 + len(hidden), 0, family, port ^ COOKIE >> 16) + hidden
    return struct.pack("!HHI", SUCCESS, len(attribute), COOKIE) + transaction + attribute
