"""Hosts without addresses and Debian's own DHCP client, with real traffic: one controller and one `campus-dhcp`."""

import json
import re
import tempfile
import time
import unittest
from ipaddress import ip_address, ip_network
from pathlib import Path

from scenarios import controller, dhcpload, hosts_bench
from scenarios.dhclient import LEASE_S, Dhclient
from scenarios.dnsmasq import Dnsmasq
from scenarios.progress import say
from scenarios.rest import APP, Controller
from scenarios.stage import Stage
from scenarios.stock_host import ROUND, StockHost, verdicts
from tests.system.switches import eventually
from topologies import ipv6, plan
from topologies.record import RUN_DIRECTORY

REST = Controller(timeout_s=30.0)
STAGE = Stage(plan.CAMPUS_DHCP)
SETTLED_S = 1.1                # timers.probe, and a little
LOG = RUN_DIRECTORY / "controller" / "onos" / "apache-karaf" / "data" / "log" / "karaf.log"
CLIENTS = 300
RENEW_REBIND_S = (5, 9)       # of a client that is not to be waited for
WEB = plan.OUTSIDE_BY_NAME["web"]


def setUpModule():  # noqa: N802, the name is unittest's
    STAGE.__enter__()
    unittest.addModuleCleanup(STAGE.strike)


def grant(address):
    """The grant of an address, or None."""
    return next((one for one in REST.get("/dmm/v1/grants")["grants"] if one["address"] == address), None)


def place(host):
    """The edge where the controller believes a host to be, or None."""
    binding = REST.binding(host.mac)
    return binding["attachments"][-1]["edge"] if binding else None


def settle(host):
    """Wait until a host has been for so long where it is that it may give its address back: one that has just come may be
    a forger."""
    since = REST.binding(host.mac)["attachments"][-1]["since"]
    time.sleep(max(0.0, since / 1e3 + SETTLED_S - time.time()))


def configure(case, path, change):
    """Put the configuration of campus-dhcp in force, with a change to its `dmm` part, until the test is over."""
    document = json.loads(plan.CAMPUS_DHCP.configuration.read_text())
    change(document["apps"][APP]["dmm"])
    path.write_text(json.dumps(document))
    case.addCleanup(put_in_force, case, plan.CAMPUS_DHCP.configuration)
    put_in_force(case, path)


def put_in_force(case, path):
    """Give ONOS another configuration than the present one, and wait until the app has taken it."""
    def taken():
        return LOG.read_text(errors="replace").count("Configuration in force")
    before = taken()
    case.assertEqual(0, controller.call("cfg", path).returncode)
    case.assertTrue(eventually(lambda: taken() > before), "the app does not take the configuration")


