"""Sessions of real programs: what is expected of them, how packets are told apart on the wire, what is compared."""

import os
import socket
import struct
import unittest
from collections import Counter
from dataclasses import replace

from scenarios.continuity import compare, ports, report, servers
from scenarios.continuity.expectations import (BROKEN, BY_ADDRESS, EXPECTED, GOES_ON, HOME, NEW, OLD, ONE_ANCHOR,
                                               PER_FLOW, SILENT, families, hops, lost_with, renewed)
from scenarios.continuity.play import Act, Row, document, merged
from scenarios.continuity.wire import TCP, UDP, Way, Wire, crossed, packed, parse
from scenarios.rest import APP
from topologies import plan

COLUMNS = 120
LOADS = {PER_FLOW: {"edge1": 40, "edge2": 25, "edge3": 10, "edge4": 25},
         ONE_ANCHOR: {"edge1": 20, "edge2": 0, "edge3": 80, "edge4": 0},
         BY_ADDRESS: {"edge1": 0, "edge2": 50, "edge3": 0, "edge4": 50}}


def address(scene, anchor, family):
    """One that a session of this anchor has outside."""
    edge = plan.BY_NAME[anchor]
    if scene == BY_ADDRESS:
        return edge.prefix6.replace("::/64", "::7")
    if anchor == HOME:
        return plan.NODE.ip_of(family)
    return edge.pool6.split("/")[0] if family == "IPv6" else edge.pool.split("/")[0]


def old(scene, one, family):
    """The row of a session that becomes what is expected."""
    fate = one.fate(scene)
    later = fate.new if renewed(one) else fate.anchor
    going = fate.soon == GOES_ON
    return Row(scene, "air", family, one.name, "old", one.told_in(scene), fate.anchor,
               address(scene, fate.anchor, family), (hops(fate.anchor, OLD),) * 2,
               (hops(later, NEW),) * 2 if going else (None, None), fate.soon, fate.late,
               later if going else None, address(scene, later, family) if going else None)


def new(scene, one, family):
    fate = one.fate(scene)
    return Row(scene, "air", family, one.name, "new", one.told_in(scene), fate.new,
               address(scene, fate.new, family), (None, None), (hops(fate.new, NEW),) * 2, None, GOES_ON)


def act(scene, deaths=()):
    """An act in which all becomes as expected."""
    rows = [make(scene, one, family) for make in (old, new) for family in families(scene) for one in EXPECTED]
    for row in rows:
        if row.late == GOES_ON:
            row.deaths = {anchor: SILENT if row.name in lost_with(scene, anchor, row.generation) else GOES_ON
                          for anchor in deaths}
    return Act(scene, "air", rows, LOADS[scene], tuple(deaths))


def changed(whole, name, generation, **values):
    """The same with one session otherwise."""
    rows = [replace(row, **values) if (row.name, row.generation, row.family) == (name, generation, "IPv4") else row
            for row in whole.rows]
    return replace(whole, rows=rows)


class ExpectationsTest(unittest.TestCase):

    def test_without_a_backup_an_anchor_takes_its_own_sessions_with_it(self):
        self.assertEqual(["meeting", "dtls"], list(lost_with(PER_FLOW, "edge3", "old")))
        self.assertEqual(["call", "play", "stream", "web", "smtp", "imap", "load"],
                         list(lost_with(PER_FLOW, NEW, "new")))
        self.assertEqual({"voice", "ssh-in", "names"}, {one.name for one in EXPECTED}
                         - set(lost_with(ONE_ANCHOR, "edge3", "old")))
        self.assertEqual([], list(lost_with(ONE_ANCHOR, NEW, "new")))

    def test_the_configuration_with_one_anchor_has_it_for_every_class(self):
        dmm = document(ONE_ANCHOR)["apps"][APP]["dmm"]
        self.assertEqual({one.of for one in EXPECTED}, {entry["name"] for entry in dmm["classes"]
                                                        if entry.get("anchor") == "edge3"})
        self.assertNotIn("classes", document(PER_FLOW)["apps"][APP]["dmm"])


