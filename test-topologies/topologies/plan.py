"""The address plan of `campus`: every name, port number and address, in one place.

Ports of an edge: 1 and 2 lead to the core switches, 3 to its access point, 4 is a second
access port, 10 is the uplink. Ports of a core switch: N leads to edge N, 5 to the other core.
"""

from dataclasses import dataclass, replace
from pathlib import Path

CONFIGURATION = Path(__file__).with_name("campus.json")   # the network configuration that belongs to campus

PORT_CORE = {1: 1, 2: 2}      # core number -> port of every edge
PORT_AP = 3
PORT_ACCESS = 4
PORT_UPLINK = 10
PORT_CORE_PEER = 5            # the link between the two core switches

GATEWAY_MAC = "02:00:5e:00:00:01"   # the same at every edge, so that a host that moved notices nothing


@dataclass(frozen=True)
class Edge:
    """One edge switch: an anchor with a home prefix, an uplink and a pool of outside addresses."""

    number: int

    @property
    def name(self):
        return f"edge{self.number}"

    @property
    def dpid(self):
        return f"{self.number:016x}"

    @property
    def device(self):
        """Device id as the controller writes it."""
        return f"of:{self.dpid}"

    @property
    def prefix(self):
        return f"10.{self.number}.0.0/24"

    @property
    def area(self):
        """All addresses that the router sends here: the home prefix of `campus-dhcp`, which is the wider one."""
        return f"10.{self.number}.0.0/16"

    @property
    def gateway(self):
        return f"10.{self.number}.0.1"

    @property
    def router_address(self):
        """Address of the outside router on this uplink."""
        return f"192.0.2.{4 * self.number - 3}"

    @property
    def uplink_address(self):
        """The anchor's own address on its uplink."""
        return f"192.0.2.{4 * self.number - 2}"

    @property
    def prefix6(self):
        """IPv6 prefix that nodes at this edge make themselves addresses of."""
        return f"2001:db8:0:{self.number}::/64"

    @property
    def gateway6(self):
        return f"2001:db8:0:{self.number}::1"

    @property
    def router_address6(self):
        """IPv6 address of the outside router on this uplink."""
        return f"2001:db8:f:{self.number}::1"

    @property
    def uplink_address6(self):
        """The anchor's own IPv6 address on its uplink."""
        return f"2001:db8:f:{self.number}::2"

    @property
    def pool(self):
        """Outside addresses that this anchor gives to nodes from elsewhere."""
        return f"198.51.100.{64 * (self.number - 1)}/26"

    @property
    def pool6(self):
        """IPv6 addresses that this anchor gives to nodes, where the configuration has it do so."""
        return f"2001:db8:a:{self.number}::/120"

    @property
    def backup(self):
        """The edge whose uplink stands in while this one's is dead, or None."""
        return Edge(BACKUPS[self.number]) if self.number in BACKUPS else None

    @property
    def access_point(self):
        """Bridge that plays this edge's access point, in the namespace `air`."""
        return f"ap{self.number}"

    def interface(self, port):
        """Name of the switch-side interface of a port."""
        return f"{self.name}-eth{port}"


@dataclass(frozen=True)
class HostPlan:
    """A host: its name, address with prefix length, gateway and (where fixed) MAC address."""

    name: str
    address: str
    gateway: str
    mac: str = ""
    address6: str = ""            # of a host inside only where a bench gives it that: else it makes itself some

    @property
    def ip(self):
        return self.address.split("/")[0]

    @property
    def ip6(self):
        return self.address6.split("/")[0]

    def ip_of(self, family):
        """Its address of a family, `IPv4` or `IPv6`."""
        return self.ip6 if family == "IPv6" else self.ip


BACKUPS = {1: 2, 2: 1}        # edge number -> the one whose uplink stands in; nobody does for the others


@dataclass(frozen=True)
class Variant:
    """A form of the topology: its name, its network configuration, whether hosts inside have addresses, and whether links
    between switches are pairs of interfaces, which can be unplugged and listened to."""

    name: str
    configuration: Path
    addresses: bool = True
    wired: bool = True

    def unwired(self):
        """The same with patch ports between the switches, for measurements of time: Open vSwitch passes packets on within
        its process. A pair of interfaces costs it system calls for every packet and switch, and with them most of a
        processor that the controller then lacks."""
        return replace(self, wired=False)


CAMPUS = Variant("campus", CONFIGURATION)
CAMPUS_DHCP = Variant("campus-dhcp", CONFIGURATION.with_name("campus-dhcp.json"), addresses=False)
VARIANTS = {variant.name: variant for variant in (CAMPUS, CAMPUS_DHCP)}

EDGES = tuple(Edge(n) for n in (1, 2, 3, 4))
BY_NAME = {edge.name: edge for edge in EDGES}

CORES = {1: ("core1", "0000000000000011"), 2: ("core2", "0000000000000012")}

NODE = HostPlan("mn", "10.1.0.10/24", "10.1.0.1", "00:00:00:00:01:10", "2001:db8:0:1::10/64")
INSIDE = HostPlan("cn", "10.4.0.20/24", "10.4.0.1", "00:00:00:00:04:20")
NODE_AIR = "mn-air"           # the node's radio: the end of its veth pair that the air moves about

ROUTER = "internet"
ROUTER_LAN = "203.0.113.1/24"
ROUTER_LAN6 = "2001:db8:cafe::1/64"
OUTSIDE = tuple(HostPlan(name, f"203.0.113.{last}/24", "203.0.113.1", "", f"2001:db8:cafe::{last}/64") for name, last in
                (("sip", 10), ("conf", 20), ("web", 30), ("mail", 40), ("admin", 50)))
OUTSIDE_BY_NAME = {host.name: host for host in OUTSIDE}

AIR = "air"


def edge_of_device(device):
    """The edge with this device id, or None (a core switch)."""
    return next((edge for edge in EDGES if edge.device == device), None)