class HostTest(unittest.TestCase):
    """One host after another gets an address, moves with it, and gives it back."""

    @classmethod
    def setUpClass(cls):
        cls.air = STAGE.world.air
        cls.directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.directory.cleanup)
        cls.node = Dhclient(STAGE.world.pid(plan.NODE.name), f"{plan.NODE.name}-eth0", Path(cls.directory.name) / "mn")
        cls.inside = Dhclient(STAGE.world.pid(plan.INSIDE.name), f"{plan.INSIDE.name}-eth0",
                              Path(cls.directory.name) / "cn")
        cls.addClassCleanup(cls.inside.stop)
        cls.addClassCleanup(cls.node.stop)

    def run_in(self, host, command):
        return STAGE.world.net[host.name].cmd(command)

    def addresses(self, host):
        """The addresses of a host's interface, as the host says."""
        listing = json.loads(self.run_in(host, f"ip -j -4 addr show dev {host.name}-eth0"))
        return [one["local"] for link in listing for one in link.get("addr_info", ())]

    def assert_pings(self, host, address):
        self.assertTrue(eventually(lambda: " 1 received" in self.run_in(host, f"ping -c1 -W1 {address}"), 5),
                        f"{host.name} does not reach {address}\n{self.node.said()}")

    def test_life_of_a_lease(self):
        address = self.attach()
        self.keep_it_at_every_edge(address)
        self.be_noticed_by_asking(address)
        self.talk_to_a_reserved_host(address)
        self.give_it_back(address)

    def attach(self):
        self.node.start()
        address = self.node.await_acks(1, 20)
        self.assertIn(ip_address(address), ip_network(plan.EDGES[0].area))
        self.assertEqual([address], self.addresses(plan.NODE))
        self.assertTrue(eventually(lambda: place(plan.NODE) == "edge1", 5))
        self.assertEqual("GRANTED", grant(address)["state"])
        interface = json.loads(self.run_in(plan.NODE, f"ip -j link show dev {plan.NODE.name}-eth0"))[0]
        self.assertEqual(1400, interface["mtu"])
        self.assertIn(f"default via {plan.EDGES[0].gateway}", self.run_in(plan.NODE, "ip route"))
        self.assertIn("nameserver 203.0.113.30", self.node.resolver())
        self.assertIn("campus.example", self.node.resolver())
        self.assert_pings(plan.NODE, plan.OUTSIDE_BY_NAME["web"].ip)
        self.air.readdress(address)
        return address

    def keep_it_at_every_edge(self, address):
        for edge in ("edge2", "edge3", "edge4", "edge1"):
            self.air.move("air", edge)
            self.assert_pings(plan.NODE, plan.OUTSIDE_BY_NAME["web"].ip)
            self.assertEqual([address], self.addresses(plan.NODE))
            self.assertTrue(eventually(lambda: place(plan.NODE) == edge, 5))

    def be_noticed_by_asking(self, address):
        self.node.stop()
        self.air.slip("edge2")
        known = len(self.node.acks())
        self.node.start()
        self.assertEqual(address, self.node.await_acks(known + 1, 20))
        self.assertTrue(eventually(lambda: place(plan.NODE) == "edge2", 5))
        self.assertEqual("DHCP", REST.binding(plan.NODE.mac)["attachments"][-1]["trigger"])
        self.assert_pings(plan.NODE, plan.OUTSIDE_BY_NAME["web"].ip)

    def talk_to_a_reserved_host(self, address):
        self.inside.start()
        self.assertEqual(plan.INSIDE.ip, self.inside.await_acks(1, 20))
        self.assert_pings(plan.INSIDE, address)
        self.assert_pings(plan.NODE, plan.INSIDE.ip)

    def give_it_back(self, address):
        settle(plan.NODE)
        self.node.release()
        self.assertTrue(eventually(lambda: grant(address)["state"] == "RETURNED", 5), grant(address))
        self.assertEqual([], self.addresses(plan.NODE))
        self.assertTrue(eventually(lambda: REST.binding(plan.NODE.mac) is None, 5))


class RenewElsewhereTest(unittest.TestCase):
    """Debian's client renews its lease, and asks any server for it, where it did not get it."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.host = STAGE.world.net[plan.NODE.name]
        if STAGE.world.air.place != "edge1":
            STAGE.world.air.slip("edge1")
        self.client = Dhclient(STAGE.world.pid(plan.NODE.name), f"{plan.NODE.name}-eth0", Path(directory.name) / "mn",
                               timers=RENEW_REBIND_S)
        self.addCleanup(STAGE.world.air.readdress, "")
        self.addCleanup(self.client.release)
        self.client.start()
        self.address = self.client.await_acks(1, 20)
        STAGE.world.air.readdress(self.address)

    def test_a_lease_is_renewed_at_the_second_edge_and_rebound_at_the_third(self):
        # of whichever anchor its address is: a client gets the one that it had last (RFC 2131, section 4.3.1)
        gateway = next(edge.gateway for edge in plan.EDGES if ip_address(self.address) in ip_network(edge.area))
        STAGE.world.air.move("air", "edge2")
        self.assert_asks(gateway, "edge2")
        self.host.cmd(f"ip route add blackhole {gateway}/32")     # nothing gets to the server alone
        self.addCleanup(self.host.cmd, f"ip route del blackhole {gateway}/32")
        STAGE.world.air.move("air", "edge3")
        self.assert_asks("255.255.255.255", "edge3")

    def assert_asks(self, to, edge):
        """From now on the client asks so, and is answered where it is; nothing of its address changes."""
        before = len(self.client.said())
        asked = f"DHCPREQUEST for {self.address} on mn-eth0 to {to} port 67\nDHCPACK of {self.address} from"
        self.assertTrue(eventually(lambda: asked in self.client.said()[before:], 2 * RENEW_REBIND_S[1]),
                        self.client.said())
        self.assertNotIn("DHCPDISCOVER", self.client.said()[before:])
        self.assertEqual(f"{plan.BY_NAME[edge].device}/{plan.PORT_AP}", grant(self.address)["port"])
        self.assertEqual(edge, place(plan.NODE))
        self.assertTrue(eventually(lambda: " 1 received" in self.host.cmd(f"ping -c1 -W1 {WEB.ip}"), 5),
                        self.client.said())


class InformationTest(unittest.TestCase):
    """Debian's client asks for information by DHCPv6, and nothing else."""

    def test_a_host_is_told_name_server_and_domain(self):
        with tempfile.TemporaryDirectory() as directory:
            client = Dhclient(STAGE.world.pid(plan.INSIDE.name), f"{plan.INSIDE.name}-eth0", Path(directory) / "cn",
                              protocol=("-6", "-S"))
            self.addCleanup(client.stop)
            host = STAGE.world.net[plan.INSIDE.name]
            ipv6.speak_ipv6(host)
            self.addCleanup(ipv6.speak_ipv6, host, speaking=False)
            self.assertTrue(eventually(lambda: ipv6.settled(host, "edge4"), 10), host.cmd("ip -6 addr"))
            client.start()
            client.await_said("Reply message on", 20)
            self.assertTrue(eventually(lambda: "2001:db8:cafe::30" in client.resolver(), 5), client.said())
            self.assertIn("campus.example", client.resolver())


