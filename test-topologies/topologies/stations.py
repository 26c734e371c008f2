"""More than campus has: hosts that move by themselves, and a second access point at every edge with a free port."""

import subprocess
import time
from dataclasses import dataclass, field

from topologies import plan
from topologies.campus import silence_kernel
from topologies.frames import Announcer
from topologies.links import Links
from topologies.record import identity

SECOND_EDGES = ("edge1", "edge2", "edge3")    # the second access port of edge4 is taken


@dataclass(frozen=True)
class Place:
    """An access point: the edge, its port there, and the bridge that plays it."""

    edge: plan.Edge
    port: int
    bridge: str

    @property
    def name(self):
        return f"{self.edge.name}/{self.port}"

    @property
    def poa(self):
        """The port as the controller writes it."""
        return f"{self.edge.device}/{self.port}"

    @property
    def interface(self):
        """The end at the access point of its link to the edge."""
        return f"{self.bridge}-port"


FIRST = {edge.name: Place(edge, plan.PORT_AP, edge.access_point) for edge in plan.EDGES}
SECOND = {name: Place(plan.BY_NAME[name], plan.PORT_ACCESS, f"{plan.BY_NAME[name].access_point}b")
          for name in SECOND_EDGES}
PLACES = (*FIRST.values(), *SECOND.values())


@dataclass
class Stay:
    """A station was at a place from `attach` on, up to `detach`; epoch ms."""

    place: Place
    attach: float
    detach: float = field(default=float("inf"))


def now_ms():
    return time.time_ns() / 1e6


def add_second_access_points(world):
    """Give the edges of SECOND_EDGES their second access point."""
    air = world.net[plan.AIR]
    for name in SECOND_EDGES:
        place = SECOND[name]
        switch = world.net[name]
        interface = place.edge.interface(place.port)
        world.record.interfaces.append(interface)
        world.record.save()
        world.net.addLink(switch, air, port1=place.port, intfName2=place.interface)
        add_port(name, interface, place.port)
        air.cmd(f"ip link add {place.bridge} type bridge forward_delay 0 stp_state 0 ageing_time 0 mcast_snooping 0 "
                f"&& ip link set {place.bridge} up")
        air.cmd(f"ip link set {place.interface} master {place.bridge} up")


def add_port(switch, interface, number):
    """Make an interface the port of a switch with this number."""
    silence_kernel(interface)
    subprocess.run(["ovs-vsctl", "add-port", switch, interface, "--", "set", "Interface", interface,
                    f"ofport_request={number}"], check=True)
    subprocess.run(["ip", "link", "set", interface, "up"], check=True)


class Station:
    """A host that moves: `stays` is its history, `place` where it is now, or None."""

    def __init__(self, world, host, radio, addresses):
        self.name, self.mac = host.name, host.MAC()
        self.addresses = tuple(addresses)
        self.pid = host.pid
        self.host = host
        self._radio = radio
        self._links = Links(world.pid(plan.AIR))
        self._announcers = [Announcer(host.pid, f"{host.name}-eth0", self.mac, address) for address in self.addresses]
        self.stays = []

    @classmethod
    def of_campus(cls, world):
        """The mobile node that campus has; from now on it is not to be moved by the air."""
        node = cls(world, world.net[plan.NODE.name], plan.NODE_AIR, [plan.NODE.ip])
        node.stays.append(Stay(FIRST[world.air.place], now_ms()))
        return node

    @classmethod
    def added(cls, world, name, gateway, *addresses):
        """One more host with these addresses, nowhere yet."""
        air, radio = world.net[plan.AIR], f"{name}-air"
        host = world.net.addHost(name, ip=f"{addresses[0]}/24", defaultRoute=f"via {gateway}")
        world.record.processes.append(identity(host.pid))
        world.record.hosts[name] = host.pid
        world.record.save()
        world.net.addLink(host, air, intfName2=radio)
        host.configDefault()
        for address in addresses[1:]:
            host.cmd(f"ip addr add {address}/24 dev {name}-eth0")
        air.cmd(f"ip link set {radio} up")
        return cls(world, host, radio, addresses)

    def become(self, mac):
        """Have the MAC address of somebody else."""
        self.host.cmd(f"ip link set {self.name}-eth0 address {mac}")
        self.mac = mac
        for announcer in self._announcers:
            announcer.close()
        self._announcers = [Announcer(self.pid, f"{self.name}-eth0", mac, address) for address in self.addresses]

    @property
    def place(self):
        """Where it is, or None."""
        return self.stays[-1].place if self.stays and self.stays[-1].detach == float("inf") else None

    @property
    def ip(self):
        return self.addresses[0]

    def leave(self):
        """Be nowhere from now on; when that was."""
        stay = self.stays[-1]
        stay.detach = now_ms()
        self._links.detach(stay.place.bridge, self._radio)
        return stay.detach

    def appear(self, place, announced=True):
        """Be at a place from now on, and say so, unless it is to be found otherwise; when that was."""
        self._links.attach(place.bridge, self._radio)
        self.stays.append(Stay(place, now_ms()))
        if announced:
            self.announce()
        return self.stays[-1].attach

    def announce(self):
        """One gratuitous ARP for each address."""
        for announcer in self._announcers:
            announcer.announce()

    def go(self, place, gap_s=0.0, announced=True):
        """Move; (detach, attach)."""
        detach = self.leave()
        if gap_s:
            time.sleep(gap_s)
        return detach, self.appear(place, announced)

    def set_port(self, place, up):
        """Set the link of an access point to its edge up or down."""
        self._links.set_up(place.interface, up)

    def was_at(self, place, at, before_ms, after_ms):
        """Whether it was at a place at a time, with this much tolerance."""
        return any(stay.place == place and stay.attach - before_ms <= at <= stay.detach + after_ms
                   for stay in self.stays)

    def close(self):
        for announcer in self._announcers:
            announcer.close()
        self._links.close()
