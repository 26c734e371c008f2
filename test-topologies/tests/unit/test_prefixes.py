"""What a scene shows of IPv6: figures, judgement, text."""

import unittest

from scenarios import prefixes, report
from scenarios.judge import judge
from tests.unit import samples

ADDRESS_OF = {f"edge{number}": f"[2001:db8:0:{number}::a]:4000" for number in (1, 2, 3, 4)}
SEARCHED_MS = 1_500.0         # the node has its new address so long after it has moved


def connections(made, end, taken_ms=SEARCHED_MS):
    """A connection every 250 ms, from the newest address that the node has then."""
    log = []
    for begin in range(0, int(end) - 250, 250):
        place = "edge1"
        for move in made:
            place = move.target if begin >= move.first_frame + taken_ms else place
        log.append({"begin": float(begin), "end": begin + 2.0, "peer": ADDRESS_OF[place]})
    return log


def scene(taken_ms=SEARCHED_MS, broken_at=None, kinds=("air", "hard")):
    """A Report of moves 4 s from each other with IPv6."""
    made = samples.report(kinds)
    results = made.results
    results.ipv6 = True
    end = made.moves[-1].end
    session = samples.session(end, broken_at)
    session[0]["peer"] = ADDRESS_OF["edge1"]
    results.logs.update({prefixes.SESSION: session, prefixes.CLIENT: connections(made.moves, end, taken_ms)})
    made.classes.update({name: ("standard", "by address") for name in report.IPV6_FLOWS})
    return made


def broken(made):
    return list(prefixes.judge(made, made.moves))


class JudgeTest(unittest.TestCase):

    def setUp(self):
        self.addCleanup(setattr, samples, "BETWEEN_MOVES_MS", samples.BETWEEN_MOVES_MS)
        samples.BETWEEN_MOVES_MS = 4_000.0

    def test_a_session_that_goes_on_and_new_addresses_for_what_is_new(self):
        self.assertEqual([], broken(scene()))

    def test_without_ipv6_there_is_nothing_to_judge(self):
        self.assertEqual([], broken(samples.report()))
        self.assertEqual([], prefixes.lines(samples.report()))

    def test_a_session_that_breaks(self):
        self.assertIn("session over IPv6 did not go on: open, reset", broken(scene(broken_at=10_500.0))[0])

    def test_an_address_that_comes_too_late(self):
        words = broken(scene(taken_ms=3_000.0))
        self.assertIn("2 web6 connections that began 2500 ms after it or later did not use the prefix of edge2, the "
                      "first: [2001:db8:0:1::a]:4000", words[0])

    def test_an_address_that_does_not_come(self):
        self.assertIn("no web6 connection used the prefix of edge2", broken(scene(taken_ms=1e9))[0])

    def test_a_connection_that_fails(self):
        made = scene()
        late = next(one for one in made.results.logs[prefixes.CLIENT] if one["begin"] == 10_250.0)
        late["error"] = late.pop("peer") and "reset"
        self.assertEqual(["move 1 (air, edge1 to edge2): 1 web6 connections failed"], broken(made))

    def test_it_is_among_what_the_scene_is_judged_by(self):
        self.assertTrue(any("session over IPv6" in words for words in judge(scene(broken_at=10_500.0))))

    def test_figures_of_a_move(self):
        move = scene().moves[0]                                       # first frame at 10005, the next detach at 13970
        found = prefixes.afterwards(move, connections([move], 20_000.0))
        self.assertEqual((9, 6, 0, ()), (found.new, found.older, found.failed, found.late))
        self.assertAlmostEqual(1_745.0, found.after_ms)

    def test_lines_fit_the_terminal_and_say_which_address(self):
        lines = report.text(scene())
        self.assertTrue(any("keeps 2001:db8:0:1::a" in line for line in lines))
        self.assertLessEqual(max(map(len, lines)), 120)
        self.assertEqual(2, len(report.as_json(scene(), [])["ipv6"]["moves"]))


if __name__ == "__main__":
    unittest.main()
