"""The scene's own measuring, tried on static forwarding: what is lost must be accounted for to the packet."""

import subprocess
import tempfile
import time
import unittest

from probes.base import now_ms
from probes.flowmods import Watcher
from scenarios.scene import Scene, Step
from scenarios.traffic import Traffic
from tests.network import static_forwarding
from tests.network.stub_controller import StubController
from topologies.world import World

STEPS = [Step("air", "edge2"), Step("hard", "edge3"), Step("air", "edge1")]


class SceneTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        world = World(controller=None)
        world.__enter__()
        cls.addClassCleanup(world.close)
        world.air.appear("edge1")
        static_forwarding.install(world)
        stub = StubController(world)
        cls.addClassCleanup(stub.close)
        directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(directory.cleanup)
        cls.report = Scene(world, stub, directory.name, lambda line: None, STEPS, ipv6=False).play()

    def test_nothing_is_lost_while_nothing_moves(self):
        for direction in (*self.report.results.up.values(), *self.report.results.down.values()):
            self.assertEqual(0, direction.lost_between(*self.report.control_run))

    def test_rates_are_what_they_should_be(self):
        begin, end = self.report.control_run
        for name, rate in (("call", 50), ("conference", 200)):
            arrivals = [at for at in self.report.results.up[name].arrivals if begin <= at < end]
            self.assertAlmostEqual(rate, len(arrivals) / (end - begin) * 1e3, delta=rate * 0.02)

    def test_uplink_is_lost_in_the_gap_only(self):
        for move in self.report.moves:
            for name, rate in (("call", 50), ("conference", 200)):
                up = move.streams[name].up
                self.assertEqual(0, up.after_first_frame, (move.number, name))
                self.assertAlmostEqual(move.gap_ms * rate / 1e3, up.total, delta=2)

    def test_every_loss_belongs_to_a_move(self):
        for way in ("up", "down"):
            for name, direction in getattr(self.report.results, way).items():
                attributed = sum(getattr(move.streams[name], way).total for move in self.report.moves)
                self.assertEqual(direction.lost, attributed)

    def test_no_duplicates_and_one_source(self):
        for name in ("call", "conference"):
            self.assertEqual(0, self.report.results.up[name].duplicated + self.report.results.down[name].duplicated)
            self.assertEqual(1, len(self.report.results.sources[name]))

    def test_web_mail_and_sessions_ran(self):
        for name in ("web", "mail"):
            served = [one for one in self.report.results.log(name) if "peer" in one]
            self.assertGreater(len(served), 20)
            self.assertTrue(served[0]["peer"].startswith("10.1.0.10:"))
        self.assertGreater(len(self.report.results.log("ssh")), 50)

    def test_frames_on_the_core_are_as_long_as_the_hosts_sent_them(self):
        self.assertGreater(self.report.overhead.frames, 100)
        self.assertEqual(0, self.report.overhead.added_bytes)

    def test_flow_mods_are_seen_where_they_arrive(self):
        self.assertTrue(self.report.watched)
        self.assertGreater(sum(move.flow_mods for move in self.report.moves), 0)
        self.assertGreater(sum(move.flow_mods_elsewhere for move in self.report.moves), 0, "core1 is a core switch")


class ProbesTest(unittest.TestCase):

    def test_probes_end_with_whoever_started_them(self):
        world = World(controller=None)
        world.__enter__()
        self.addCleanup(world.close)
        with tempfile.TemporaryDirectory() as directory:
            traffic = Traffic(world, directory)
            with traffic:
                processes = [probe._process for probe in traffic.probes]  # pylint: disable=protected-access
            self.assertTrue(processes)
            self.assertTrue(all(process.poll() == 0 for process in processes))


class WatcherTest(unittest.TestCase):
    BRIDGE = "watched0"

    def setUp(self):
        subprocess.run(["ovs-vsctl", "add-br", self.BRIDGE, "--", "set", "bridge", self.BRIDGE, "datapath_type=netdev",
                        "protocols=OpenFlow13", "fail_mode=secure"], check=True)
        self.addCleanup(subprocess.run, ["ovs-vsctl", "--if-exists", "del-br", self.BRIDGE], check=True)

    def test_added_changed_and_deleted_rules_are_seen_with_their_cookie(self):
        watcher = Watcher([self.BRIDGE])
        self.addCleanup(watcher.close)
        time.sleep(0.5)
        begin = now_ms() - 1
        for rule in ("actions=drop", "actions=output:7"):
            static_forwarding.flow(self.BRIDGE, f"cookie=0x99,ip,{rule}")
        subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "del-flows", self.BRIDGE, "cookie=0x99/-1"], check=True)
        time.sleep(0.3)
        seen = watcher.between(begin, now_ms())
        self.assertEqual([0x99] * 3, [mod.cookie for mod in seen])
        self.assertEqual("DELETED", seen[-1].event)
        self.assertTrue(watcher.alive)


if __name__ == "__main__":
    unittest.main()
