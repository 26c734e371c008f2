"""Campus without a controller: what is made, how the node moves, and that nothing is left behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

from topologies import plan
from topologies.air import MoveError
from topologies.frames import FrameTap, mac_bytes
from topologies.netns import socket_in
from topologies.record import CAMPUS_RECORD, delete_bridges, is_alive
from topologies.world import World, WorldError, switch_names

ROOT = Path(__file__).resolve().parents[2]


def bridges():
    return set(subprocess.run(["ovs-vsctl", "list-br"], capture_output=True, text=True, check=True).stdout.split())


def ports_of(switch):
    """A switch and its ports, as ovs-ofctl shows them."""
    return subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "show", switch], capture_output=True, text=True,
                          check=True).stdout


class UnwiredTest(unittest.TestCase):
    """Campus with patch ports between the switches."""

    def setUp(self):
        self.world = World(controller=None, variant=plan.CAMPUS.unwired())
        self.world.__enter__()
        self.addCleanup(self.world.close)

    def test_ports_have_the_planned_numbers_and_no_interface(self):
        for switch, ports in (("edge2", plan.PORT_CORE.values()), ("core1", (2, plan.PORT_CORE_PEER))):
            for port in ports:
                self.assertIn(f" {port}({switch}-eth{port})", ports_of(switch))
                self.assertFalse(Path(f"/sys/class/net/{switch}-eth{port}").exists())

    def test_frames_cross_from_edge_to_edge(self):
        core = plan.PORT_CORE[1]
        for switch, port, onward in (("edge1", plan.PORT_UPLINK, core), ("core1", 1, 2), ("edge2", core, plan.PORT_UPLINK)):
            subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "add-flow", switch,
                            f"in_port={port},actions=output:{onward}"], check=True)
        frame = mac_bytes("02:00:00:00:00:98") + mac_bytes("02:00:00:00:00:99") + b"\x88\xb5" + b"x" * 50
        router = self.world.pid(plan.ROUTER)
        with FrameTap("to-edge1", router) as sender, FrameTap("to-edge2", router) as tap:
            sender.send(frame)
            got = tap.read(1.0)
        self.assertIsNotNone(got)
        self.assertEqual(frame, got[1])


class CampusTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.world = World(controller=None)
        cls.world.__enter__()
        cls.addClassCleanup(cls.world.close)

    def test_ports_have_the_planned_numbers(self):
        listing = ports_of("edge2")
        for port in (*plan.PORT_CORE.values(), plan.PORT_AP, plan.PORT_UPLINK):
            self.assertIn(f" {port}(edge2-eth{port})", listing)
        self.assertIn("dpid:0000000000000002", listing)

    def test_a_second_campus_is_refused(self):
        with self.assertRaisesRegex(WorldError, "up already.*./dmm down"):
            World(controller=None).__enter__()
        self.assertLessEqual(set(switch_names()), bridges())

    def test_the_machine_does_not_answer_arp_for_its_own_addresses(self):
        """They may be those of the network that is emulated: nobody but a switch answers for these."""
        own = "192.0.2.200"
        subprocess.run(["ip", "address", "add", f"{own}/32", "dev", "lo"], check=True)
        self.addCleanup(subprocess.run, ["ip", "address", "del", f"{own}/32", "dev", "lo"], check=True)
        for edge in plan.EDGES:
            words = self.world.net[plan.ROUTER].cmd(f"arping -c 2 -w 1 -I to-{edge.name} {own}")
            self.assertIn("Received 0 response", words, edge.name)

    def test_router_reaches_its_correspondents(self):
        answer = self.world.net["sip"].cmd("ping -c1 -W1 203.0.113.30 >/dev/null && echo yes")
        self.assertIn("yes", answer)


class AirTest(unittest.TestCase):

    def setUp(self):
        self.world = World(controller=None)
        self.world.__enter__()
        self.addCleanup(self.world.close)
        self.air = self.world.air
        self.air.appear("edge1")

    def port_state(self, edge):
        name = plan.BY_NAME[edge].interface(plan.PORT_AP)
        return ports_of(edge).partition(f"({name})")[2].partition("state:")[2].split()[0]

    def test_air_move_takes_its_gap_and_no_port_changes(self):
        move = self.air.move("air", "edge2")
        self.assertEqual(("edge1", "edge2", "edge2"), (move.source, move.target, self.air.place))
        self.assertLess(move.detach, move.attach)
        self.assertLess(move.attach, move.first_frame)
        self.assertGreaterEqual(move.gap_ms, 5.0)
        self.assertLess(move.gap_ms, 50.0)
        self.assertEqual(("LIVE", "LIVE"), (self.port_state("edge1"), self.port_state("edge2")))

    def test_seamless_move_loses_and_repeats_no_frame_of_the_node(self):
        radio = socket_in(self.world.pid(plan.NODE.name), socket.AF_PACKET, socket.SOCK_RAW)
        radio.bind((f"{plan.NODE.name}-eth0", 0x88B5))
        head = mac_bytes("02:00:00:00:00:99") + mac_bytes(plan.NODE.mac) + b"\x88\xb5"
        sender = threading.Thread(target=send_numbered, args=(radio, head, 2000, 0.0001))
        with FrameTap("edge1-eth3") as old, FrameTap("edge2-eth3") as new:
            sender.start()
            time.sleep(0.1)
            self.air.move("seamless", "edge2")
            sender.join()
            numbers = [numbers_of(tap, head) for tap in (old, new)]
        radio.close()
        self.assertEqual(list(range(2000)), sorted(numbers[0] + numbers[1]))
        self.assertTrue(numbers[0] and numbers[1] and max(numbers[0]) < min(numbers[1]))
        self.assertEqual(("LIVE", "LIVE"), (self.port_state("edge1"), self.port_state("edge2")))

    def test_frames_towards_the_node_come_through_after_a_seamless_move(self):
        self.air.move("seamless", "edge2")
        self.assert_reached_from("edge2")

    def test_hard_move_takes_the_old_port_down_until_restored(self):
        move = self.air.move("hard", "edge2")
        self.assertGreaterEqual(move.gap_ms, 100.0)
        self.assertEqual(("LINK_DOWN", "LIVE"), (self.port_state("edge1"), self.port_state("edge2")))
        self.air.restore_ports()
        self.assertEqual("LIVE", self.port_state("edge1"))

    def test_port_is_up_again_when_the_node_returns(self):
        self.air.move("hard", "edge2")
        self.air.move("air", "edge1")
        self.assertEqual("LIVE", self.port_state("edge1"))

    def test_one_gratuitous_arp_and_nothing_else(self):
        with FrameTap("edge3-eth3") as tap:
            self.air.move("air", "edge3")
            frames = []
            while (got := tap.read(0.3)) is not None:
                frames.append(got[1])
        from_node = [frame for frame in frames if frame[6:12] == mac_bytes(plan.NODE.mac)]
        self.assertEqual([b"\x08\x06"], [frame[12:14] for frame in from_node])

    def test_frames_towards_the_node_come_through_at_once_after_it_returned(self):
        self.air.move("air", "edge2")
        self.air.move("air", "edge1", gap_ms=0)
        self.assert_reached_from("edge1")

    def assert_reached_from(self, edge):
        """A frame that an edge sends to its access point reaches the node, once."""
        with FrameTap(f"{plan.NODE.name}-eth0", self.world.pid(plan.NODE.name)) as tap:
            frame = mac_bytes(plan.NODE.mac) + mac_bytes("02:00:00:00:00:99") + b"\x88\xb5" + b"x" * 50
            subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "packet-out", edge,
                            f"in_port=controller packet={frame.hex()} actions=output:{plan.PORT_AP}"], check=True)
            got = tap.read(1.0)
            self.assertIsNotNone(got)
            self.assertEqual(frame, got[1])
            self.assertIsNone(tap.read(0.1))

    def test_moves_that_cannot_be(self):
        with self.assertRaisesRegex(MoveError, "at edge1 already"):
            self.air.move("air", "edge1")
        with self.assertRaisesRegex(MoveError, "no such kind"):
            self.air.move("train", "edge2")


def send_numbered(radio, head, count, pause_s):
    """Send so many frames, each with its number behind the header."""
    for number in range(count):
        radio.send((head + number.to_bytes(4, "big")).ljust(60, b"\0"))
        time.sleep(pause_s)


def numbers_of(tap, head):
    """The numbers of the frames with this header that a tap has seen, in order."""
    numbers = []
    while (got := tap.read(0.2)) is not None:
        if got[1].startswith(head):
            numbers.append(int.from_bytes(got[1][len(head):len(head) + 4], "big"))
    return numbers


class CleanUpTest(unittest.TestCase):
    """Whatever ends a run, nothing of it is left; it need not be the clone that ran it that clears up."""

    def setUp(self):
        elsewhere = tempfile.TemporaryDirectory()
        self.addCleanup(elsewhere.cleanup)
        self.run = subprocess.Popen([sys.executable, "-m", "scenarios.command", "topo", "campus"], cwd=ROOT,
                                    env={**os.environ, "DMM_RUN": elsewhere.name}, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.run.wait)
        self.addCleanup(self.run.stdin.close)
        deadline = time.monotonic() + 10
        while not self.is_up():
            self.assertLess(time.monotonic(), deadline, "campus did not come up")
            time.sleep(0.1)
        self.made = json.loads(CAMPUS_RECORD.read_text())

    def is_up(self):
        return CAMPUS_RECORD.exists() and json.loads(CAMPUS_RECORD.read_text())["processes"] and "edge4" in bridges()

    def assert_clean(self):
        self.assertFalse(set(self.made["bridges"]) & bridges())
        self.assertFalse({*self.made["interfaces"], *self.made["bridges"]} & set(os.listdir("/sys/class/net")))
        self.assertEqual([], [process for process in self.made["processes"] if is_alive(process)])
        self.assertFalse(CAMPUS_RECORD.exists())

    def test_end_of_input(self):
        self.run.stdin.close()
        self.run.wait(timeout=20)
        self.assert_clean()

    def test_polite_request(self):
        self.run.terminate()
        self.run.wait(timeout=20)
        self.assert_clean()

    def test_killed_and_then_down(self):
        self.run.send_signal(signal.SIGKILL)
        self.run.wait(timeout=20)
        self.assertLessEqual(set(switch_names()), bridges())
        World(controller=None).record.sweep()
        self.assert_clean()

    def test_killed_and_then_another_run(self):
        self.run.send_signal(signal.SIGKILL)
        self.run.wait(timeout=20)
        with World(controller=None):
            self.assertLessEqual(set(switch_names()), bridges())
            self.assertEqual([], [process for process in self.made["processes"] if is_alive(process)])
        self.assert_clean()

    def test_killed_with_open_vswitch_and_then_another_run(self):
        """A killed switch daemon leaves the bridges' interfaces, and the next one does not know them."""
        self.run.send_signal(signal.SIGKILL)
        self.run.wait(timeout=20)
        delete_bridges(switch_names())
        subprocess.run(["ip", "tuntap", "add", "dev", "edge1", "mode", "tap"], check=True)
        with World(controller=None):
            self.assertLessEqual(set(switch_names()), bridges())
        self.assert_clean()


if __name__ == "__main__":
    unittest.main()