class CompareTest(unittest.TestCase):

    def test_what_is_as_expected_has_no_differences(self):
        for scene in (PER_FLOW, ONE_ANCHOR, BY_ADDRESS):
            self.assertEqual([], compare.differences(act(scene, ["edge1", "edge3", "edge4"])))

    def test_every_difference_is_said(self):
        whole = act(PER_FLOW)
        for name, generation, values, words in (
                ("web", "old", {"soon": GOES_ON, "soon_anchor": OLD}, "after the move: goes on, expected broken"),
                ("call", "old", {"late": BROKEN}, "after the overlap: broken, expected goes on"),
                ("call", "old", {"anchor": NEW}, "begins at edge4, expected edge2"),
                ("call", "old", {"address": "10.1.0.10"}, "begins at edge2 as 10.1.0.10"),
                ("call", "old", {"soon_address": "198.51.100.65"}, "goes on as 198.51.100.65, having begun as"),
                ("call", "old", {"before": (1, 3)}, "switches before the move: (1, 3), expected (1, 1)"),
                ("voice", "old", {"soon_anchor": OLD, "soon_address": "198.51.100.64"}, "goes on at edge2, expected"),
                ("meeting", "new", {"told": "standard"}, "class: standard, expected multimedia-conferencing"),
                ("web", "new", {"late": SILENT}, "afterwards: silent, expected goes on"),
                ("names", "old", {"soon_anchor": OLD}, "goes on at edge2, expected edge4")):
            found = compare.differences(changed(whole, name, generation, **values))
            self.assertTrue(any(words in line for line in found), found)
            self.assertTrue(all(f"IPv4, {name} ({generation})" in line for line in found), found)

    def test_a_death_that_takes_others_is_a_difference(self):
        whole = act(PER_FLOW, ["edge3"])
        self.assertEqual(["per flow, air, IPv4, call (old): silent while edge3 is dead, expected goes on"],
                         compare.differences(changed(whole, "call", "old", deaths={"edge3": SILENT})))
        self.assertEqual(["per flow, air, IPv4, meeting (old): goes on while edge3 is dead, expected not to go on"],
                         compare.differences(changed(whole, "meeting", "old", deaths={"edge3": GOES_ON})))
        self.assertEqual(["per flow, air, IPv4, meeting (new): did not run before edge3 died"],
                         compare.differences(changed(whole, "meeting", "new", deaths={})))


class ReportTest(unittest.TestCase):

    def test_it_fits_and_says_what_one_anchor_costs(self):
        acts = [act(PER_FLOW, ["edge3"]), act(ONE_ANCHOR, ["edge3"]), act(BY_ADDRESS)]
        lines = list(report.lines(acts))
        self.assertLessEqual(max(map(len, lines)), COLUMNS)
        self.assertIn("  per flow, air: the death of edge3 takes 8 of 42 sessions", lines)
        self.assertIn("  one anchor, air: the death of edge3 takes 40 of 52 sessions", lines)
        self.assertEqual([True] * 4, [verdict.held for verdict in report.verdicts(acts)])
        self.assertIn("the busiest one has 40% and 80% of the packets",
                      [verdict.numbers for verdict in report.verdicts(acts)])

    def test_what_is_not_as_expected_does_not_hold_and_is_marked(self):
        acts = [changed(act(PER_FLOW), "web", "old", soon=GOES_ON, late=GOES_ON)]
        self.assertFalse(next(report.verdicts(acts)).held)
        marked = [line for line in report.lines(acts) if line.endswith("!")]
        self.assertEqual(["web"], [line.split()[0] for line in marked])


def frame(kind, header, ports_):
    return bytes(12) + kind + header + struct.pack("!HH", *ports_) + bytes(8)


