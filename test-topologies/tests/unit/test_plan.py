"""The address plan and the network configuration beside the topology agree."""

import json
import unittest
from ipaddress import ip_address, ip_interface, ip_network

from topologies import plan

DMM = json.loads(plan.CONFIGURATION.read_text())["apps"]["org.onosdmm"]["dmm"]


class ConfigurationTest(unittest.TestCase):

    def test_every_edge_is_an_anchor_as_planned(self):
        self.assertEqual(len(plan.EDGES), len(DMM["anchors"]))
        for edge, anchor in zip(plan.EDGES, DMM["anchors"]):
            uplink = anchor["uplink"]
            self.assertEqual((edge.name, edge.device, edge.number),
                             (anchor["name"], anchor["device"], anchor["number"]))
            self.assertEqual(([edge.prefix, edge.prefix6], [edge.gateway, edge.gateway6]),
                             (anchor["prefixes"], anchor["gateways"]))
            self.assertEqual((plan.PORT_UPLINK, f"{edge.uplink_address}/30", edge.router_address, [edge.pool]),
                             (uplink["port"], uplink["address"], uplink["nextHop"], uplink["pool"]))
            self.assertEqual({"address": f"{edge.uplink_address6}/64", "nextHop": edge.router_address6},
                             uplink["ipv6"])
            self.assertEqual(edge.backup and edge.backup.name, uplink.get("backup"))

    def test_rules_and_defaults_name_classes_that_exist(self):
        names = {one["name"] for one in DMM["classes"]}
        used = {rule["class"] for rule in DMM["rules"]} | {DMM["defaultClass"], DMM["inboundClass"]}
        self.assertLessEqual(used, names)

    def test_without_addresses_it_is_the_same_but_for_wider_prefixes_and_ipv6(self):
        other = json.loads(plan.CAMPUS_DHCP.configuration.read_text())["apps"]["org.onosdmm"]["dmm"]
        self.assertTrue(other.pop("dhcp")["ranges"])
        self.assertTrue(other.pop("dhcp6")["dns"])
        for edge, anchor, both in zip(plan.EDGES, other["anchors"], DMM["anchors"]):
            self.assertEqual(([edge.area, edge.prefix6], [edge.gateway, edge.gateway6]),
                             (anchor["prefixes"], anchor["gateways"]))
            self.assertTrue(ip_network(edge.prefix).subnet_of(ip_network(edge.area)))
            anchor.update(prefixes=both["prefixes"], gateways=both["gateways"])
        self.assertEqual(DMM, other)

    def test_gateway_mac(self):
        self.assertEqual(plan.GATEWAY_MAC, DMM["gatewayMac"])


class PlanTest(unittest.TestCase):

    def test_both_ends_of_an_uplink_are_in_one_network(self):
        for edge in plan.EDGES:
            link = ip_interface(f"{edge.uplink_address}/30").network
            self.assertIn(ip_address(edge.router_address), link.hosts())
            self.assertIn(ip_address(edge.router_address6), ip_interface(f"{edge.uplink_address6}/64").network)

    def test_prefixes_and_pools_do_not_overlap(self):
        networks = [ip_network(prefix) for edge in plan.EDGES for prefix in (edge.area, edge.pool, edge.prefix6)]
        for position, one in enumerate(networks):
            self.assertFalse(any(one.version == other.version and one.overlaps(other)
                                 for other in networks[position + 1:]))

    def test_hosts_are_in_the_network_of_their_gateway(self):
        for host in (plan.NODE, plan.INSIDE, *plan.OUTSIDE):
            self.assertIn(ip_address(host.gateway), ip_interface(host.address).network)

    def test_interface_names_are_short_enough_for_the_kernel(self):
        for edge in plan.EDGES:
            self.assertLess(len(edge.interface(plan.PORT_UPLINK)), 16)


if __name__ == "__main__":
    unittest.main()
