"""What scenarios act upon: the campus with its switches, links and control channels, and the controller."""

import os
import signal
import subprocess
import time
from pathlib import Path

from scenarios import controller
from scenarios.faults.relay import Relay
from scenarios.faults.rules import dump, of_app
from topologies import plan
from topologies.links import Links
from topologies.record import RUN_DIRECTORY

RECONNECT_S = 1.0             # until a switch that is told another controller has left the old one
CONTROLLER = ("127.0.0.1", 6653)
DEVICES = {**{edge.name: edge.device for edge in plan.EDGES},
           **{name: f"of:{dpid}" for name, dpid in plan.CORES.values()}}
EDGE_PORTS = (*plan.PORT_CORE.values(), plan.PORT_AP, plan.PORT_UPLINK)


def interfaces_of(bridge):
    """Names of the interfaces of a switch."""
    if bridge in plan.BY_NAME:
        more = (plan.PORT_ACCESS,) if bridge == "edge4" else ()
        return [f"{bridge}-eth{port}" for port in (*EDGE_PORTS, *more)]
    return [f"{bridge}-eth{port}" for port in (*(edge.number for edge in plan.EDGES), plan.PORT_CORE_PEER)]


def peers():
    """{interface: the one at the other end} of the links between switches."""
    ends = {}
    for number, (core, _dpid) in plan.CORES.items():
        for edge in plan.EDGES:
            ends[f"{edge.name}-eth{plan.PORT_CORE[number]}"] = f"{core}-eth{edge.number}"
    one, two = (f"{core}-eth{plan.PORT_CORE_PEER}" for core, _dpid in plan.CORES.values())
    ends[one] = two
    return {**ends, **{there: here for here, there in ends.items()}}


PEERS = peers()


def vsctl(*arguments):
    """Run ovs-vsctl, not waiting for the switch daemon."""
    subprocess.run(["ovs-vsctl", "--timeout=10", "--no-wait", *arguments], check=True, capture_output=True)


def ofctl(command, bridge, *arguments):
    subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", command, bridge, *arguments], check=True, capture_output=True)


class Ground:
    """The campus as a place of faults. Whatever a scenario breaks, `mend` puts right.

    `old` and `new` are the edges between which the node moves, the same if it stays; its call was begun at `anchor`.
    """

    anchor = "edge1"

    def __init__(self, world, rest):
        self.world, self.rest = world, rest
        self.old = self.new = self.anchor
        self.app = rest.app_id()
        self._links = Links("self")
        self._down, self._limited = set(), set()
        self._dead, self._relays = set(), {}

    def link(self, interface, up):
        """Take a link down, or up again; the other end sees its carrier go or come."""
        self._links.set_up(interface, up)
        (self._down.discard if up else self._down.add)(interface)

    def power(self, bridge, on):
        """Switch a switch off with all its links, and its rules are lost; or on again, empty."""
        if on:
            for interface in interfaces_of(bridge):
                self.link(interface, True)
            self._connect(bridge)
            self._dead.discard(bridge)
            return
        self._dead.add(bridge)
        for interface in interfaces_of(bridge):
            self.link(interface, False)
        vsctl("del-controller", bridge)
        ofctl("del-flows", bridge)

    def _connect(self, bridge):
        relay = self._relays.get(bridge)
        address, port = ("127.0.0.1", relay.port) if relay else CONTROLLER
        vsctl("set-controller", bridge, f"tcp:{address}:{port}")

    def lead_over_relays(self, *bridges):
        """Lead the control channels of switches over relays."""
        for bridge in bridges:
            self._relays[bridge] = Relay(CONTROLLER)
            self._connect(bridge)
        time.sleep(RECONNECT_S)

    def relay(self, bridge):
        return self._relays[bridge]

    def limit_table(self, bridge, table, rules):
        """Let a table take no more than so many rules."""
        self._limited.add(bridge)
        vsctl("--", "--id=@full", "create", "Flow_Table", f"flow_limit={rules}", "overflow_policy=refuse", "--",
              "set", "Bridge", bridge, f"flow_tables:{table}=@full")

    def lift_limits(self, bridge):
        """Let all tables take as many rules as they can."""
        vsctl("clear", "Bridge", bridge, "flow_tables")
        self._limited.discard(bridge)

    def rules(self, bridge):
        """The app's rules that a switch holds."""
        return of_app(dump(bridge), self.app)

    def delete(self, bridge, cookies):
        """Delete rules behind the controller's back, by cookie."""
        for cookie in cookies:
            ofctl("del-flows", bridge, f"cookie={cookie:#x}/-1")

    def rules_of_node(self, bridge):
        """Cookies of the node's rules at a switch."""
        held = {rule.cookie for rule in self.rules(bridge)}
        return [cookie for cookie in self.rest.rules_of(plan.NODE.mac, DEVICES[bridge]) if cookie in held]

    def kill_controller(self):
        """SIGKILL, and wait until it is gone."""
        pid = int((RUN_DIRECTORY / "controller" / "pid").read_text())
        os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + 5.0
        while Path(f"/proc/{pid}/cmdline").exists() and time.monotonic() < deadline:
            time.sleep(0.01)

    def restart_controller(self):
        """Start it again on what it had stored; returns when it can be used."""
        controller.restart()

    def mend(self):
        """Put everything right that is still broken."""
        for bridge in sorted(self._dead):
            self.power(bridge, True)
        for interface in sorted(self._down):
            self.link(interface, True)
        for bridge in sorted(self._limited):
            self.lift_limits(bridge)
        relayed, self._relays = self._relays, {}
        for bridge, relay in relayed.items():
            self._connect(bridge)
            relay.close()
        if relayed:
            time.sleep(RECONNECT_S)
        if not controller.running():
            controller.restart()

    def close(self):
        self._links.close()

