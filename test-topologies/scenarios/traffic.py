"""The flows of the scene: what talks to what, all at the same time."""

import time
from dataclasses import dataclass
from pathlib import Path

from probes import packet
from probes.accounting import count, sources
from probes.base import read_log, words_of
from scenarios.process import Probe
from topologies import plan

DRAIN_S = 0.6                 # how long packets in flight are waited for after the sending has stopped


@dataclass(frozen=True)
class Stream:
    """A bidirectional UDP stream between the node and a correspondent; rate in packets/s each way."""

    name: str
    correspondent: str
    port: int
    node_port: int
    rate: float
    size: int

    @property
    def ids(self):
        return [packet.stream_id(self.name, direction) for direction in ("up", "down")]


CALL = Stream("call", "sip", 16384, 5004, 50, 160)
CONFERENCE = Stream("conference", "conf", 3478, 5006, 200, 1000)
STREAMS = (CALL, CONFERENCE)
CORRESPONDENTS = {**plan.OUTSIDE_BY_NAME, plan.INSIDE.name: plan.INSIDE}


class Traffic:
    """All flows of the scene, running; `collect` stops them and reads what they logged. With `ipv6` there are a session
    and a web client over IPv6, too."""

    def __init__(self, world, directory, streams=STREAMS, ipv6=False):
        self._world = world
        self._directory = Path(directory)
        self._directory.mkdir(parents=True, exist_ok=True)
        self.streams = streams
        self.probes = []
        self._ipv6 = ipv6

    def __enter__(self):
        try:
            self._start_servers()
            self._start_clients()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_error):
        self.close()

    def _start(self, name, host, module, *arguments, log=True):
        path = self._directory / f"{name}.jsonl" if log else None
        probe = Probe(name, self._world.pid(host), module, arguments, path)
        self.probes.append(probe)
        self._world.record.add_process(probe.pid)
        return probe

    def _start_servers(self):
        self._start_others()
        for stream in self.streams:
            peer = CORRESPONDENTS[stream.correspondent]
            self._start(f"{stream.name}-peer", peer.name, "stream", *stream_arguments(stream, peer.ip, stream.port))
        self._await_all()

    def _start_others(self):
        web, mail = (plan.OUTSIDE_BY_NAME[name] for name in ("web", "mail"))
        self._start("web server", web.name, "shortlived", "web", "--bind", f"{web.ip}:80", log=False)
        self._start("mail server", mail.name, "shortlived", "mail", "--bind", f"{mail.ip}:25", log=False)
        self._start("download server", web.name, "session", "--bind", f"{web.ip}:8080", log=False)
        self._start("ssh server", plan.NODE.name, "session", "--bind", f"{plan.NODE.ip}:22", log=False)
        if self._ipv6:
            self._start("web6 server", web.name, "shortlived", "web", "--bind", words_of(web.ip6, 80), log=False)
            self._start("session6 server", web.name, "session", "--bind", words_of(web.ip6, 8080), log=False)

    def _start_clients(self):
        started = len(self.probes)
        self._call_others()
        for stream in self.streams:
            peer = CORRESPONDENTS[stream.correspondent]
            self._start(f"{stream.name}-node", plan.NODE.name, "stream", "--to", f"{peer.ip}:{stream.port}",
                        *stream_arguments(stream, plan.NODE.ip, stream.node_port))
        self._await_all(started)

    def _call_others(self):
        node, web, mail = plan.NODE, plan.OUTSIDE_BY_NAME["web"], plan.OUTSIDE_BY_NAME["mail"]
        self._start("web", node.name, "shortlived", "web", "--to", f"{web.ip}:80")
        self._start("mail", node.name, "shortlived", "mail", "--to", f"{mail.ip}:25", "--pause", 0.25)
        self._start("download", node.name, "session", "--to", f"{web.ip}:8080")
        self._start("ssh", "admin", "session", "--to", f"{node.ip}:22")
        if self._ipv6:
            self._start("web6", node.name, "shortlived", "web", "--to", words_of(web.ip6, 80), "--pause", 0.25)
            self._start("session6", node.name, "session", "--to", words_of(web.ip6, 8080))

    def _await_all(self, begin=0):
        for probe in self.probes[begin:]:
            probe.await_ready()

    def check(self):
        """Raise when any probe has ended."""
        for probe in self.probes:
            probe.check()

    def collect(self):
        """Stop sending, wait for what is in flight, end all probes; returns the Results."""
        self.check()
        for probe in self.probes:
            if probe.log and ("-node" in probe.name or "-peer" in probe.name):
                probe.command("stop")
        time.sleep(DRAIN_S)
        self.close()
        return Results(self._directory, self.streams, self._ipv6)

    def close(self):
        """End all probes, clients before servers."""
        for probe in reversed(self.probes):
            probe.finish()
        self.probes = []


class Calls(Traffic):
    """The streams alone, without connections."""

    def _start_others(self):
        """None."""

    def _call_others(self):
        """None."""


def stream_arguments(stream, ip, port):
    return ("--name", stream.name, "--bind", f"{ip}:{port}", "--rate", stream.rate, "--size", stream.size)


class Results:
    """What the probes of a scene logged, read back."""

    def __init__(self, directory, streams=STREAMS, ipv6=False):
        self._directory = Path(directory)
        self.streams, self.ipv6 = streams, ipv6
        self.up, self.down, self.sources = {}, {}, {}
        for stream in streams:
            node, peer = self.log(f"{stream.name}-node"), self.log(f"{stream.name}-peer")
            self.up[stream.name] = count(node, peer)
            self.down[stream.name] = count(peer, node)
            self.sources[stream.name] = sources(peer)

    def log(self, name):
        """The records that a probe logged."""
        return read_log(self._directory / f"{name}.jsonl")
