"""Hosts that speak IPv6, or cease to, and the addresses that they say they have."""

import json
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from topologies import plan


@dataclass(frozen=True)
class Address:
    """A global address as the host prints it: `tentative` while duplicates are looked for."""

    address: str
    deprecated: bool
    tentative: bool

    def is_of(self, edge_name):
        """Whether it is of the prefix that an edge announces."""
        return ip_address(self.address) in ip_network(plan.BY_NAME[edge_name].prefix6)


def speak_ipv6(node, speaking=True, announced=True):
    """Let all interfaces of a host have IPv6, or not; with `announced`, addresses of the prefixes that it hears of."""
    hears = int(announced)
    node.cmd(f"sysctl -qw net.ipv6.conf.default.accept_ra={hears} net.ipv6.conf.all.accept_ra={hears}")
    for interface in node.intfNames():
        node.cmd(f"sysctl -qw net.ipv6.conf.{interface}.accept_ra={hears}")
    node.cmd(f"sysctl -qw net.ipv6.conf.all.disable_ipv6={int(not speaking)} "
             f"net.ipv6.conf.default.disable_ipv6={int(not speaking)}")


def take_address(node):
    """Let the mobile node speak IPv6 with one configured address of its home at edge 1, and no other."""
    interface = node.defaultIntf()
    speak_ipv6(node, announced=False)
    node.cmd(f"ip -6 addr add {plan.NODE.address6} dev {interface}; "
             f"ip -6 route add default via {plan.EDGES[0].gateway6} dev {interface}")


def addresses(node):
    """The global addresses of a host."""
    listing = json.loads(node.cmd("ip -j -6 addr show scope global"))
    return [Address(one["local"], one.get("preferred_life_time") == 0, bool(one.get("tentative")))
            for interface in listing for one in interface.get("addr_info", []) if "local" in one]


def usable(node, edge_name):
    """The addresses of an edge's prefix that a host has and may use, deprecated or not."""
    return [one for one in addresses(node) if one.is_of(edge_name) and not one.tentative]


def preferred(node, edge_name):
    """The address of an edge's prefix that a host uses for new sessions, or None."""
    return next((one.address for one in usable(node, edge_name) if not one.deprecated), None)


def settled(node, edge_name):
    """Whether a host has an address of an edge's prefix for new sessions, and looks for duplicates of none: also not of
    its link-local address, without which no program can use DHCPv6."""
    return preferred(node, edge_name) is not None and "tentative" not in node.cmd("ip -6 addr show")
