"""Stock Linux hosts that make themselves an IPv6 address wherever they go: old sessions go on, new ones use the new
prefix."""

import socket
import time
import unittest
from ipaddress import ip_address, ip_network

from scenarios.handovers.families import BothFamilies
from scenarios.stage import Stage
from tests.system.sessions import Echo, Session
from topologies import branch, ipv6, plan
from topologies.frames import FrameTap
from topologies.netns import socket_in

STAGE = Stage()
WEB = plan.OUTSIDE_BY_NAME["web"]
TIMEOUT_S = 10.0
PATH = ("edge2", "edge3", "edge4", "edge1")


def setUpModule():  # noqa: N802, the name is unittest's
    STAGE.__enter__()
    unittest.addModuleCleanup(STAGE.strike)


def host(name):
    return STAGE.world.net[name]


def said(name):
    """The addresses of a host, for a person."""
    return ipv6.addresses(host(name))


def of_edge(name, edge_name):
    """Whether the addresses of a host that are of an edge's prefix are deprecated, one by one."""
    return [one.deprecated for one in ipv6.usable(host(name), edge_name)]


def eventually(holds):
    deadline = time.monotonic() + TIMEOUT_S
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


class PathMtuTest(unittest.TestCase):
    """Behind the outside router there is another one, and behind that a link for smaller packets. Addresses of both
    families are lent, so what the second router says has to come back through the rewrite."""

    HEADERS = {4: 28, 6: 48}      # bytes of IP and ICMP headers of a ping
    FAR = {4: branch.ADDRESS, 6: branch.ADDRESS6}
    POOL = {4: "pool", 6: "pool6"}
    PINGS = {4: (b"\x08\x00", slice(26, 30), 34, 8), 6: (b"\x86\xdd", slice(22, 38), 54, 128)}   # where in a frame

    @classmethod
    def setUpClass(cls):
        branch.Branch(STAGE.world)
        families = BothFamilies(STAGE.world)
        families.__enter__()
        cls.addClassCleanup(families.__exit__)

    def run_in_node(self, command):
        return host(plan.NODE.name).cmd(command)

    def setUp(self):
        self.run_in_node("ip route flush cache; ip -6 route flush cache")

    def ping(self, family, size):
        """What ping says of packets of so many bytes that nobody may cut."""
        return self.run_in_node(f"ping -{family} -n -M do -c3 -i0.3 -W1 -s {size - self.HEADERS[family]} "
                                f"{self.FAR[family]}")

    def assert_found(self, edge):
        for family in (4, 6):
            self.assertTrue(eventually(lambda: " 0% packet loss" in self.ping(family, 200)), self.ping(family, 200))
            said = self.ping(family, 1500)
            self.assertRegex(said, f"mtu ?= ?{branch.MTU}")
            self.assertIn(" 0 received", said)
            self.assertIn(" 3 received", self.ping(family, branch.MTU))
            self.assertIn("mtu", self.ping(family, branch.MTU + 1), "the kernel knows by now")
            self.run_in_node("ip route flush cache; ip -6 route flush cache")
            trace = self.run_in_node(f"tracepath -{family} -n {self.FAR[family]}")
            print(f"\n  at {edge}, as {self.seen(family)}:\n{trace.rstrip()}")
            self.assertIn(f"pmtu {branch.MTU}", trace)
            self.assertIn("reached", trace)
            self.assertIn(ip_address(self.seen(family)), ip_network(getattr(plan.BY_NAME[edge], self.POOL[family])))

    def seen(self, family):
        """The node's address as the far host sees it."""
        kind, source, icmp, request = self.PINGS[family]
        with FrameTap(f"{branch.HOST}-eth0", STAGE.world.pid(branch.HOST)) as tap:
            self.ping(family, 200)
            while (got := tap.read(1.0)) is not None:
                if got[1][12:14] == kind and got[1][icmp] == request:
                    return str(ip_address(got[1][source]))
        return None

    def test_fragments_of_both_families_pass_the_rewrite(self):
        self.assertTrue(eventually(lambda: "tentative" not in self.run_in_node("ip -6 addr")))
        peer = plan.OUTSIDE_BY_NAME["sip"]
        for family, kind in (("IPv4", socket.AF_INET), ("IPv6", socket.AF_INET6)):
            with self.udp(peer.name, kind, (peer.ip_of(family), 16384)) as there, \
                    self.udp(plan.NODE.name, kind, (plan.NODE.ip_of(family), 6000)) as here:
                for size in (100, 2000, 8000):
                    sent = bytes(number * 7 % 251 for number in range(size))
                    here.sendto(sent, there.getsockname())
                    got, source = there.recvfrom(1 << 16)
                    there.sendto(got, source)
                    self.assertEqual((sent, sent), (got, here.recv(1 << 16)), f"{family}, {size} bytes")
                    self.assertNotEqual(plan.NODE.ip_of(family), source[0], "there was no rewrite")

    @staticmethod
    def udp(name, family, address):
        """A UDP socket in the namespace of a host."""
        end = socket_in(STAGE.world.pid(name), family, socket.SOCK_DGRAM)
        end.settimeout(5.0)
        end.bind(address)
        return end

    def test_the_path_mtu_is_found_through_the_rewrite_wherever_the_node_is(self):
        for edge in ("edge1", "edge2"):
            if STAGE.world.air.place != edge:
                STAGE.world.air.move("air", edge)
                time.sleep(1)
            self.assert_found(edge)


class PrefixPerAnchorTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        echo = Echo(STAGE.world.pid(WEB.name))
        cls.addClassCleanup(echo.close)
        for name in (plan.NODE.name, plan.INSIDE.name):
            ipv6.speak_ipv6(host(name))
            cls.addClassCleanup(ipv6.speak_ipv6, host(name), speaking=False)

    def setUp(self):
        if STAGE.world.air.place != "edge1":
            STAGE.world.air.move("air", "edge1")
        self.assertTrue(eventually(lambda: of_edge(plan.NODE.name, "edge1") == [False]), said(plan.NODE.name))

    def session(self):
        session = Session(STAGE.world.pid(plan.NODE.name), WEB.ip6)
        self.addCleanup(session.close)
        return session

    def test_sessions_go_on_and_new_ones_use_the_new_prefix(self):
        sessions = [self.session()]
        for number, target in enumerate(PATH):
            STAGE.world.air.move("hard" if number % 2 else "air", target)
            self.assertTrue(eventually(lambda: of_edge(plan.NODE.name, target) == [False]), said(plan.NODE.name))
            STAGE.world.air.restore_ports()
            others = [edge for edge in ("edge1", *PATH[:number]) if edge != target]
            for edge in others:
                self.assertEqual([True], of_edge(plan.NODE.name, edge), said(plan.NODE.name))
            self.assertTrue(all(session.goes_on() for session in sessions))
            sessions.append(self.session())
            self.assertIn(ip_address(sessions[-1].source), ip_network(plan.BY_NAME[target].prefix6))
            self.assertTrue(sessions[-1].goes_on())
            print("\n" + host(plan.NODE.name).cmd("ip -6 addr show scope global").strip())

    def test_nodes_inside_reach_each_other(self):
        self.assertTrue(eventually(lambda: of_edge(plan.INSIDE.name, "edge4") == [False]), said(plan.INSIDE.name))
        other = ipv6.preferred(host(plan.INSIDE.name), "edge4")
        answer = host(plan.NODE.name).cmd(f"ping -6 -c3 -i0.2 -W1 {other}")
        self.assertIn(" 3 received", answer)

    def test_a_duplicate_is_found_by_the_second_host(self):
        taken = ipv6.preferred(host(plan.NODE.name), "edge1")
        second = host(plan.INSIDE.name)
        self.addCleanup(second.cmd, f"ip -6 addr del {taken}/64 dev {second.defaultIntf()}")
        second.cmd(f"ip -6 addr add {taken}/64 dev {second.defaultIntf()}")
        self.assertTrue(eventually(lambda: "dadfailed" in second.cmd(f"ip -6 addr show to {taken}")),
                        second.cmd("ip -6 addr"))
        self.assertNotIn("dadfailed", host(plan.NODE.name).cmd("ip -6 addr"))

    def test_the_gateway_is_as_a_router_to_a_host(self):
        node, edge = host(plan.NODE.name), plan.EDGES[0]
        for gateway in (edge.gateway, edge.gateway6):
            self.assertTrue(eventually(lambda: " 1 received" in node.cmd(f"ping -c1 -W1 -s 3000 {gateway}")),
                            "in fragments: " + gateway)
            self.assertIn("reached", node.cmd(f"tracepath -n -m 3 {gateway}"))
        self.assertIn("Received 1", node.cmd(f"arping -D -c 1 -w 2 -I {node.defaultIntf()} {edge.gateway}"))
        self.addCleanup(node.cmd, f"ip -6 addr del {edge.gateway6}/64 dev {node.defaultIntf()}")
        node.cmd(f"ip -6 addr add {edge.gateway6}/64 dev {node.defaultIntf()}")
        self.assertTrue(eventually(lambda: "dadfailed" in node.cmd(f"ip -6 addr show to {edge.gateway6}")),
                        node.cmd("ip -6 addr"))


if __name__ == "__main__":
    unittest.main()
