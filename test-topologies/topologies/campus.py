"""Topology `campus`: four edges with uplinks, two cores, a router outside, and an air between them.

Every number is in plan.py. The switches are Open vSwitch on the user-space datapath; everything
that is not a switch is a network namespace of its own.
"""

import subprocess
from pathlib import Path

from mininet.link import Link, OVSLink
from mininet.net import Mininet
from mininet.node import Host, Node, OVSSwitch, RemoteController
from mininet.topo import Topo

from topologies import plan
from topologies.ipv6 import speak_ipv6


class UserSwitch(OVSSwitch):
    """Open vSwitch, user-space datapath, OpenFlow 1.3; forwards nothing unless told to."""

    def __init__(self, name, **params):
        super().__init__(name, failMode="secure", datapath="user", protocols="OpenFlow13", **params)

    def start(self, controllers):
        """Silence the kernel on the switch's interfaces first."""
        for interface in self.intfNames():
            silence_kernel(interface)
        super().start(controllers)


class PlainHost(Host):
    """A host whose packets carry real checksums. Those outside have addresses of both families; one inside speaks IPv4
    until it is told to speak IPv6, too (`speak_ipv6`)."""

    def config(self, **params):
        result = super().config(**params)
        quiet(self)
        for interface in self.intfNames():
            self.cmd(f"ethtool -K {interface} tx off")
        outside = plan.OUTSIDE_BY_NAME.get(self.name)
        if outside:
            speak_ipv6(self, announced=False)
            self.cmd(f"ip -6 addr add {outside.address6} dev {self.defaultIntf()} nodad; "
                     f"ip -6 route add default via {plan.ROUTER_LAN6.split('/')[0]}")
        return result


class Router(Node):
    """The world outside: one leg on every uplink, and a LAN of correspondents behind it."""

    def config(self, **params):
        result = super().config(**params)
        quiet(self)
        self.cmd("sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.send_redirects=0 "
                 "net.ipv4.conf.default.send_redirects=0")
        speak_ipv6(self, announced=False)
        self.cmd("sysctl -qw net.ipv6.conf.all.forwarding=1")
        self.cmd("ip link add lan type bridge forward_delay 0 && ip link set lan up")
        self.cmd(f"ip addr add {plan.ROUTER_LAN} dev lan; ip -6 addr add {plan.ROUTER_LAN6} dev lan nodad")
        for interface in self.intfNames():
            self.cmd(f"ethtool -K {interface} tx off; sysctl -qw net.ipv4.conf.{interface}.rp_filter=0")
        for host in plan.OUTSIDE:
            self.cmd(f"ip link set to-{host.name} master lan up")
        for edge in plan.EDGES:
            self._connect(edge)
        for edge in plan.EDGES:
            self._route(edge)
        return result

    def _connect(self, edge):
        """Address of one uplink; a route by it does not count while it has no carrier."""
        uplink = f"to-{edge.name}"
        self.cmd(f"ip -4 addr flush dev {uplink}; ip addr add {edge.router_address}/30 dev {uplink}; "
                 f"ip link set {uplink} up; sysctl -qw net.ipv4.conf.{uplink}.ignore_routes_with_linkdown=1 "
                 f"net.ipv6.conf.{uplink}.ignore_routes_with_linkdown=1")
        self.cmd(f"ip -6 addr add {edge.router_address6}/64 dev {uplink} nodad")

    def _route(self, edge):
        """Routes to what an anchor owns: by its uplink, or else by that of its backup."""
        ways = [edge, edge.backup] if edge.backup else [edge]
        for metric, way in enumerate(ways, start=100):
            for prefix in (edge.pool, edge.area):
                self.cmd(f"ip route add {prefix} via {way.uplink_address} metric {metric}")
            for prefix in (edge.pool6, edge.prefix6):
                self.cmd(f"ip -6 route add {prefix} via {way.uplink_address6} metric {metric}")


