"""Plays the scene: all programs at once over both families, their node moves, an anchor dies; with an anchor for each
flow, then with one for all."""

import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from ipaddress import ip_address

from scenarios import controller
from scenarios.continuity.expectations import (BROKEN, BY_ADDRESS, CENTRAL, EXPECTED, GOES_ON, NEAREST, NEW, OLD,
                                               ONE_ANCHOR, SILENT, UNSEEN, families)
from scenarios.continuity.outside import CONF, Outside
from scenarios.continuity.programs import PLAY_PORTS, Programs
from scenarios.continuity.wire import Flow, Loads, Way, Wire
from scenarios.rest import APP, Controller
from topologies import plan
from topologies.errors import DmmError
from topologies.ipv6 import preferred, speak_ipv6, take_address, usable
from topologies.record import RUN_DIRECTORY
from topologies.uplinks import Uplinks

OVERLAP_S = 6.0
LOOK_S = 1.2
CALM_S = 0.7                  # after a move or a death: what comes later is no packet that was on its way
ANSWER_S = 3.0
HANDOVER_TIMEOUT_S, UPLINK_TIMEOUT_S, READY_TIMEOUT_S = 8.0, 30.0, 20.0
STARTERS = 6
INBOUND = "inbound"


@dataclass
class Row:
    """What became of one session: the class that it was told to be, its fate as it was seen, and its ways."""

    scene: str
    move: str
    family: str
    name: str
    generation: str               # `old`: begun before the move; `new`: after it
    told: str = UNSEEN
    anchor: str = None
    address: str = None
    before: tuple = (None, None)  # switches per packet, up and down, where the node was
    after: tuple = (None, None)   # and where it is now
    soon: str = None
    late: str = None
    soon_anchor: str = None
    soon_address: str = None
    deaths: dict = field(default_factory=dict)      # what became of it while an anchor was dead


@dataclass
class Act:
    """One move under one configuration."""

    scene: str
    move: str
    rows: list
    loads: dict                   # packets of each uplink
    deaths: tuple                 # anchors that died


def document(scene):
    """The configuration of campus with shipped classes, pools of both families, and a rule; or with one anchor for all
    of them; or with pools for IPv4 alone."""
    whole = json.loads(plan.CONFIGURATION.read_text())
    dmm = whole["apps"][APP]["dmm"]
    for anchor in dmm["anchors"]:
        if scene != BY_ADDRESS:
            anchor["uplink"]["ipv6"]["pool"] = [plan.BY_NAME[anchor["name"]].pool6]
        anchor["uplink"].pop("backup", None)
        if anchor["name"] == NEAREST:
            anchor["uplink"]["ipv6"]["reach"] = [{"prefix": "::/0", "cost": 10},
                                                 {"prefix": f"{CONF.ip6}/128", "cost": 1}]
    for name in ("classes", "defaultClass", "inboundClass"):
        dmm.pop(name)
    dmm["rules"] = [{"class": "real-time-interactive", "protocol": "tcp",
                     "ports": f"{PLAY_PORTS[0]}-{PLAY_PORTS[-1]}"}]
    dmm["timers"] = {"overlap": int(OVERLAP_S * 1e3)}
    if scene == ONE_ANCHOR:
        dmm["inboundClass"] = INBOUND         # which has to be FIXED
        dmm["classes"] = [{"name": INBOUND, "continuity": "FIXED"}] + \
            [{"name": one.of, "strategy": "central", "anchor": CENTRAL,
              "continuity": "SESSION_LASTING" if one.continuity == "FIXED" else one.continuity}
             for one in {each.of: each for each in EXPECTED}.values()]
    return whole


