import unittest
from types import SimpleNamespace

from probes.accounting import count
from scenarios.calls import Ended
from scenarios.stock_host import Opened, Step, loss, of_edge, verdicts
from topologies.air import Move

ADDRESS6 = "2001:db8:0:1::a"


def direction(lost=(), twice=()):
    """100 packets, one each 10 ms from 0 on; some are lost, some come twice."""
    sent = [{"tx": number, "at": 10.0 * number} for number in range(100)]
    arrived = [{"rx": one["tx"], "at": one["at"] + 1} for one in sent if one["tx"] not in lost
               for _time in range(1 + (one["tx"] in twice))]
    return count(sent, arrived)


def step(detach, first_frame, bounced):
    move = Move("air", "edge1", "edge2", detach, detach, first_frame)
    return Step(move, SimpleNamespace(bounced=bounced) if bounced else None, 100.0, [], "")


def opened(family, up, down, sources=(), ends=("finished",), moves=0):
    address = "10.1.0.9" if family == "IPv4" else ADDRESS6
    one = Opened(family, "edge1", moves, address, None, None, Ended(up, down, sources or (f"[{address}]",)))
    one.log = [{"event": "open", "peer": f"[{address}]:5", "at": 0}, {"event": "echo", "sent": 900.0, "at": 901}] \
        + [{"event": "end", "how": how} for how in ends]
    return one


class LossTest(unittest.TestCase):
    STEPS = [step(200.0, 230.0, 240.0), step(600.0, 605.0, None)]

    def test_what_is_lost_belongs_to_the_move_before_it_and_the_rest_to_the_gap(self):
        one = opened("IPv4", direction(lost=(20, 21, 30)), direction(lost=(22, 23, 65)))
        first, second = (loss(one, number, self.STEPS) for number in (0, 1))
        self.assertEqual((2, 1), (first.up_before, first.down_before))
        self.assertEqual((1, 1), (first.up, first.down))
        self.assertEqual((0, 1), (second.up, second.down))

    def test_allowed_is_the_rate_times_the_time_to_the_barrier_reply(self):
        one = opened("IPv4", direction(), direction())
        self.assertEqual(2, loss(one, 0, self.STEPS).allowed)
        self.assertEqual(1, loss(one, 1, self.STEPS).allowed, "without a reply it is the margin alone")
        self.assertEqual(17, loss(one, 0, self.STEPS, stall_ms=150.0).allowed)


class VerdictTest(unittest.TestCase):

    def missed(self, four=None, six=None):
        host = SimpleNamespace(steps=LossTest.STEPS, opened=[four or opened("IPv4", direction(), direction()),
                                                             six or opened("IPv6", direction(), direction())])
        return [one.promise.rpartition(": ")[2][:20] for one in verdicts(host) if not one.held]

    def test_all_holds_when_nothing_is_lost(self):
        self.assertEqual([], self.missed())

    def test_each_fault_is_found(self):
        self.assertEqual(["none lost that was s"], self.missed(opened("IPv4", direction(lost=(24,)), direction())))
        self.assertEqual(["no more lost than ra"],
                         self.missed(opened("IPv4", direction(), direction(lost=range(24, 30)))))
        self.assertEqual(["nothing duplicated, "], self.missed(opened("IPv4", direction(twice=(3,)), direction())))
        self.assertEqual(["every stream has one"], self.missed(opened("IPv4", direction(), direction(), ("a", "b"))))
        self.assertEqual(["every session goes o"],
                         self.missed(opened("IPv4", direction(), direction(), ends=("reset",))))

    def test_an_address_of_another_prefix_is_found(self):
        wrong = opened("IPv6", direction(), direction(), sources=("[2001:db8:0:2::a]",))
        self.assertEqual(["what is opened after"], self.missed(six=wrong))
        self.assertFalse(of_edge("-", "edge1"))


if __name__ == "__main__":
    unittest.main()
