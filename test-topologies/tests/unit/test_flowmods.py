"""The parser of Open vSwitch's flow monitor."""

import unittest

from probes.flowmods import MonitorParser

STAMP = "2026-11-21 21:19:16.597: ONFST_FLOW_MONITOR reply (OF1.3) (xid=0x0):\n"
ADDED = " event=ADDED table=1 cookie=0xab000012345678 ip,nw_dst=10.0.0.1 actions=goto_table:3\n"
DELETED = " event=DELETED reason={} table=1 cookie=0x99 udp,nw_dst=10.0.0.1 actions=drop\n"


def parse(*lines):
    parser = MonitorParser("edge1")
    return [mod for mod in map(parser.feed, lines) if mod]


class MonitorParserTest(unittest.TestCase):

    def test_an_added_rule(self):
        (mod,) = parse(STAMP, ADDED)
        self.assertEqual(("edge1", "ADDED", 0xab000012345678), (mod.bridge, mod.event, mod.cookie))
        self.assertEqual(1795295956597.0, mod.at)
        self.assertIn("nw_dst=10.0.0.1", mod.rule)

    def test_several_rules_of_one_message_share_its_time(self):
        first, second = parse(STAMP, ADDED, ADDED)
        self.assertEqual(first.at, second.at)

    def test_a_deleted_rule_counts_and_a_timed_out_one_does_not(self):
        self.assertEqual(1, len(parse(STAMP, DELETED.format("delete"))))
        self.assertEqual([], parse(STAMP, DELETED.format("idle"), DELETED.format("hard")))

    def test_a_rule_without_a_cookie_has_cookie_0(self):
        (mod,) = parse(STAMP, " event=ADDED table=0 cookie=0 actions=drop\n")
        self.assertEqual(0, mod.cookie)

    def test_what_was_there_before_has_no_time_and_is_left_out(self):
        self.assertEqual([], parse("ONFST_FLOW_MONITOR reply (OF1.3) (xid=0x6):\n", ADDED))

    def test_other_lines_are_passed_over(self):
        self.assertEqual([], parse(STAMP, "2026-11-21T21:18:56Z|00001|fatal_signal|WARN|terminating\n", "\n"))


if __name__ == "__main__":
    unittest.main()
