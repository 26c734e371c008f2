"""Carries out one run: a stream, moves of one kind, and after each a control run of the same length."""

import os
import time
from dataclasses import replace
from pathlib import Path

from probes import samples
from probes.base import now_ms
from scenarios.handovers.figures import Seen, Window
from scenarios.handovers.outcome import outcome
from scenarios.process import Probe
from topologies import plan

PORT, NODE_PORT, SIZE = 16384, 5004, 160    # a call: the class telephony, SESSION_LASTING
STREAM = "call"
SETTLE_S = 1.5                # the stream runs so long before the first move
IN_FLIGHT_MS = 30.0           # packets sent so long before a detach may still be on their way when it comes
WINDOW_MS = 1500.0            # what is counted for a move, from just before it on; its control run is as long
PORT_DOWN_S = 0.7             # how long a hard move leaves the old port down after the node has arrived
SWITCHED_TIMEOUT_S = 8.0
CLEANED_TIMEOUT_S = 30.0
NOTICE_WINDOW_MS = 500
DRAIN_S = 0.6
WARM_UP_MOVES = 1             # of every run; they are not counted
ATTACH_TABLE = "table=2 "


class FastStream:
    """A bidirectional stream between the node and a correspondent outside, running."""

    def __init__(self, world, directory, rate):
        self._logs = [Path(directory) / f"{end}.samples" for end in ("node", "peer")]
        self._world, self._probes = world, []
        peer = plan.OUTSIDE_BY_NAME["sip"]
        ends = ((peer.name, self._logs[1], f"{peer.ip}:{PORT}", []),
                (plan.NODE.name, self._logs[0], f"{plan.NODE.ip}:{NODE_PORT}", ["--to", f"{peer.ip}:{PORT}"]))
        try:
            for host, log, bind, to in ends:
                self._start(host, log, ["--name", STREAM, "--bind", bind, "--rate", rate, "--size", SIZE, *to])
        except BaseException:
            self.close()
            raise

    def _start(self, host, log, arguments):
        probe = Probe(f"{STREAM} at {host}", self._world.pid(host), "paced", arguments, log)
        self._probes.append(probe)
        self._world.record.add_process(probe.pid)
        probe.await_ready()

    def check(self):
        for probe in self._probes:
            probe.check()

    def collect(self):
        """Stop; the Ledgers (up, down)."""
        self.check()
        for probe in self._probes:
            probe.command("stop")
        time.sleep(DRAIN_S)
        self.close()
        node, peer = (samples.load(log) for log in self._logs)
        for log in self._logs:
            log.unlink()
        return samples.ledger(node, peer), samples.ledger(peer, node)

    def close(self):
        for probe in self._probes:
            probe.finish()
        self._probes = []


class Runner:
    """Makes runs on a campus that is up; `say` gets one line a move."""

    def __init__(self, world, controller, notices, watcher, directory, say):
        self._world, self._controller, self._notices = world, controller, notices
        self._watcher, self._say = watcher, say
        self._directory = Path(directory)
        self._directory.mkdir(parents=True, exist_ok=True)
        self._app = controller.app_id()

    def run(self, run_plan):
        """Carry a RunPlan out; its Outcome."""
        load = os.getloadavg()[0]
        stream = FastStream(self._world, self._directory, run_plan.rate)
        seen = []
        try:
            time.sleep(SETTLE_S)
            for number in range(1 - WARM_UP_MOVES, run_plan.moves + 1):
                stream.check()
                one = self._move(run_plan.kind)
                self._say(progress(number, run_plan, one))
                sleep_until(one.window.control[1] + IN_FLIGHT_MS)
                if number > 0:
                    seen.append(one)
            flows = [(flow.class_name, flow.continuity) for flow in self._controller.flows(plan.NODE.mac)
                     if flow.local_port == NODE_PORT]
            seen = self._as_they_ended(seen)
            ledgers = stream.collect()
        finally:
            stream.close()
        return outcome(run_plan, seen, ledgers, (load, os.getloadavg()[0]), flows)

    def _move(self, kind):
        """Make one move; what was seen until its window is over."""
        target = next_edge(self._world.air.place)
        noticed, took = self._announce(kind, target) if kind.announced else (None, None)
        move = self._world.air.move(kind.move, target.name, kind.gap_ms)
        begin = min(move.detach - IN_FLIGHT_MS, noticed or move.detach)
        window = Window(begin, max(begin, move.first_frame) + WINDOW_MS)
        if kind.move == "hard":
            time.sleep(PORT_DOWN_S)
            self._world.air.restore_ports()
        sleep_until(window.end)
        handover = self._controller.await_handover(plan.NODE.mac, target.name, noticed or move.detach,
                                                   SWITCHED_TIMEOUT_S)
        return Seen(move, handover, window, noticed, took)

    def _as_they_ended(self, seen):
        """What was seen, with the handovers as they are once the last one has been cleaned up."""
        ended = self._controller.await_cleaned(plan.NODE.mac, CLEANED_TIMEOUT_S)
        return [self._completed(one, one.handover and ended.get(one.handover.sequence, one.handover)) for one in seen]

    def _completed(self, one, handover):
        bounce = self._bounce_seen(one.move.source, handover, one.window.end) if handover else None
        return replace(one, handover=handover, bounce_seen=bounce)

    def _announce(self, kind, target):
        """Send the notice, and wait until it is so old as the kind says; (when, ms until it was accepted)."""
        noticed = now_ms()
        self._notices.expected(target, NOTICE_WINDOW_MS)
        took = now_ms() - noticed
        sleep_until(noticed + kind.notice_ms)
        return noticed, took

    def _bounce_seen(self, bridge, handover, end):
        """When the old bridge told of its first change in the attach table from the detection on; None if never."""
        changes = [mod.at for mod in self._watcher.between(int(handover.detected), end) if mod.bridge == bridge
                   and mod.cookie >> 48 == self._app and ATTACH_TABLE in mod.rule and mod.event != "DELETED"]
        return changes[0] if changes else None


def sleep_until(at_ms):
    """Sleep until a time, epoch ms."""
    time.sleep(max(0.0, (at_ms - now_ms()) / 1e3))


def next_edge(place):
    """The edge after this one, round and round."""
    return plan.EDGES[plan.BY_NAME[place].number % len(plan.EDGES)]


def progress(number, run_plan, seen):
    """One line about a move that was made."""
    handover = seen.handover
    words = f"bounce {handover.switched - seen.move.first_frame:6.1f} ms, {handover.flow_mods} flow-mods" \
        if handover and handover.switched is not None else "NO HANDOVER"
    which = f"{number:3}/{run_plan.moves}" if number > 0 else "warm-up"
    return (f"{run_plan.kind.name} {run_plan.rate:g}/s  {which:>7}  {seen.move.source} -> {seen.move.target}  "
            f"gap {seen.move.gap_ms:6.1f} ms  {words}")
