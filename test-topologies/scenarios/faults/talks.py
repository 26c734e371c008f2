"""The streams that run during a fault: two of the node, and those of hosts that stand still at every edge."""

import time
from dataclasses import dataclass
from pathlib import Path

from probes import packet, samples
from scenarios.process import Probe
from topologies import guests, plan

DRAIN_S = 0.6
SIZE = 160
_SIP = plan.OUTSIDE_BY_NAME["sip"]
_ONE, _TWO, _THREE = guests.GUESTS


@dataclass(frozen=True)
class Talk:
    """A stream each way between a caller and somebody who answers; the first three letters of a name are unique."""

    name: str
    caller: object                # plan.HostPlan
    callee: object
    port: int
    words: str

    @property
    def of_node(self):
        return self.caller is plan.NODE

    @property
    def own_port(self):
        """The caller's port."""
        return self.port - 11_000

    @property
    def ids(self):
        return [packet.stream_id(self.name, way) for way in ("up", "down")]


TALKS = (Talk("out", plan.NODE, _SIP, 16384, "the node, to the outside"),
         Talk("ins", plan.NODE, plan.INSIDE, 16385, "the node, to a host at edge4"),
         Talk("e1", _ONE, _SIP, 16385, "a host at edge1, to the outside"),
         Talk("e2", _TWO, _SIP, 16386, "a host at edge2, to the outside"),
         Talk("e3", _THREE, _SIP, 16387, "a host at edge3, to the outside"),
         Talk("e4", plan.INSIDE, _SIP, 16388, "a host at edge4, to the outside"),
         Talk("13", _ONE, _THREE, 16386, "hosts at edge1 and edge3"),
         Talk("24", _TWO, plan.INSIDE, 16387, "hosts at edge2 and edge4"))
NEW = Talk("new", plan.NODE, _SIP, 16389, "the node, to the outside, begun during the fault")


def await_all(probes):
    for probe in probes:
        probe.await_ready()


class Talking:
    """Talks that run; `begin` starts more of them, `collect` stops all."""

    def __init__(self, world, directory, rate):
        self._world, self._rate = world, rate
        self._directory = Path(directory)
        self._directory.mkdir(parents=True, exist_ok=True)
        self._probes, self.talks = [], []

    def begin(self, *talks):
        """Start these, the answering ends first."""
        started = []
        try:
            for talk in talks:
                started.append(self._start(talk, talk.callee, talk.port, []))
            await_all(started)
            for talk in talks:
                to = ["--to", f"{talk.callee.ip}:{talk.port}"]
                started.append(self._start(talk, talk.caller, talk.own_port, to))
            await_all(started[len(talks):])
        finally:
            self.talks += talks

    def _start(self, talk, host, port, to):
        arguments = ["--name", talk.name, "--bind", f"{host.ip}:{port}", "--rate", self._rate, "--size", SIZE, *to]
        log = self._log(talk, host)
        log.unlink(missing_ok=True)
        probe = Probe(f"{talk.name} at {host.name}", self._world.pid(host.name), "paced", arguments, log)
        self._probes.append(probe)
        self._world.record.add_process(probe.pid)
        return probe

    def _log(self, talk, host):
        return self._directory / f"{talk.name}-{'node' if host is talk.caller else 'peer'}.samples"

    def check(self):
        for probe in self._probes:
            probe.check()

    def collect(self):
        """Stop; {talk: (up, down)}, each a Ledger."""
        self.check()
        for probe in self._probes:
            probe.command("stop")
        time.sleep(DRAIN_S)
        self.close()
        return {talk: self._ledgers(talk) for talk in self.talks}

    def _ledgers(self, talk):
        near, far = (samples.load(self._log(talk, host)) for host in (talk.caller, talk.callee))
        return samples.ledger(near, far), samples.ledger(far, near)

    def close(self):
        for probe in self._probes:
            probe.finish()
        self._probes = []
