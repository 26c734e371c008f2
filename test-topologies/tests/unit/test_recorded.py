"""What of a recorded session is compared, and how the ways of Open vSwitch's traces are read."""

import unittest

from tests.system import recorded, traced
from tests.system.recorded import Entry


class MaskedTest(unittest.TestCase):

    def same(self, one, other):
        self.assertEqual([], recorded.differences([Entry("c", one)], [Entry("c", other)]))

    def differ(self, one, other):
        self.assertNotEqual([], recorded.differences([Entry("c", one)], [Entry("c", other)]))

    def test_what_changes_each_time_does_not_count(self):
        self.same("edge1  4 s  12.3 ms  497/500  0x000c0000b3fbad4a", "edge1  2 min  900 ms  1/2  0x000c000000000001")
        self.same("as 198.51.100.50 at 0A:00:00:01:00:16", "as 198.51.100.7 at 0A:00:00:01:00:11")
        self.same("next hop 96:E8:3E:5E:BF:FB", "next hop 1E:00:00:00:00:01")
        self.same("17 on 3     2/0", "9 on 2  0/22")
        self.same("Packet-ins 2: flows shown 2", "Packet-ins 17: flows shown 12, flows held 5")

    def test_words_and_places_count(self):
        self.differ("edge1 up", "edge1 down")
        self.differ("as 198.51.100.50", "as 198.51.100.70")
        self.differ("at 0A:00:00:01:00:16", "at 0A:00:00:02:00:16")
        self.differ("to 0A:00:00:01:00:01", "to 0A:00:00:01:00:02")
        self.differ("10.1.0.10", "10.1.0.11")
        self.differ("of:0000000000000001/3", "of:0000000000000002/3")
        self.differ("node 00:00:00:00:01:10", "node 00:00:00:00:04:20")
        self.differ("10.1.0.0/24", "10.2.0.0/24")
        self.differ("Flow  Class  Anchor", "Flow  Class")

    def test_where_a_line_is_broken_does_not_count(self):
        self.same("leave at edge1   yes\nwith an address", "leave at edge1 with   yes\nan address")

    def test_other_commands(self):
        self.assertEqual(1, len(recorded.differences([Entry("a", "")], [Entry("b", "")])))

    def test_the_document_has_commands_with_what_they_print(self):
        entries = recorded.written()
        self.assertEqual("dmm-check", entries[0].command)
        self.assertGreater(len(entries), 15)
        self.assertTrue(all(entry.output for entry in entries), [one.command for one in entries if not one.output])


class TracedTest(unittest.TestCase):
    """By the text of Open vSwitch 3.1."""

    TEXT = """Flow: dp_hash=0x5,udp,in_port=3,vlan_tci=0x0000,dl_src=00:00:00:00:01:10,dl_dst=02:00:5e:00:00:01

bridge("edge1")
---------------
 0. ip,in_port=3,dl_src=00:00:00:00:01:10,nw_src=10.1.0.10, priority 44000, cookie 0xc0000b3fbad4a
    goto_table:1
 1. udp,nw_src=10.1.0.10, priority 60000, cookie 0xc00090feec213
    set_field:0a:00:00:03:00:01->eth_dst
    goto_table:3
 3. priority 41456, cookie 0xc0000c9cf56a3
    group:1342177280
     -> using bucket 1
    bucket 1
            group:1073741824
             -> using bucket 0
            bucket 0
                    output:2

Final flow: udp,in_port=3,vlan_tci=0x0000,dl_src=00:00:00:00:01:10,dl_dst=0a:00:00:03:00:01,nw_src=10.1.0.10,nw_dst=203.0.113.20,nw_tos=0,tp_src=1,tp_dst=2
Megaflow: recirc_id=0,eth,udp,in_port=3
Datapath actions: set(eth(dst=0a:00:00:03:00:01)),3
"""

    def test_rules_and_port(self):
        self.assertEqual(((0, 44000, 0xc0000b3fbad4a), (1, 60000, 0xc00090feec213), (3, 41456, 0xc0000c9cf56a3)),
                         traced.rules(self.TEXT))
        self.assertEqual(2, traced.output(self.TEXT, 3))
        self.assertEqual(3, traced.output("    IN_PORT\n", 3))
        self.assertIsNone(traced.output(" 0. No match.\n    drop\n", 3))
        self.assertEqual((), traced.rules(" 0. No match.\n"))

    def test_the_packet_afterwards(self):
        packet = traced.Packet("00:00:00:00:01:10", "02:00:5e:00:00:01", 17, "10.1.0.10", 1, "203.0.113.20", 2)
        self.assertEqual("0a:00:00:03:00:01", packet.after(self.TEXT).eth_dst)
        self.assertEqual(packet, packet.after("Final flow: unchanged\n"))
        self.assertEqual("udp,dl_src=00:00:00:00:01:10,dl_dst=02:00:5e:00:00:01,nw_src=10.1.0.10,nw_dst=203.0.113.20,"
                         "nw_ttl=64,udp_src=1,udp_dst=2", packet.spec())

    def test_more_than_one_output_is_not_understood(self):
        with self.assertRaises(traced.TraceError):
            traced.output("output:1\noutput:2\n", 3)

    def test_links_go_both_ways(self):
        self.assertEqual(("core1", 3), traced.LINKS["edge3", 1])
        self.assertEqual(("edge3", 1), traced.LINKS["core1", 3])
        self.assertEqual(("core2", 5), traced.LINKS["core1", 5])


if __name__ == "__main__":
    unittest.main()
