"""Sessions that Python holds by itself: mail, and a conference whose first packet is STUN."""

import imaplib
import os
import smtplib
import socket
import time
from contextlib import suppress

from scenarios.continuity.servers import question
from scenarios.continuity.session import Session
from scenarios.continuity.wire import UDP, Flow, parse
from topologies.frames import FrameTap
from topologies.netns import namespace_of, socket_in
from topologies import plan

SMTP_PORT, IMAP_PORT, STUN_PORT = 25, 143, 3478
CONNECT_TIMEOUT_S = 10.0
MEDIA = bytes([0x90]) + bytes(159)      # not STUN, not DTLS: what the server sends back
ANSWER_TIMEOUT_S = 0.5


class Mailing(Session):
    """An SMTP session: a message first, then it is only kept open."""

    def __init__(self, name, family, pid, peer):
        super().__init__(name, family, lambda flow: (flow.peer, flow.peer_port) == (peer, SMTP_PORT)
                         and flow.node_port == self._port)
        with namespace_of(pid):
            self._mail = smtplib.SMTP(peer, SMTP_PORT, "mn.example", CONNECT_TIMEOUT_S)
        self._socket = self._mail.sock          # the library forgets it when it breaks
        self._port = self._socket.getsockname()[1]
        self._mail.sendmail("a@mn.example", ["b@mail.example"], "Subject: on the way\r\n\r\nhello\r\n")
        self._socket.settimeout(None)

    def exchange(self):
        if self._mail.noop()[0] != 250:
            raise OSError("no answer")

    def hang_up(self):
        self._socket.shutdown(socket.SHUT_RDWR)

    def release(self):
        self._socket.close()
        self._mail.close()


class Mailbox(Session):
    """An IMAP session: a mailbox is kept open and asked for news."""

    def __init__(self, name, family, pid, peer):
        super().__init__(name, family, lambda flow: (flow.peer, flow.peer_port) == (peer, IMAP_PORT)
                         and flow.node_port == self._port)
        with namespace_of(pid):
            self._mail = imaplib.IMAP4(peer, IMAP_PORT, CONNECT_TIMEOUT_S)
        self._socket = self._mail.socket()
        self._port = self._socket.getsockname()[1]
        self._socket.settimeout(None)
        self._mail.login("mn", "secret")
        self._mail.select()

    def exchange(self):
        self._mail.noop()

    def hang_up(self):
        self._socket.shutdown(socket.SHUT_RDWR)

    def release(self):
        self._socket.close()
        with suppress(OSError):
            self._mail.shutdown()


class Meeting(Session):
    """A conference: STUN asks for the address outside, then media flow, with a STUN request among them now and then."""

    def __init__(self, name, family, pid, peer):
        super().__init__(name, family, lambda flow: flow == Flow(UDP, self._port, peer, STUN_PORT))
        self._socket = socket_in(pid, socket.AF_INET6 if ":" in peer else socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect((peer, STUN_PORT))
        self._socket.settimeout(ANSWER_TIMEOUT_S)
        self._port = self._socket.getsockname()[1]
        self._count = 0

    def exchange(self):
        """What is lost is lost; nobody repeats it."""
        while not self._closing:
            self._count += 1
            sent = MEDIA if self._count % 10 else question(os.urandom(12))
            self._socket.send(question(os.urandom(12)) if self._count == 1 else sent)
            try:
                if self._socket.recv(2048):
                    return
            except (TimeoutError, ConnectionRefusedError):
                continue

    def release(self):
        self._socket.close()


class Ear(Session):
    """Hears all packets that the node gets; `last_of(flow)` is when one of a flow came."""

    def __init__(self, pid):
        super().__init__("ear", None, lambda flow: False)
        self._tap = FrameTap(f"{plan.NODE.name}-eth0", pid)
        self._heard = {}

    def exchange(self):
        got = self._tap.read(0.2)
        packet = got and parse(got[1])
        if packet:
            protocol, source, source_port, _own, port = packet
            self._heard[protocol, source, source_port, port] = time.monotonic()

    def rest(self):
        pass

    def last_of(self, protocol, source, source_port, port):
        return self._heard.get((protocol, source, source_port, port), 0.0)

    def release(self):
        self._tap.close()