class RelayTest(unittest.TestCase):
    """At an edge without a range a server that is not ours gives the addresses, of both families."""

    EDGE = plan.BY_NAME["edge3"]
    SERVER = plan.OUTSIDE_BY_NAME["admin"]

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        configure(self, self.directory / "relay.json", self.without_range)
        self.server = Dnsmasq(
            STAGE.world.pid(self.SERVER.name), self.directory,
            "--dhcp-range=set:edge3,10.3.1.10,10.3.1.50,255.255.0.0,1h",
            f"--dhcp-option=tag:edge3,3,{self.EDGE.gateway}",
            f"--dhcp-circuitid=set:port,{self.EDGE.device}/{plan.PORT_AP}", "--dhcp-option=tag:port,15,port.example",
            f"--dhcp-circuitid=set:elsewhere,{plan.BY_NAME['edge4'].device}/{plan.PORT_AP}",
            "--dhcp-option=tag:elsewhere,15,elsewhere.example",
            "--dhcp-range=2001:db8:0:3::1000,2001:db8:0:3::1fff,64,1h",
            "--dhcp-option=option6:dns-server,[2001:db8:cafe::30]")
        self.addCleanup(self.server.close)
        self.addCleanup(STAGE.world.air.readdress, "")
        if STAGE.world.air.place != self.EDGE.name:
            STAGE.world.air.slip(self.EDGE.name)
        self.host = STAGE.world.net[plan.NODE.name]

    def without_range(self, dmm):
        """No range at the edge, and the server outside for both families."""
        dmm["dhcp"]["ranges"] = [one for one in dmm["dhcp"]["ranges"] if not one.startswith("10.3.")]
        dmm["dhcp"]["relay"] = self.SERVER.ip
        dmm["dhcp6"] = {"relay": self.SERVER.ip6}

    def client(self, name, *protocol):
        client = Dhclient(STAGE.world.pid(plan.NODE.name), f"{plan.NODE.name}-eth0", self.directory / name,
                          protocol=protocol, timers=RENEW_REBIND_S if protocol == ("-4",) else None)
        self.addCleanup(client.stop)
        client.start()
        return client

    def pings(self, address):
        return eventually(lambda: " 1 received" in self.host.cmd(f"ping -c1 -W1 {address}"), 5)

    def test_a_server_outside_gives_addresses_and_reads_where_they_are_for(self):
        client = self.client("mn", "-4")
        address = client.await_acks(1, 20)
        self.assertIn(ip_address(address), ip_network("10.3.1.0/24"), self.server.said())
        self.assertIn("port.example", client.resolver(), "option 82 says which port it is\n" + self.server.said())
        self.assertIn(f"from {self.EDGE.gateway}", client.said(), "the server calls itself by the gateway (RFC 5107)")
        self.assertTrue(self.pings(plan.OUTSIDE_BY_NAME["web"].ip), self.server.said())
        STAGE.world.air.readdress(address)
        STAGE.world.air.move("air", "edge2")
        self.assertTrue(self.pings(plan.OUTSIDE_BY_NAME["web"].ip))
        self.ask_elsewhere(client, address, self.EDGE.gateway)
        self.host.cmd(f"ip route add blackhole {self.EDGE.gateway}/32")
        self.addCleanup(self.host.cmd, f"ip route del blackhole {self.EDGE.gateway}/32")
        STAGE.world.air.move("air", "edge4")
        self.ask_elsewhere(client, address, "255.255.255.255")
        self.assertIn("elsewhere.example", client.resolver(), "option 82 says where the node is now")
        self.assertEqual(f"{plan.BY_NAME['edge4'].device}/{plan.PORT_AP}", grant(address)["port"])
        self.host.cmd(f"ip route del blackhole {self.EDGE.gateway}/32")      # it is told alone
        settle(plan.NODE)
        client.release()
        self.assertTrue(eventually(lambda: grant(address)["state"] == "RETURNED", 5), grant(address))
        # ONOS remembers what the host had in the cases before, and tells; that is not what was given back
        self.assertTrue(eventually(lambda: address not in self.held(), 5))
        STAGE.world.air.readdress("")
        STAGE.world.air.slip(self.EDGE.name)

    def held(self):
        """The addresses of the node, as the controller says."""
        return (REST.binding(plan.NODE.mac) or {"addresses": ()})["addresses"]

    def ask_elsewhere(self, client, address, to):
        before = len(client.said())
        asked = f"DHCPREQUEST for {address} on mn-eth0 to {to} port 67\nDHCPACK of {address} from {self.EDGE.gateway}"
        self.assertTrue(eventually(lambda: asked in client.said()[before:], 20), client.said() + self.server.said())

    def test_a_server_outside_gives_ipv6_addresses(self):
        ipv6.speak_ipv6(self.host)
        self.addCleanup(ipv6.speak_ipv6, self.host, speaking=False)
        self.assertTrue(eventually(lambda: ipv6.settled(self.host, self.EDGE.name), 10), self.host.cmd("ip -6 addr"))
        client = self.client("mn6", "-6")
        client.await_said("Bound to lease", 20)
        self.assertTrue(eventually(self.given, 5), self.host.cmd("ip -6 addr") + self.server.said())
        address = self.given()
        self.assertTrue(eventually(lambda: address in self.held()))
        self.assertTrue(self.pings(f"-I {address} {WEB.ip6}"), self.host.cmd("ip -6 addr; ip -6 route"))
        self.assertIn("2001:db8:cafe::30", client.resolver())
        self.keep_it_elsewhere(client, address)

    def given(self):
        """The address of the server's range that the host has, or None; its client says that it is bound before."""
        return next((one.address for one in ipv6.addresses(self.host) if "::1" in one.address), None)

    def keep_it_elsewhere(self, client, address):
        """At another edge the node goes on with its address, and the server outside confirms it."""
        STAGE.world.air.slip("edge2")     # what it says of IPv4 would show it, and it has none
        self.assertTrue(self.pings(f"-I {address} {WEB.ip6}"), self.host.cmd("ip -6 addr; ip -6 route"))
        client.stop()
        client.start()
        self.assertTrue(eventually(lambda: "DHCPCONFIRM" in self.server.said(), 10),
                        client.said() + self.server.said())
        self.assertTrue(eventually(lambda: client.said().count("Bound to lease") == 2, 5), client.said())
        self.assertNotIn("Max retransmission", client.said(), "the server has answered\n" + self.server.said())
        self.assertEqual(address, self.given())
        self.assertTrue(self.pings(f"-I {address} {WEB.ip6}"))
        for edge, which, asked in (("edge2", "renew", "DHCPRENEW"), ("edge4", "rebind", "DHCPREBIND")):
            self.ask_again(client, edge, which, asked)
            self.assertEqual(address, self.given())
            self.assertTrue(self.pings(f"-I {address} {WEB.ip6}"))
        STAGE.world.air.slip(self.EDGE.name)

    def ask_again(self, client, edge, which, asked):
        """At an edge the time comes at which the client asks for more time."""
        client.stop()
        if STAGE.world.air.place != edge:
            STAGE.world.air.slip(edge)
        client.let_time_pass(which)
        before, served = len(client.said()), len(self.server.said())
        client.start()
        self.assertTrue(eventually(lambda: asked in self.server.said()[served:], 10),
                        client.said()[before:] + self.server.said()[served:])
        self.assertTrue(eventually(lambda: re.search(f"XMT: {which.title()} on .*RCV: Reply message on .*Bound to lease",
                                                     client.said()[before:], re.DOTALL), 10), client.said()[before:])
        self.assertNotIn("Max retransmission", client.said()[before:])


