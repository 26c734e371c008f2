"""The scene itself: all flows at once while the node moves through every edge by both kinds of move."""

import json
import time
from dataclasses import dataclass, replace

from probes.base import now_ms
from probes.flowmods import Watcher
from probes.overhead import Overhead, measure
from scenarios.figures import IN_FLIGHT_MS, UNKNOWN, Observed, Placement, all_moves, anchor_of, placement_of
from scenarios.judge import LEAST_MOVES_OF_A_KIND
from scenarios.report import IPV6_FLOWS, Report
from scenarios.traffic import Traffic
from topologies import ipv6, plan
from topologies.errors import DmmError
from topologies.world import switch_names

CONTROL_RUN_S = 4.0           # all flows run and nothing moves: what is lost then is not the handover's
PORT_DOWN_S = 0.7             # how long a hard move leaves the old port down after the node has arrived
MOVE_EVERY_S = 3.0            # from one move to the next; clean-up after a handover may still go on then
HANDOVER_TIMEOUT_S = 8.0
CLEANED_TIMEOUT_S = 30.0
CAPTURE_S = 1.5
NEW_ADDRESS_TIMEOUT_S = 10.0
ROUTE = ((1, 2, 3, 4, 1), (1, 4, 3, 2, 1))   # edges by number: twice round, in either sense
WARM_UP = (("air", "edge2"), ("hard", "edge1"))


class SceneError(DmmError):
    """The scene cannot begin."""


@dataclass(frozen=True)
class Step:
    """One move to be made."""

    kind: str
    target: str
    warm_up: bool = False


def route():
    """The moves of the scene: one of each kind to warm up, then eight of each round all four edges."""
    steps = [Step(kind, target, True) for kind, target in WARM_UP]
    for round_trip in ROUTE:
        for kind in ("air", "hard"):
            steps += [Step(kind, f"edge{number}") for number in round_trip[1:]]
    return steps


