"""A branch office beyond the router: one more router, and a host on a link that takes smaller packets than others."""

from topologies import plan
from topologies.campus import PlainHost, quiet
from topologies.ipv6 import speak_ipv6

MTU = 1300
ROUTER, HOST = "branch", "far"
ROUTER_LAN, ROUTER_LAN6 = "203.0.113.200", "2001:db8:cafe::200"
LINK, LINK6 = "198.18.0.0/30", "2001:db8:b::/64"
GATEWAY, ADDRESS = "198.18.0.1", "198.18.0.2"
GATEWAY6, ADDRESS6 = "2001:db8:b::1", "2001:db8:b::2"


class Branch:
    """Adds both to a campus that is up; they go with it."""

    def __init__(self, world):
        self._world = world
        outside, router, host = world.net[plan.ROUTER], self._node(ROUTER), self._node(HOST)
        world.net.addLink(router, outside, intfName1="to-lan", intfName2=f"to-{ROUTER}")
        world.net.addLink(host, router, intfName1=f"{HOST}-eth0", intfName2="to-far")
        for node in (router, host):
            quiet(node)
            speak_ipv6(node, announced=False)
        outside.cmd(f"ip link set to-{ROUTER} master lan up; ip route add {LINK} via {ROUTER_LAN}; "
                    f"ip -6 route add {LINK6} via {ROUTER_LAN6}")
        router.cmd("sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1")
        router.cmd(f"ip link set to-far mtu {MTU}")
        self._address(router, "to-lan", f"{ROUTER_LAN}/24", f"{ROUTER_LAN6}/64")
        self._address(router, "to-far", f"{GATEWAY}/30", f"{GATEWAY6}/64")
        default(router, plan.ROUTER_LAN.split("/")[0], plan.ROUTER_LAN6.split("/")[0])
        host.cmd(f"ip link set {HOST}-eth0 mtu {MTU}")
        self._address(host, f"{HOST}-eth0", f"{ADDRESS}/30", f"{ADDRESS6}/64")
        default(host, GATEWAY, GATEWAY6)

    def _node(self, name):
        node = self._world.net.addHost(name, cls=PlainHost, ip=None)
        self._world.record.add_process(node.pid)
        return node

    @staticmethod
    def _address(node, interface, address, address6):
        node.cmd(f"ethtool -K {interface} tx off; ip addr add {address} dev {interface}; ip link set {interface} up; "
                 f"ip -6 addr add {address6} dev {interface} nodad")


def default(node, gateway, gateway6):
    """A way out."""
    node.cmd(f"ip route add default via {gateway}; ip -6 route add default via {gateway6}")
