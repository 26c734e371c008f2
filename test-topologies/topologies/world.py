"""Brings `campus` up and takes it down, leaving nothing behind either way."""

import os
from dataclasses import replace
from pathlib import Path

from mininet.log import setLogLevel

from topologies import campus, plan
from topologies.air import Air
from topologies.errors import DmmError
from topologies.record import CAMPUS_RECORD, Record, delete_bridges, identity


class WorldError(DmmError):
    """The network cannot be brought up; the message says why and what to do."""


class World:
    """A running campus: `pid` of every host, the `air`, and the record of what exists because of it."""

    def __init__(self, controller=("127.0.0.1", 6653), record=CAMPUS_RECORD, variant=plan.CAMPUS):
        self._controller, self._variant = controller, variant
        self.record = Record.load(record)
        self.net = self.air = None

    def __enter__(self):
        self.refuse_a_second()
        self.record.sweep()
        refuse_taken_names()
        setLogLevel("error")
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def refuse_a_second(self):
        """WorldError when a campus is up."""
        if self.record.owner_alive():
            raise WorldError(f"campus is up already (process {self.record.owner['pid']}): ./dmm down")

    def _start(self):
        topology = campus.CampusTopo(variant=self._variant)
        self.record.owner = identity(os.getpid())
        self.record.bridges = topology.switches()
        self.record.interfaces = switch_side_interfaces(topology)
        self.record.save()
        self.net = campus.build(self._controller, self._variant)
        nodes = [*self.net.hosts, *self.net.switches, *self.net.controllers]
        self.record.processes = [identity(node.pid) for node in nodes]
        self.record.hosts = {node.name: node.pid for node in self.net.hosts}
        self.record.save()
        self.net.start()
        node = plan.NODE if self._variant.addresses else replace(plan.NODE, address="")
        self.air = Air(self.pid(plan.AIR), self.pid(plan.NODE.name), node)

    def pid(self, name):
        """A process in the network namespace of a host."""
        return self.net[name].pid

    def hand_over(self):
        """Make this process the owner, after a fork."""
        self.record.owner = identity(os.getpid())
        self.record.save()

    def release(self):
        """Leave the network to another process: `close` does nothing from now on."""
        self.net = self.air = self.record = None

    def close(self):
        """Take everything down; safe to call after half a start."""
        if self.record is None:
            return
        if self.air:
            self.air.close()
        if self.net:
            delete_bridges(switch_names())
            self.net.stop()
            for controller in self.net.controllers:
                controller.terminate()      # Mininet leaves the shell of a remote controller running
        self.net = self.air = None
        self.record.sweep()

    def __exit__(self, *_error):
        self.close()


def switch_names():
    """Names of all bridges."""
    return [edge.name for edge in plan.EDGES] + [name for name, _dpid in plan.CORES.values()]


def refuse_taken_names():
    """WorldError when an interface that is not ours has a name that campus needs."""
    for name in switch_names():
        if Path(f"/sys/class/net/{name}").exists():
            raise WorldError(f"an interface named {name} is there already, and not by us; remove it: "
                             f"ovs-vsctl del-br {name}, or ip link del {name}")


def switch_side_interfaces(topology):
    """Names of the interfaces that the topology makes in the root namespace."""
    return [f"{switch}-eth{port}" for switch in topology.switches() for port in topology.ports[switch]]