class Scene:
    """Plays the steps on a running campus; `say` gets one line of progress at a time.

    `peers_at` names the edges of hosts inside that talk to the node: its packets enter there, too, so
    that a handover may touch them. With `ipv6` the node speaks IPv6, too, and goes on with that afterwards.
    """

    def __init__(self, world, controller, directory, say, steps=None, least_moves=LEAST_MOVES_OF_A_KIND, peers_at=(),
                 ipv6=True):
        self._world, self._controller, self._say = world, controller, say
        self._directory = directory
        self._steps = steps or route()
        self._least_moves, self._peers_at, self._ipv6 = least_moves, set(peers_at), ipv6
        self._observed = []
        self._overhead = Overhead(0, 0)
        self._configuration = json.loads(plan.CONFIGURATION.read_text())["apps"]["org.onosdmm"]["dmm"]

    def play(self):
        """Play from beginning to end; returns the Report."""
        watcher = Watcher(switch_names())
        try:
            if self._ipv6:
                self._speak_ipv6()
            with Traffic(self._world, self._directory, ipv6=self._ipv6) as traffic:
                return self._play(traffic, watcher)
        finally:
            watcher.close()

    def _speak_ipv6(self):
        """Until the node has made itself an address of the prefix of the edge where it is."""
        node, place = self._world.net[plan.NODE.name], self._world.air.place
        ipv6.speak_ipv6(node)
        deadline = time.monotonic() + NEW_ADDRESS_TIMEOUT_S
        while not ipv6.preferred(node, place):
            if time.monotonic() > deadline:
                raise SceneError(f"the node has no IPv6 address of {place} after {NEW_ADDRESS_TIMEOUT_S:g} s")
            time.sleep(0.1)

    def _play(self, traffic, watcher):
        self._say(f"all flows run; {CONTROL_RUN_S:g} s without a move first")
        begin = now_ms()
        time.sleep(CONTROL_RUN_S)
        control_run = (begin, now_ms() - IN_FLIGHT_MS)
        before = self._placements(traffic.streams)
        for number, step in enumerate(self._steps, start=1):
            traffic.check()
            self._observed.append(self._make_move(number, step, traffic.streams))
        traffic_end = now_ms()
        classes = self._classes(traffic.streams)
        results = traffic.collect()
        moves = all_moves(self._await_cleaned(), results, traffic_end, self._own_flow_mods(watcher, begin))
        return Report(moves, results, {**before, **first_places(results)}, classes, self._overhead, control_run,
                      watcher.alive, self._least_moves)

    def _await_cleaned(self):
        """What was observed, with the handovers as they ended."""
        self._say("waiting until the last handover has been cleaned up")
        ended = self._controller.await_cleaned(plan.NODE.mac, CLEANED_TIMEOUT_S)
        return [replace(one, handover=one.handover and ended.get(one.handover.sequence, one.handover))
                for one in self._observed]

    def _own_flow_mods(self, watcher, begin):
        """The flow-mods of this app since `begin`: the upper 16 bits of a cookie are the app's number."""
        app = self._controller.app_id()
        return [mod for mod in watcher.between(begin, now_ms()) if mod.cookie >> 48 == app]

    def _make_move(self, number, step, streams):
        due = time.monotonic() + MOVE_EVERY_S
        allowed, owners6 = self._entries_of_node(), self._owners6()
        move = self._world.air.move(step.kind, step.target)
        if step.kind == "hard":
            time.sleep(PORT_DOWN_S)
            self._world.air.restore_ports()
        handover = self._controller.await_handover(plan.NODE.mac, step.target, move.detach, HANDOVER_TIMEOUT_S)
        self._say(progress(number, len(self._steps), step, move, handover))
        if number == 1:
            self._compare_frames(streams)
        time.sleep(max(0.0, due - time.monotonic()))
        allowed |= {move.source, move.target} | self._entries_of_node()
        return Observed(move, handover, self._placements(streams), frozenset(allowed), step.warm_up,
                        frozenset(owners6 | self._owners6()))

    def _compare_frames(self, streams):
        """Compare the frames of the streams on the core links with those at the hosts."""
        hosts = [(self._world.pid(name), f"{name}-eth0")
                 for name in (plan.NODE.name, *(stream.correspondent for stream in streams))]
        core = [name for name in self._world.record.interfaces if name.startswith("core")]
        self._overhead = measure(hosts, core, [one for stream in streams for one in stream.ids], CAPTURE_S)

    def _placements(self, streams):
        """Where the controller says that each pinned flow is anchored, by the flow's name."""
        pinned = self._controller.flows(plan.NODE.mac)
        places = {}
        for flow in pinned:
            for stream in streams:
                if flow.local_port == stream.node_port and flow.remote_port == stream.port:
                    places[stream.name] = Placement(flow.anchor, flow.outside)
            if flow.local_port == 22:
                places["ssh"] = Placement(flow.anchor, flow.outside)
        return places

    def _classes(self, streams):
        """(class, continuity) by flow name: of pinned flows from the controller, else from the configuration."""
        continuity = {one["name"]: one["continuity"] for one in self._configuration["classes"]}
        default, inbound = self._configuration["defaultClass"], self._configuration["inboundClass"]
        classes = {name: (default, continuity[default]) for name in ("web", "mail", "download")}
        classes["ssh"] = (inbound, continuity[inbound])
        classes.update({name: (default, "by address") for name in IPV6_FLOWS})
        classes.update({stream.name: ("-", "-") for stream in streams})
        for flow in self._controller.flows(plan.NODE.mac):
            for stream in streams:
                if flow.local_port == stream.node_port:
                    classes[stream.name] = (flow.class_name, flow.continuity)
            if flow.local_port == 22:
                classes["ssh"] = (flow.class_name, flow.continuity)
        return classes

    def _owners6(self):
        """Edges that own IPv6 addresses of the node: packets for these enter there, whatever the flow."""
        binding = self._controller.binding(plan.NODE.mac) or {}
        return {anchor_of(address) for address in binding.get("addresses", ()) if ":" in address}

    def _entries_of_node(self):
        """Edges where packets for the node enter: its home, its flows' and leases' anchors, its peers' edges."""
        binding = self._controller.binding(plan.NODE.mac) or {}
        leased = {lease["anchor"] for lease in binding.get("leases", ())}
        return leased | self._peers_at | {"edge1"} | {flow.anchor for flow in self._controller.flows(plan.NODE.mac)}


def first_places(results):
    """Placements of the short-lived flows before anything moved."""
    places = {}
    for name in ("web", "mail"):
        first = next((one["peer"] for one in results.log(name) if "peer" in one), None)
        places[name] = placement_of(first) if first else UNKNOWN
    return places


def progress(number, total, step, move, handover):
    """One line about a move that was made."""
    words = "no handover" if not handover or handover.switched is None else \
        f"control {handover.switched - move.first_frame:5.1f} ms"
    return (f"move {number:2}/{total}  {step.kind:4}  {move.source} -> {move.target}  "
            f"gap {move.gap_ms:6.1f} ms  {words}{'  (warm-up)' if step.warm_up else ''}")
