"""Calls beside those of the scene: one stream each, with the times at which packets may be lost."""

import itertools
import time
from dataclasses import dataclass
from pathlib import Path

from probes.accounting import count, sources
from probes.base import read_log
from scenarios.process import Probe

PORTS = range(16384, 16390)   # telephony in the configuration of campus
RATE, SIZE = 100, 160
DRAIN_S = 0.4
_numbers = itertools.count()


@dataclass(frozen=True)
class Ended:
    """A call that is over: both directions, and the caller's addresses as the other end saw them."""

    up: object
    down: object
    sources: tuple


class Call:
    """A stream from a caller to an answerer, each given by (pid, address); `answers` is whether one comes back."""

    def __init__(self, directory, caller, answerer, answers=True):
        number = next(_numbers)
        name, port = f"{number:03}", PORTS[number % len(PORTS)]
        self._logs = [Path(directory) / f"call{name}-{end}.jsonl" for end in ("caller", "answerer")]
        self._probes = []
        common = ("--name", name, "--size", SIZE)
        here, there = f"{caller[1]}:{5100 + number}", f"{answerer[1]}:{port}"
        try:
            self._start(answerer[0], self._logs[1], *common, "--bind", there, "--rate", RATE if answers else 1e-3)
            self._start(caller[0], self._logs[0], *common, "--bind", here, "--to", there, "--rate", RATE)
        except BaseException:
            self.close()
            raise

    def _start(self, pid, log, *arguments):
        probe = Probe(f"call {log.name}", pid, "stream", arguments, log)
        self._probes.append(probe)
        probe.await_ready()

    def end(self):
        """Hang up; the Ended call."""
        for probe in self._probes:
            probe.check()
            probe.command("stop")
        time.sleep(DRAIN_S)
        self.close()
        caller, answerer = (read_log(log) for log in self._logs)
        return Ended(count(caller, answerer), count(answerer, caller),
                     tuple(source.rpartition(":")[0] for _at, source in sources(answerer)))

    def close(self):
        for probe in self._probes:
            probe.finish()
        self._probes = []


def lost_outside(direction, windows):
    """When packets were sent that were lost though none of the windows (begin, end) covers that."""
    return [at for at in direction.lost_at if not any(begin <= at <= end for begin, end in windows)]
