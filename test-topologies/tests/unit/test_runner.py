"""What the runner does with the network, the controller and the bridges, in which order: all of them played."""

import unittest
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from probes.flowmods import FlowMod
from probes.samples import Ledger
from scenarios.handovers import bounce, kinds, outcome, runner, schedule
from scenarios.process import ProbeError
from scenarios.rest import HandoverTimes
from topologies import plan
from topologies.air import Move

APP = 42
START = 1_000_000.0
RATE = 1000.0


class Play:
    """Network, controller and bridges in virtual time; `told` is what was done to them, in order."""

    def __init__(self):
        self.now, self.told, self.changes, self.records = START, [], [], []
        self.place = "edge1"
        self.air = self

    def now_ms(self):
        return self.now

    def sleep(self, seconds):
        self.now += 1e3 * seconds

    def tell(self, *words):
        self.told.append(words)

    # the air
    def move(self, kind, target, gap_ms):
        detach, source = self.now, self.place
        self.now += gap_ms + 1.0
        self.place = target
        self.tell("move", kind, source, target)
        first, number = self.now, len(self.records) + 1
        self.changes.append(FlowMod(source, first + 1.0, "ADDED", APP << 48, "table=2 priority=50001"))
        self.records.append(HandoverTimes(number, source, target, "ARP", "SWITCHED", first + 0.2, first + 1.0,
                                          first + 2.0, None, 10, 4))
        return Move(kind, source, target, detach, first - 0.5, first)

    def restore_ports(self):
        self.tell("port up")

    # the controller
    def app_id(self):
        return APP

    def locator(self, _mac):
        return f"0A:00:00:0{self.place[-1]}:00:10"

    def await_handover(self, _mac, target, since, _timeout, _last):
        return next((one for one in self.records if one.target == target and one.detected >= since), None)

    def handovers(self, _mac):
        return self.records

    def await_cleaned(self, _mac, _timeout):
        return {one.sequence: one for one in self.records}

    # the machine
    @contextmanager
    def apart(self, rate):
        self.tell("apart", rate)
        yield
        self.tell("together")

    # the access network, the bridges
    def expected(self, edge, _window):
        self.tell("notice", edge.name)

    def between(self, begin, end):
        return [mod for mod in self.changes if begin <= mod.at < end]

    def take_out(self, bridge, locator):
        self.tell("out", bridge, locator)
        self.changes.append(FlowMod(bridge, self.now, "ADDED", bounce.COOKIE, ""))

    def put_back(self, bridge, locator):
        self.tell("back", bridge, locator)
        self.changes.append(FlowMod(bridge, self.now, "DELETED", bounce.COOKIE, ""))

    def read(self):
        return [self.now]

    def confirmed(self, messages, locator, since):
        """The channels were read after the move, and the bounce is that for the place that the node has left."""
        self.tell("reply", locator)
        return since + 1.5 if messages[0] > since else None

    def bounced(self, bridge, _locator):
        self.tell("count", bridge)
        return 3


class Stream:
    """A stream that loses nothing."""

    def __init__(self, play):
        self._play, self._begin = play, play.now

    def check(self):
        pass

    def collect(self):
        sent = [float(at) for at in range(int(self._begin), int(self._play.now))]
        return Ledger(sent, [], [], [], sent), Ledger(sent, [], [], [], sent)

    def close(self):
        self._play.tell("stream ends")


