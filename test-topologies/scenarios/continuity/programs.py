"""The real programs. `Programs.start(name, family)` has the node begin one more session."""

import itertools
import time
from collections import defaultdict

from scenarios.continuity import clients
from scenarios.continuity.outside import (ADMIN, CONF, DNS_PORT, HERE, HTTP_PORT, MAIL, MEDIA_SERVER_PORT, NAME,
                                          READY_TIMEOUT_S, SIP, SIP_PORT, SSH_PORT, VOICE_PORT, WEB)
from scenarios.continuity.session import Heard, Program, Session, Spoken
from scenarios.continuity.wire import UDP, Flow, packed
from topologies import plan
from topologies.errors import DmmError

PLAY_PORTS, LOAD_PORTS, DTLS_PORTS = range(5216, 5248), range(5280, 5312), range(11000, 11032)
CALL_PORTS, VOICE_PORTS, WEB_PORTS, STREAM_PORTS = 20000, 30000, 24000, 25000     # the node's: given to nobody else
SRTP = ("-use_srtp", "SRTP_AES128_CM_SHA1_80")    # as WebRTC has it: DTLS that announces media
IPERF = ("iperf3", "--interval", "0.1", "--forceflush", "--reverse", "--bitrate", "160k", "--length", "1000",
         "--time", "600")
SSH = ("ssh", "-F", "none", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o",
       "UserKnownHostsFile=/dev/null", "-o", "GlobalKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o",
       "ConnectTimeout=10")


class Overheard(Session):
    """A part of a program that says nothing: what comes for it is heard at the node."""

    def __init__(self, name, family, flow, ear, program):
        super().__init__(name, family, lambda one: one == flow)
        self._flow = (flow.protocol, packed(flow.peer), flow.peer_port, flow.node_port)
        self._ear, self._program = ear, program

    def exchange(self):
        before = self.last
        while self._ear.last_of(*self._flow) <= before and not self._closing:
            if self._program.ended is not None:
                raise EOFError(self._program.words())
            time.sleep(0.02)

    def release(self):
        self._program.close()


class LookUps(Session):
    """Asks the DNS again and again, each time by a dig of its own; what is not answered is no error."""

    def __init__(self, name, family, pid, peer, directory):
        super().__init__(name, family, lambda flow: (flow.peer, flow.peer_port) == (peer, DNS_PORT))
        self._pid, self._directory = pid, directory
        self._command = ["dig", f"@{peer}", "+tries=1", "+time=1", "+short", NAME, "A"]

    def exchange(self):
        while not self._closing:
            asked = Program(self._pid, self._command, self._directory, f"dig-{self.family}")
            try:
                if asked.line() == WEB.ip:
                    return
            except EOFError:
                pass
            finally:
                asked.close()


