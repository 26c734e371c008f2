"""Carries out blocks of moves: a stream for each block, and after each move a control run of the same length."""

import os
import time
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from probes import samples
from probes.base import now_ms, words_of
from scenarios import controller as program
from scenarios import machine, priority
from scenarios.handovers import bounce, kinds
from scenarios.handovers.figures import IN_FLIGHT_MS, Seen, Window, distribution
from scenarios.handovers.outcome import record
from scenarios.process import Probe
from topologies import plan
from topologies.errors import DmmError

NODE_PORT, SIZE = 5004, 160   # of a call
STREAM = "call"
SETTLE_S = 0.7                # the stream runs so long before the first move
WINDOW_MS = 1000.0            # what is counted for a move, from just before it on; its control run is as long
BOUNCE_OUT_MS = 500.0         # how long the bounce stays out after the node's first frame, where it is taken out
UNCOUNTED_MS = 600.0          # after the node's first frame, where nothing is counted
PORT_DOWN_MS = 700.0          # how long a hard move leaves the old port down after the node has arrived
COUNTED_MS = 300.0            # Open vSwitch brings its counters up to date so long after a packet, or sooner
SWITCHED_TIMEOUT_S = 8.0
CLEANED_TIMEOUT_S = 30.0
NOTICE_WINDOW_MS = 500
DRAIN_S = 0.6
BUSY = 1000.0                 # packets/s each way, from which on the switches take much of a processor
LAST = 8                      # handovers of all nodes among which that of a move is looked for
WARM_UP = kinds.KINDS * 3     # moves before all others; they are not counted
ATTACH_TABLE = "table=2 "


