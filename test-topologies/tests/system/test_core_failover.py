"""The controller stands still, and core links die: the switches go on by themselves, and print what it cost."""

import os
import re
import signal
import subprocess
import tempfile
import time
import unittest
from contextlib import contextmanager
from pathlib import Path

from probes.base import now_ms
from scenarios.rest import Controller
from scenarios.stage import Stage
from scenarios.traffic import Stream, Traffic
from tests.system.switches import eventually, groups, rules
from topologies import plan
from topologies.record import RUN_DIRECTORY
from topologies.world import switch_names

RATE = 1000                   # packets/s each way and stream
CONTROL_S = 0.7
CONTROLS = 3                  # in one of them nothing may be lost: others may meet a stall of the machine
DEAD_S = 2.0                  # shorter than an OpenFlow connection outlives a controller that says nothing
SETTLE_S = 0.5
PINGS = 10
MOST_LOST_MS = 200            # of each stream and direction: the switch sees that a port is down, the machine stalls
STREAMS = (Stream("inside", plan.INSIDE.name, 16400, 5008, RATE, 160),
           Stream("outside", "sip", 16384, 5004, RATE, 160))
REST = Controller()
STAGE = Stage()


def setUpModule():  # noqa: N802, the name is unittest's
    STAGE.__enter__()
    unittest.addModuleCleanup(STAGE.strike)


@contextmanager
def standstill():
    """The controller's process is stopped, and goes on afterwards."""
    pid = int((RUN_DIRECTORY / "controller" / "pid").read_text())
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def command(host, words):
    """What a command says at a host."""
    return STAGE.world.net[host].cmd(words)


def set_link(interface, up):
    subprocess.run(["ip", "link", "set", interface, "up" if up else "down"], check=True)


def core_links():
    """The switch-side interface at the edge, or at the first core, of every link in the core."""
    return [edge.interface(port) for edge in plan.EDGES for port in plan.PORT_CORE.values()] \
        + [f"{plan.CORES[1][0]}-eth{plan.PORT_CORE_PEER}"]


def packets(interface):
    """Packets that a switch has received and sent by an interface."""
    statistics = Path("/sys/class/net") / interface / "statistics"
    return sum(int((statistics / f"{way}_packets").read_text()) for way in ("rx", "tx"))


def protected():
    """Whether every switch sends some packets through groups."""
    return {bridge for bridge, rule in rules() if "group:" in rule} == set(switch_names())


class CoreFailoverTest(unittest.TestCase):

    def setUp(self):
        self.assertTrue(eventually(lambda: REST.links() == 2 * len(core_links())), "links are missing")
        self.assertTrue(eventually(lambda: protected() and not REST.incomplete(), 30), REST.incomplete())
        time.sleep(SETTLE_S)

    def test_busy_core_links_die_while_the_controller_stands_still(self):
        before, held = rules(), group_numbers()
        with tempfile.TemporaryDirectory() as directory:
            with Traffic(STAGE.world, directory, STREAMS) as traffic:
                time.sleep(SETTLE_S)
                controls = [self.control() for _ in range(CONTROLS)]
                cuts = [self.cut(link) for link in self.busiest(4)]
                traffic.check()
                results = traffic.collect()
        for name in ("inside", "outside"):
            for way, direction in (("up", results.up[name]), ("down", results.down[name])):
                self.assertIn(0, [direction.lost_between(*one) for one in controls],
                              f"{name} {way} loses without any failure")
                for link, dead, alive, end in cuts:
                    lost, later = direction.lost_between(dead - 50, alive), direction.lost_between(alive, end)
                    print(f"  {link} down, controller stopped: {name:7} {way:4} {lost:4} of "
                          f"{round((alive - dead) / 1000 * RATE)} packets lost ({RATE}/s), longest silence "
                          f"{direction.silence_between(dead, alive):6.1f} ms; {later} lost while the controller "
                          f"went on and the link came back")
                    self.assertLess(lost, MOST_LOST_MS * RATE / 1000, f"{name} {way}, {link}")
                self.assertEqual(0, direction.duplicated, f"{name} {way}")
        self.assertTrue(eventually(lambda: rules() >= fabric(before) and group_numbers() == held, 30),
                        "rules or groups are not what they were")

    @staticmethod
    def control():
        """A while in which nothing fails."""
        begin = now_ms()
        time.sleep(CONTROL_S)
        return begin, now_ms()

    def busiest(self, count):
        """The links in the core that most packets take."""
        before = {link: packets(link) for link in core_links()}
        time.sleep(1)
        return sorted(core_links(), key=lambda link: before[link] - packets(link))[:count]

    def cut(self, link):
        """Cut a link while the controller stands still, let it go on, mend the link; all times."""
        with standstill():
            dead = now_ms()
            set_link(link, False)
            time.sleep(DEAD_S)
            alive = now_ms()
        self.assertTrue(eventually(lambda: REST.links() == 2 * len(core_links()) - 2), "the cut is not seen")
        time.sleep(SETTLE_S)
        set_link(link, True)
        self.assertTrue(eventually(lambda: REST.links() == 2 * len(core_links())), "the link is not seen again")
        self.assertTrue(eventually(protected, 30), "groups are missing")
        time.sleep(SETTLE_S)
        return link, dead, alive, now_ms()

    def test_the_switches_answer_arp_while_the_controller_stands_still(self):
        """Nobody remembers anybody's MAC address, and none has to wait for the controller."""
        hosts, app = (plan.NODE.name, plan.INSIDE.name, plan.ROUTER), REST.app_id()
        with standstill():
            for name in hosts:
                command(name, "ip -4 neigh flush all")
            said = {name: command(name, f"ping -c {PINGS} -i 0.2 -W 1 {plan.OUTSIDE_BY_NAME['web'].ip}")
                    for name in hosts[:2]}
            state = [command(name, "ip -4 neigh") for name in hosts] + sorted(map(str, rules(app)))
        for name, words in said.items():
            self.assertIn(f" {PINGS} received", words, "\n".join([name, *state]))

    def test_somebody_deletes_all_groups_of_a_switch(self):
        held = group_numbers()
        subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "del-groups", "edge1"], check=True)
        self.assertTrue(eventually(lambda: group_numbers() == held and protected(), 60), "groups are not restored")


def group_numbers():
    """{(bridge, number)} of all groups."""
    return {(bridge, int(re.search(r"group_id=(\d+)", line).group(1))) for bridge, line in groups()}


def fabric(found):
    """The rules of these that send packets through the core."""
    return {(bridge, rule) for bridge, rule in found if "table=3" in rule}


if __name__ == "__main__":
    unittest.main()