class Programs:
    """The sessions that the node has with what is Outside. A server for one client comes and goes with its session."""

    def __init__(self, world, outside):
        self.own = {}             # the node's address of each family
        self._node, self._outside = world.pid(plan.NODE.name), outside
        self._numbers = defaultdict(itertools.count)
        self._starts = {"call": self._call, "meeting": self._meeting, "dtls": self._dtls, "play": self._play,
                        "stream": self._stream, "web": self._web, "names": self._names, "smtp": self._smtp,
                        "imap": self._imap, "load": self._load, "ssh-out": self._ssh_out, "ssh-in": self._ssh_in}

    def start(self, name, family):
        """The new sessions, by their names: a call has two."""
        made = self._starts[name](family, next(self._numbers[name]))
        for session in made:
            self._outside.closing.append(session)
            session.start()
        for session in made:
            if not session.began(READY_TIMEOUT_S):
                raise DmmError(f"{session.name} over {family} did not begin: {session.error or 'nothing came back'}")
        return made

    def _in_node(self, name, number, *command, silent=False):
        return self._outside.run(plan.NODE.name, f"{name}-{number}", command, silent)

    def _call(self, family, number):
        peer, own = SIP.ip_of(family), self.own[family]
        port, voice = CALL_PORTS + 2 * number, VOICE_PORTS + 10 * number
        program = self._in_node("call", number, "sipp", at(peer, SIP_PORT), "-sf", HERE / "caller.xml", "-i",
                                bracketed(own), "-mi", bracketed(own), "-p", port, "-mp", voice, "-m", 1, "-nostdin",
                                silent=True)
        ear = self._outside.ear
        return [Overheard("call", family, Flow(UDP, port, peer, SIP_PORT), ear, program),
                Overheard("voice", family, Flow(UDP, voice, peer, VOICE_PORT), ear, program)]

    def _meeting(self, family, _number):
        return [clients.Meeting("meeting", family, self._node, CONF.ip_of(family))]

    def _dtls(self, family, number):
        peer, port = CONF.ip_of(family), DTLS_PORTS[number % len(DTLS_PORTS)]
        back = f"back-{time.monotonic_ns()}"      # what the server gets it sends back
        server = self._outside.run(CONF.name, f"dtls-server-{number}", ["sh", "-c", (
            f"mkfifo {back}; exec openssl s_server -dtls1_2 -accept {at(peer, port)} -key dtls.key -cert dtls.pem "
            f"{' '.join(SRTP)} -quiet <>{back} >{back}")])
        self._outside.await_port(CONF.name, "udp", port, [family])
        client = self._in_node("dtls", number, "openssl", "s_client", "-dtls1_2", "-connect", at(peer, port), *SRTP,
                               "-quiet", "-verify_quiet")
        return [served(server, Spoken("dtls", family, towards(peer, port), client, repeats=True))]

    def _iperf(self, name, family, number, port):
        peer = WEB.ip_of(family)
        server = self._outside.run(WEB.name, f"{name}-server-{number}",
                                   ["iperf3", "--server", "--one-off", "--port", port], silent=True)
        self._outside.await_port(WEB.name, "tcp", port, [family])
        client = self._in_node(name, number, *IPERF, "--client", peer, "--port", port)
        return [served(server, Heard(name, family, towards(peer, port), client,
                                     lambda line: "bits/sec" in line and " 0.00 Bytes" not in line))]

    def _play(self, family, number):
        return self._iperf("play", family, number, PLAY_PORTS[number % len(PLAY_PORTS)])

    def _load(self, family, number):
        return self._iperf("load", family, number, LOAD_PORTS[number % len(LOAD_PORTS)])

    def _curl(self, name, family, own, port):
        peer = WEB.ip_of(family)
        client = self._in_node(name, own, "curl", "--silent", "--show-error", "--no-buffer", "--noproxy", "*",
                               "--local-port", own, f"http://{at(peer, port)}/")
        return [Heard(name, family, towards(peer, port, own), client)]

    def _web(self, family, number):
        return self._curl("web", family, WEB_PORTS + number, HTTP_PORT)

    def _stream(self, family, number):
        return self._curl("stream", family, STREAM_PORTS + number, MEDIA_SERVER_PORT)

    def _names(self, family, _number):
        return [LookUps("names", family, self._node, ADMIN.ip_of(family), self._outside.directory)]

    def _smtp(self, family, _number):
        return [clients.Mailing("smtp", family, self._node, MAIL.ip_of(family))]

    def _imap(self, family, _number):
        return [clients.Mailbox("imap", family, self._node, MAIL.ip_of(family))]

    def _ssh(self, name, family, number, host, peer):
        """A session whose other end first says which ports it has."""
        client = self._outside.run(host, f"{name}-{number}", [*SSH, "-i", self._outside.directory / "key",
                                                              f"root@{peer}", "echo $SSH_CONNECTION; exec cat"])
        said = client.line().split()
        if len(said) != 4:
            raise DmmError(f"{name} over {family} did not begin: {' '.join(said)}")
        return client, int(said[1])

    def _ssh_out(self, family, number):
        peer = ADMIN.ip_of(family)
        client, own = self._ssh("ssh-out", family, number, plan.NODE.name, peer)
        return [Spoken("ssh-out", family, towards(peer, SSH_PORT, own), client)]

    def _ssh_in(self, family, number):
        client, port = self._ssh("ssh-in", family, number, ADMIN.name, self.own[family])
        return [Spoken("ssh-in", family, towards(ADMIN.ip_of(family), port, SSH_PORT), client)]


def towards(peer, port, own=None):
    """Tells flows with a correspondent's port, and of the node's port if that is given."""
    return lambda flow: (flow.peer, flow.peer_port) == (peer, port) and own in (None, flow.node_port)


def served(server, session):
    """The session, which takes its server with it."""
    session.server = server
    return session


def bracketed(address):
    return f"[{address}]" if ":" in address else address


def at(address, port):
    """Address and port as URLs have them."""
    return f"{bracketed(address)}:{port}"