class FastStream:
    """A bidirectional stream between the node and a correspondent outside, running."""

    def __init__(self, world, directory, rate, flow=kinds.LENT):
        self._logs = [Path(directory) / f"{end}.samples" for end in ("node", "peer")]
        self._world, self._probes = world, []
        peer, node = (host.ip_of(flow.family) for host in (plan.OUTSIDE_BY_NAME["sip"], plan.NODE))
        there, here = words_of(peer, flow.port), words_of(node, NODE_PORT)
        ends = (("sip", self._logs[1], there, []), (plan.NODE.name, self._logs[0], here, ["--to", there]))
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
    """Makes moves on a campus that is up; `say` gets one line a block."""

    def __init__(self, world, controller, notices, watchers, directory, say):
        self._world, self._controller, self._notices = world, controller, notices
        (self._watcher, self._channels), self._say = watchers, say
        self._directory = Path(directory)
        self._directory.mkdir(parents=True, exist_ok=True)
        self._app = controller.app_id()
        self._handovers, self._loads = {}, []

    @property
    def loads(self):
        """The load averages at the beginning of every block."""
        return list(self._loads)

    def run(self, blocks):
        """Make the moves of blocks: (their records, handovers by sequence).

        A block that cannot be carried out has no records, so that one that fails late does not take all with it."""
        records = []
        for block in blocks:
            try:
                with apart(block.rate):
                    records += self._block(block, len(blocks))
            except DmmError as error:
                if self._world.air.place is None:
                    raise
                self._say(f"block {block.number:2}/{len(blocks)}  {block.rate:g}/s  GIVEN UP: {error}")
        self._handovers.update(self._controller.await_cleaned(plan.NODE.mac, CLEANED_TIMEOUT_S))
        return records, dict(self._handovers)

    def warm_up(self, rate, order=None, flow=kinds.LENT):
        """Moves that do not count, so that no figure is that of a controller which does something the first time."""
        order = order or WARM_UP
        self._say(f"{len(order)} moves to warm up")
        stream = FastStream(self._world, self._directory, rate, flow)
        try:
            time.sleep(SETTLE_S)
            for kind in order:
                self._move(kind, counted=False)
            stream.collect()
        finally:
            stream.close()

    def _block(self, block, number):
        """Make the moves of one block under one stream; their records."""
        self._loads.append(os.getloadavg()[0])
        began = time.monotonic()
        stream = FastStream(self._world, self._directory, block.rate, block.flow)
        seen = []
        try:
            time.sleep(SETTLE_S)
            self._move(block.kinds[0], counted=False)        # the first one under a new stream
            for kind in block.kinds:
                stream.check()
                seen.append((kind, self._move(kind)))
            ledgers = stream.collect()
        finally:
            stream.close()
        changes = self._watcher.between(seen[0][1].window.begin - WINDOW_MS, now_ms())
        records = [record(kind, block, self._completed(one, changes), ledgers) for kind, one in seen]
        self._handovers.update({one.sequence: one for one in self._controller.handovers(plan.NODE.mac)})
        self._say(progress(block, number, records, time.monotonic() - began))
        return records

    def _move(self, kind, counted=True):
        """Make one move and its control run; what was seen."""
        target = next_edge(self._world.air.place)
        locator = self._controller.locator(plan.NODE.mac)
        source = self._world.air.place
        if not kind.bounce:
            bounce.take_out(source, locator)
        self._channels.read()
        noticed, took = self._announce(kind, target) if kind.announced else (None, None)
        with in_time(kind):
            move = self._world.air.move(kind.move, target.name, kind.gap_ms)
        begin = min(move.detach - IN_FLIGHT_MS, noticed or move.detach)
        window = Window(begin, max(begin, move.first_frame) + WINDOW_MS)
        self._put_back(kind, move, locator)
        handover = replied = bounced = None
        if counted:
            sleep_until(window.end)
            handover = self._controller.await_handover(plan.NODE.mac, target.name, noticed or move.detach,
                                                       SWITCHED_TIMEOUT_S, LAST)
            sleep_until(window.end + COUNTED_MS)
            replied = bounce.confirmed(self._channels.read(), locator, move.first_frame)
            bounced = bounce.bounced(source, locator)
        sleep_until(window.control[1] + IN_FLIGHT_MS if counted else move.first_frame + UNCOUNTED_MS)
        return Seen(move, handover, window, noticed, took, replied, bounced=bounced,
                    dropped_until=None if kind.bounce else window.end)

    def _put_back(self, kind, move, locator):
        """Put right what a move has left: the bounce that was taken out, the port that went down."""
        if not kind.bounce:
            sleep_until(move.first_frame + BOUNCE_OUT_MS)
            bounce.put_back(move.source, locator)
        if kind.move == "hard":
            sleep_until(move.first_frame + PORT_DOWN_MS)
            self._world.air.restore_ports()

    def _completed(self, one, changes):
        """What was seen of a move, with what the bridges told later."""
        source, handover = one.move.source, one.handover
        seen = out = None
        if handover:
            seen = next((mod.at for mod in changes if mod.bridge == source and mod.cookie >> 48 == self._app
                         and int(handover.detected) <= mod.at < one.window.end and ATTACH_TABLE in mod.rule
                         and mod.event != "DELETED"), None)
        if one.dropped_until is not None:
            out = bounce.gone_at(changes, source, one.window.begin)
            out = one.window.begin if out is None else out      # it never was there
        return replace(one, bounce_seen=seen, dropped_until=out)

    def _announce(self, kind, target):
        """Send the notice, and wait until it is so old as the kind says; (when, ms until it was accepted)."""
        with priority.at_once(priority.AIR):
            noticed = now_ms()
            self._notices.expected(target, NOTICE_WINDOW_MS)
            took = now_ms() - noticed
            sleep_until(noticed + kind.notice_ms)
        return noticed, took


def in_time(kind):
    """What a gap needs to be as long as it is meant. One that is none needs nothing; and there the air has work left when
    the node has announced itself, for which the controller would wait."""
    return priority.at_once(priority.AIR) if kind.gap_ms else nullcontext()


def apart(rate):
    """A processor for the switches, under a stream that keeps them busy, if Open vSwitch is ours. Under a slow one it
    would only lie idle while the controller's threads wait for one another."""
    busy = rate >= BUSY and machine.OVS_STARTED.exists()
    return priority.apart(machine.open_vswitch(), [program.pid()]) if busy else nullcontext()


def sleep_until(at_ms):
    """Sleep until a time, epoch ms."""
    time.sleep(max(0.0, (at_ms - now_ms()) / 1e3))


def next_edge(place):
    """The edge after this one, round and round."""
    return plan.EDGES[plan.BY_NAME[place].number % len(plan.EDGES)]


def progress(block, number, records, seconds):
    """One line about a block of moves that were made."""
    spread = distribution([one["first_frame_to_bounced"] for one in records])
    words = f"barrier reply {spread['p50']:.1f} ms p50, {spread['max']:.1f} max" if spread["n"] else "NO HANDOVER"
    lost = sum(1 for one in records if one["control_lost"])
    return (f"block {block.number:2}/{number}  {block.rate:g}/s  {block.flow.name}  {len(records)} moves  "
            f"{seconds:3.0f} s  {words}"
            + (f"  {lost} with losses in the control" if lost else ""))