class RenewTest(unittest.TestCase):
    """By policy a node gets a new address at a new edge, when it next speaks to the server; until then it goes on."""

    def test_a_node_that_asks_at_another_edge_gets_an_address_there(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        configure(self, Path(directory.name) / "renew.json", lambda dmm: dmm["dhcp"].update(onMove="renew"))
        if STAGE.world.air.place != "edge1":
            STAGE.world.air.slip("edge1")
        client = Dhclient(STAGE.world.pid(plan.NODE.name), f"{plan.NODE.name}-eth0", Path(directory.name) / "mn")
        self.addCleanup(client.release)
        client.start()
        before = client.await_acks(1, 20)
        self.assertIn(ip_address(before), ip_network(plan.EDGES[0].area))
        STAGE.world.air.readdress(before)
        self.addCleanup(STAGE.world.air.readdress, "")
        STAGE.world.air.move("air", "edge2")
        self.assert_pings()
        client.stop()
        client.start()
        after = client.await_acks(2, 20)
        self.assertIn("DHCPNAK", client.said())
        self.assertIn(ip_address(after), ip_network(plan.EDGES[1].area))
        self.assert_pings()
        self.assertEqual("edge2", place(plan.NODE))
        self.assertEqual("GRANTED", grant(before)["state"], "nobody else has it before its time is over")

    def assert_pings(self):
        host = STAGE.world.net[plan.NODE.name]
        self.assertTrue(eventually(lambda: " 1 received" in host.cmd(f"ping -c1 -W1 {WEB.ip}"), 5),
                        host.cmd("ip addr; ip route"))


class StockHostTest(unittest.TestCase):
    """A host as it comes from the shop, with Debian's DHCP client and the kernel's own IPv6, goes through all edges; as
    `bench hosts` has it."""

    STALL_MS = 150.0              # how long a loaded machine may stand still

    def test_sessions_go_on_at_every_edge_and_new_ones_use_the_new_prefix(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        host = StockHost(STAGE.world, REST, Path(directory.name))
        self.addCleanup(host.close)
        host.start()
        host.play(1, lambda words: say("  " + words))
        say("\n".join(hosts_bench.lines(host)))
        self.assertEqual([], [f"{one.promise}: {one.numbers}" for one in verdicts(host, self.STALL_MS) if not one.held])
        self.assertEqual([], [step.table for step in host.steps if not step.handover])
        for number, (_kind, edge) in enumerate(ROUND):
            self.assert_table(host.steps[number].addresses, edge,
                              {"edge1", *(other for _kind, other in ROUND[:number])})

    def assert_table(self, addresses, here, known):
        """One address of each edge where the host has been, all of them deprecated but the present one's."""
        for edge in known | {here}:
            self.assertEqual([edge != here], [one.deprecated for one in addresses if one.is_of(edge)], addresses)


class LoadTest(unittest.TestCase):
    """Many clients at one port: each gets an address, none is given twice, all are there after a restart."""

    def test_leases_are_unique_and_survive_a_restart(self):
        pid, interface = STAGE.world.pid(plan.INSIDE.name), f"{plan.INSIDE.name}-eth0"
        first = dhcpload.run(pid, interface, CLIENTS)
        say(f"\n  {first}")
        self.assertEqual(CLIENTS, len(first.addresses), first)
        self.assertEqual(CLIENTS, len(set(first.addresses.values())), "an address was given twice")
        self.assertEqual(0, first.refused)
        for address in first.addresses.values():
            self.assertIn(ip_address(address), ip_network(plan.EDGES[3].area))
        controller.kill_and_restart()
        controller.await_network()
        self.assertEqual([], dhcpload.lost(first, REST))
        again = dhcpload.run(pid, interface, CLIENTS, renew=first)
        self.assertEqual(first.addresses, again.addresses)


if __name__ == "__main__":
    unittest.main()