def ipv4(protocol, source, destination, ports_, options=b""):
    header = bytes([0x40 | 5 + len(options) // 4]) + bytes(8) + bytes([protocol]) + bytes(2)
    return frame(b"\x08\x00", header + packed(source) + packed(destination) + options, ports_)


def ipv6(protocol, source, destination, ports_):
    return frame(b"\x86\xdd", bytes([0x60]) + bytes(5) + bytes([protocol, 64]) + packed(source) + packed(destination),
                 ports_)


class WireTest(unittest.TestCase):

    def test_packets_of_both_families_are_read(self):
        self.assertEqual((UDP, packed("10.1.0.10"), 5004, packed("203.0.113.10"), 16384),
                         parse(ipv4(UDP, "10.1.0.10", "203.0.113.10", (5004, 16384))))
        self.assertEqual((TCP, packed("10.1.0.10"), 9, packed("203.0.113.10"), 80),
                         parse(ipv4(TCP, "10.1.0.10", "203.0.113.10", (9, 80), options=bytes(4))))
        self.assertEqual((TCP, packed("2001:db8::1"), 9, packed("2001:db8::2"), 80),
                         parse(ipv6(TCP, "2001:db8::1", "2001:db8::2", (9, 80))))

    def test_anything_else_is_nothing(self):
        self.assertIsNone(parse(ipv4(1, "10.1.0.10", "203.0.113.10", (8, 0))))
        self.assertIsNone(parse(b""))
        self.assertIsNone(parse(bytes(12) + b"\x08\x06" + bytes(46)))
        whole = ipv4(UDP, "10.1.0.10", "203.0.113.10", (1, 2))
        self.assertTrue(all(parse(whole[:length]) is None for length in range(38)))

    def test_all_correspondents_are_known_by_both_addresses(self):
        self.assertEqual(2 * len(plan.OUTSIDE), len(Wire.PEERS))

    def test_a_path_is_the_interfaces_that_got_the_packets(self):
        self.assertEqual(3, crossed(Counter({"edge4-eth3": 4, "core1-eth4": 5, "edge3-eth1": 5}), {"edge4-eth3"}))
        self.assertEqual(1, crossed(Counter({"edge4-eth3": 40, "core1-eth4": 2}), {"edge4-eth3"}))
        self.assertIsNone(crossed(Counter({"core1-eth4": 5}), {"edge4-eth3"}))
        self.assertIsNone(crossed(Counter(), {"edge4-eth3"}))

    def test_several_flows_of_a_session_are_one(self):
        ways = [Way(Counter({"edge1-eth3": 2}), Counter(), Counter({("edge1", "a"): 2})),
                Way(Counter({"edge1-eth3": 3}), Counter({"edge1-eth10": 1}), Counter({("edge2", "b"): 3}))]
        whole = merged(ways)
        self.assertEqual(((1, 1), ("edge2", "b")), (whole.hops(), whole.anchor()))
        self.assertEqual(((None, None), (None, None)), (merged([]).hops(), merged([]).anchor()))


class StunTest(unittest.TestCase):

    def test_the_answer_tells_the_address_that_was_seen(self):
        transaction = bytes(range(12))
        for client, size in ((("::ffff:198.51.100.7", 4711, 0, 0), 12), (("2001:db8:a:2::7", 4711, 0, 0), 24)):
            answer = servers.answer(servers.question(transaction), client)
            kind, length, cookie = struct.unpack_from("!HHI", answer)
            self.assertEqual((0x0101, size, servers.COOKIE), (kind, length, cookie))
            self.assertEqual(transaction, answer[8:20])
            port = struct.unpack_from("!H", answer, 26)[0] ^ servers.COOKIE >> 16
            mask = struct.pack("!I", servers.COOKIE) + transaction
            seen = bytes(one ^ other for one, other in zip(answer[28:], mask))
            self.assertEqual((4711, packed(client[0].removeprefix("::ffff:"))), (port, seen))

    def test_what_is_no_question_is_not_answered(self):
        self.assertIsNone(servers.answer(b"\x90" + bytes(159), ("::1", 1)))
        self.assertIsNone(servers.answer(b"", ("::1", 1)))


class PortsTest(unittest.TestCase):

    def test_a_port_is_open_once_somebody_waits_there(self):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
            self.assertFalse(ports.is_open(os.getpid(), "tcp", port, ["IPv4"]))
            one.listen()
            self.assertTrue(ports.is_open(os.getpid(), "tcp", port, ["IPv4"]))
            self.assertFalse(ports.is_open(os.getpid(), "tcp", port, ["IPv6"]))

    def test_datagrams_are_waited_for_once_it_is_bound(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            one.bind(("127.0.0.1", 0))
            self.assertTrue(ports.is_open(os.getpid(), "udp", one.getsockname()[1], ["IPv4"]))


if __name__ == "__main__":
    unittest.main()