class Play:
    """Everything for the scene on a running campus; on leaving, campus is as it was."""

    def __init__(self, world, say):
        self._world, self._say = world, say
        self._rest = Controller()
        self._node = world.net[plan.NODE.name]
        self._stack = ExitStack()

    def __enter__(self):
        with self._stack:
            self._stack.callback(controller.put, json.loads(plan.CONFIGURATION.read_text()))
            self._stack.callback(self._return)
            self._stack.callback(speak_ipv6, self._node, speaking=False)
            directory = tempfile.TemporaryDirectory(prefix="programs-", dir=RUN_DIRECTORY)
            outside = Outside(self._world, self._stack.enter_context(directory))
            self._stack.callback(outside.close)
            self._programs = Programs(self._world, outside)
            self._uplinks = self._stack.enter_context(Uplinks())
            self._wire = Wire(self._world)
            self._stack = self._stack.pop_all()
        return self

    def __exit__(self, *_error):
        self._stack.close()

    def set(self, scene):
        """The configuration of a scene, and the node's IPv6 addresses: one that is configured, at home at edge 1 like
        that of IPv4, or those that it makes itself."""
        speak_ipv6(self._node, speaking=False)
        controller.put(document(scene))
        if scene == BY_ADDRESS:
            speak_ipv6(self._node)
            return
        take_address(self._node)
        controller.await_that("the node may use its IPv6 address, and it is bound", READY_TIMEOUT_S,
                              lambda: usable(self._node, "edge1")
                              and plan.NODE.ip6 in self._rest.binding(plan.NODE.mac)["addresses"])

    def _return(self):
        self._go("air", "edge1")

    def _go(self, kind, target):
        """Move, and wait until all is steered to the new place."""
        if self._world.air.place == target:
            return
        move = self._world.air.move(kind, target)
        done = self._rest.await_handover(plan.NODE.mac, target, move.detach, HANDOVER_TIMEOUT_S)
        self._world.air.restore_ports()
        if not done:
            raise DmmError(f"the node is at {target}, and its traffic was not steered there")

    def act(self, scene, move, deaths=()):
        """Sessions begin at one edge, their node moves to another, new ones begin, anchors die; the Act."""
        self._go("air", OLD)
        loads = Loads()
        self._say(f"{scene}, {move}: {len(EXPECTED) - 1} programs begin at {OLD}, over {' and '.join(families(scene))}")
        old = self._start(scene)
        rows = self._rows(scene, move, "old", old)
        self._look(rows, "before")
        self._say(f"{scene}, {move}: the node moves to {NEW}")
        self._go(move, NEW)
        moved = time.monotonic()
        self._judge(rows, "soon")
        new = self._start(scene)
        more = self._rows(scene, move, "new", new)
        self._look([*rows, *more], "after")
        time.sleep(max(0.0, moved + OVERLAP_S + CALM_S - time.monotonic()))
        self._judge(rows, "late")
        self._judge(more, "late")
        carried = loads.since()
        for anchor in deaths:
            self._say(f"{scene}, {move}: {anchor} loses its uplink")
            self._kill(anchor, [*rows, *more])
        for session in (*old, *new):
            session.close()
        return Act(scene, move, [row for row, _session in (*rows, *more)], carried, tuple(deaths))

    def _start(self, scene):
        """All sessions, some at a time."""
        self._programs.own = {family: self._own_address(scene, family) for family in families(scene)}
        with ThreadPoolExecutor(STARTERS) as pool:
            made = pool.map(lambda one: self._programs.start(*one), [(one.name, family) for family in families(scene)
                                                                     for one in EXPECTED if one.name != "voice"])
            return [session for sessions in made for session in sessions]

    def _own_address(self, scene, family):
        """The one that the node has, or the one that it has made itself where it is now."""
        if scene != BY_ADDRESS:
            return plan.NODE.ip_of(family)
        place = self._world.air.place
        controller.await_that(f"the node has an IPv6 address of {place}", READY_TIMEOUT_S,
                              lambda: preferred(self._node, place))
        return preferred(self._node, place)

    @staticmethod
    def _rows(scene, move, generation, sessions):
        return [(Row(scene, move, session.family, session.name, generation), session) for session in sessions]

    def _look(self, rows, when):
        """Which ways they take now, and what the controller says of them."""
        ways = self._wire.look(LOOK_S)
        told = self._told()
        for row, session in rows:
            mine = [(flow, way) for flow, way in ways.items() if session.matches(flow)]
            way = merged([way for _flow, way in mine])
            setattr(row, when, way.hops())
            anchor = way.anchor()
            if when == "before" or row.generation == "new":
                row.anchor, row.address = anchor
            else:
                row.soon_anchor, row.soon_address = anchor
            row.told = next((told[flow] for flow, _way in mine if flow in told), row.told)

    def _told(self):
        """{flow: class} of the flows that the controller knows one by one."""
        return {Flow(one["protocol"], one["localPort"], str(ip_address(one["remote"])), one["remotePort"]): one["class"]
                for one in self._rest.get("/dmm/v1/flows")["flows"] if one["node"].lower() == plan.NODE.mac}

    def _judge(self, rows, when):
        """Whether each goes on: what comes back after a moment of calm counts."""
        time.sleep(CALM_S)
        for row, state in self._states(rows):
            setattr(row, when, state)

    @staticmethod
    def _states(rows):
        since = time.monotonic()
        deadline = since + ANSWER_S
        for row, session in rows:
            heard = session.heard_since(since, deadline)
            yield row, GOES_ON if heard else BROKEN if session.error else SILENT

    def _kill(self, anchor, rows):
        """Take the uplink of an anchor down for a while."""
        running = [one for one, (_row, state) in zip(rows, self._states(rows)) if state == GOES_ON]
        self._uplinks.cut(anchor)
        time.sleep(CALM_S)
        for row, state in self._states(running):
            row.deaths[anchor] = state
        self._uplinks.mend(anchor)
        controller.await_that(f"the uplink of {anchor} is used again", UPLINK_TIMEOUT_S,
                              lambda: self._rest.anchor(anchor)["uplink"] == "UP")


def merged(ways):
    """All of them as one."""
    whole = Way()
    for way in ways:
        whole.up += way.up
        whole.down += way.down
        whole.left += way.left
    return whole