class Air(Node):
    """Access points as plain bridges, out of reach of the controller and of Open vSwitch.

    Ageing time 0 makes a bridge flood and learn nothing: no stale entry can swallow a packet.
    """

    def config(self, **params):
        result = super().config(**params)
        quiet(self)
        self.cmd(f"ip link set {plan.NODE_AIR} up")
        for edge in plan.EDGES:
            bridge = edge.access_point
            self.cmd(f"ip link add {bridge} type bridge forward_delay 0 stp_state 0 ageing_time 0 "
                     f"mcast_snooping 0 && ip link set {bridge} up")
            self.cmd(f"ip link set {bridge}-port master {bridge} up")
        return result


class CampusTopo(Topo):
    """The graph: who is connected to whom, by which port."""

    def build(self, variant=plan.CAMPUS, **_params):
        self._variant = variant
        self._wire = Link if variant.wired else OVSLink
        cores = [self.addSwitch(name, dpid=dpid) for name, dpid in plan.CORES.values()]
        self.addNode(plan.AIR, cls=Air, ip=None)
        self.addNode(plan.ROUTER, cls=Router, ip=None)
        for edge in plan.EDGES:
            self._add_edge(edge, cores)
        self.addLink(*cores, cls=self._wire, port1=plan.PORT_CORE_PEER, port2=plan.PORT_CORE_PEER)
        self._add_inside(plan.NODE)
        self.addLink(plan.NODE.name, plan.AIR, intfName2=plan.NODE_AIR)
        self._add_inside(plan.INSIDE)
        self.addLink(plan.INSIDE.name, "edge4", port2=plan.PORT_ACCESS)
        for host in plan.OUTSIDE:
            self._add_host(host)
            self.addLink(host.name, plan.ROUTER, intfName2=f"to-{host.name}")

    def _add_edge(self, edge, cores):
        name = self.addSwitch(edge.name, dpid=edge.dpid)
        for number, core in enumerate(cores, start=1):
            self.addLink(name, core, cls=self._wire, port1=plan.PORT_CORE[number], port2=edge.number)
        self.addLink(name, plan.AIR, port1=plan.PORT_AP, intfName2=f"{edge.access_point}-port")
        self.addLink(name, plan.ROUTER, port1=plan.PORT_UPLINK, intfName2=f"to-{edge.name}")

    def _add_inside(self, host):
        if self._variant.addresses:
            self._add_host(host)
        else:
            self.addHost(host.name, ip=None, mac=host.mac)

    def _add_host(self, host):
        self.addHost(host.name, ip=host.address, mac=host.mac or None, defaultRoute=f"via {host.gateway}")


def quiet(node):
    """No IPv6, no reverse path filter, no ICMP redirects accepted, in a node's namespace."""
    node.cmd("sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 "
             "net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0 "
             "net.ipv4.conf.all.accept_redirects=0")


def silence_kernel(interface):
    """Keep the kernel from speaking on a switch's interface in the root namespace: its IPv6 chatter makes phantom hosts,
    and it answers ARP for every address of the machine itself, which may be one of the network that is emulated."""
    settings = Path("/proc/sys/net")
    if (settings / "ipv6/conf" / interface).exists():
        (settings / "ipv6/conf" / interface / "disable_ipv6").write_text("1")
    if (settings / "ipv4/conf" / interface).exists():
        subprocess.run(["ip", "link", "set", interface, "arp", "off"], check=True)


def build(controller=("127.0.0.1", 6653), variant=plan.CAMPUS):
    """The network, not yet started. `controller` is (address, port), or None for none."""
    remote = None
    if controller:
        address, port = controller
        remote = lambda name: RemoteController(name, ip=address, port=port)  # noqa: E731
    return Mininet(topo=CampusTopo(variant=variant), switch=UserSwitch, host=PlainHost, link=Link,
                   controller=remote, waitConnected=False)