class RunnerTest(unittest.TestCase):

    def setUp(self):
        self.play = play = Play()
        for name, value in (("now_ms", play.now_ms), ("FastStream", lambda *_: Stream(play)),
                            ("WARM_UP", kinds.KINDS), ("apart", play.apart)):
            self.patch(mock.patch.object(runner, name, value))
        self.patch(mock.patch.object(runner.time, "sleep", play.sleep))
        for name in ("take_out", "put_back", "bounced", "confirmed"):
            self.patch(mock.patch.object(bounce, name, getattr(play, name)))
        self.patch(mock.patch.object(Path, "mkdir"))
        self.runner = runner.Runner(play, play, play, (play, play), "/nowhere", lambda _line: None)

    def patch(self, patcher):
        patcher.start()
        self.addCleanup(patcher.stop)

    def run_kinds(self, *names):
        chosen = tuple(kinds.BY_NAME[name] for name in names)
        self.runner.warm_up(RATE)
        records, handovers = self.runner.run([schedule.Block(1, RATE, chosen)])
        cells = [kinds.Cell(kind, RATE, 1) for kind in dict.fromkeys(chosen)]
        return outcome.outcomes(cells, records, handovers)

    def test_moves_that_warm_up_do_not_count(self):
        found = self.run_kinds("air", "hard")
        self.assertEqual([1, 1], [len(one.moves) for one in found])
        moves = [words for words in self.play.told if words[0] == "move"]
        self.assertEqual(len(kinds.KINDS) + 1 + 2, len(moves))

    def test_every_move_has_a_control_run_of_its_length_before_the_next(self):
        records = self.runner.run([schedule.Block(1, RATE, (kinds.BY_NAME["air"],) * 3)])[0]
        for one, following in zip(records, records[1:]):
            self.assertAlmostEqual(one["control_ms"], sum(one["control_sent"]) / 2, delta=2.0)
            self.assertGreater(following["detach"], one["detach"] + 2 * one["control_ms"] - 30.0)

    def test_figures_of_a_move(self):
        move = self.run_kinds("air")[0].moves[0]
        self.assertEqual((1.5, 2.0, 3, 10, 4), tuple(round(move[name], 3) for name in (
            "first_frame_to_bounced", "first_frame_to_switched", "bounced", "flow_mods", "switches")))
        self.assertAlmostEqual(1.0, move["first_frame_to_bounce_seen"], places=3)
        self.assertEqual(("reply", f"0A:00:00:0{move['from'][-1]}:00:10"),
                         [words for words in self.play.told if words[0] == "reply"][-1])

    def test_the_bounce_is_out_from_before_the_move_until_half_a_second_after_it(self):
        found = self.run_kinds("air-no-bounce")[0]
        self.assertEqual((1, 0), (len(found.moves), len(found.discarded)))
        self.assertAlmostEqual(500.0, found.moves[0]["bounce_out"], delta=0.1)
        last = [words[0] for words in self.play.told if words[0] in ("out", "move", "back", "count")][-4:]
        self.assertEqual(["out", "move", "back", "count"], last)
        out, back = ([words for words in self.play.told if words[0] == name][-1] for name in ("out", "back"))
        self.assertEqual(out[1:], back[1:])

    def test_a_bounce_that_onos_brings_back_discards_the_move(self):
        def meddled(bridge, locator):
            Play.take_out(self.play, bridge, locator)
            self.play.changes.append(FlowMod(bridge, self.play.now + 50.0, "DELETED", bounce.COOKIE, ""))
        with mock.patch.object(bounce, "take_out", meddled):
            found = self.run_kinds("air-no-bounce")[0]
        self.assertEqual((0, [outcome.BOUNCE_BACK]), (len(found.moves), [one["discarded"] for one in found.discarded]))

    def test_an_announced_move_is_announced_where_it_goes(self):
        move = self.run_kinds("seamless-announced")[0].moves[0]
        told = [words for words in self.play.told if words[0] in ("notice", "move")][-2:]
        self.assertEqual((("notice", move["to"]), ("move", "seamless", move["from"], move["to"])), tuple(told))

    def test_the_old_port_of_a_hard_move_comes_up_again(self):
        self.run_kinds("hard")
        told = [words[0] for words in self.play.told if words[0] in ("move", "port up")]
        self.assertEqual(["move", "port up"], told[-2:])

    def test_a_block_that_fails_does_not_take_the_others_with_it(self):
        kind, told = kinds.BY_NAME["air"], []
        self.runner._say = told.append
        failing = mock.patch.object(Stream, "check", side_effect=[ProbeError("it ended"), None])
        with failing:
            records, _handovers = self.runner.run([schedule.Block(number, RATE, (kind,)) for number in (1, 2)])
        self.assertEqual([2], [one["block"] for one in records])
        self.assertIn("GIVEN UP: it ended", told[0])
        self.assertEqual(2, self.play.told.count(("stream ends",)))

    def test_a_block_has_the_processors_that_its_rate_needs(self):
        rates, kind = (50.0, RATE), kinds.BY_NAME["air"]
        self.runner.run([schedule.Block(number, rate, (kind,)) for number, rate in enumerate(rates, 1)])
        self.assertEqual([words for rate in rates for words in (("apart", rate), ("stream ends",), ("together",))],
                         [words for words in self.play.told if words[0] in ("apart", "stream ends", "together")])

    def test_moves_go_round_all_edges(self):
        self.assertEqual(["edge2", "edge3", "edge4", "edge1"], [runner.next_edge(edge.name).name
                                                                for edge in plan.EDGES])


if __name__ == "__main__":
    unittest.main()
