"""Stock Linux hosts that make themselves an IPv6 address wherever they go: old sessions go on, new ones use the new
prefix."""

import json
import socket
import threading
import time
import unittest
from ipaddress import ip_address, ip_network

from scenarios.stage import Stage
from topologies import campus, plan
from topologies.netns import socket_in

STAGE = Stage()
WEB = plan.OUTSIDE_BY_NAME["web"]
PORT = 7
TIMEOUT_S = 10.0
PATH = ("edge2", "edge3", "edge4", "edge1")


def setUpModule():  # noqa: N802, the name is unittest's
    STAGE.__enter__()
    unittest.addModuleCleanup(STAGE.strike)


def host(name):
    return STAGE.world.net[name]


def addresses(name):
    """The global IPv6 addresses of a host as it prints them itself: {address: deprecated or not}."""
    listing = json.loads(host(name).cmd("ip -j -6 addr show scope global"))
    return {one["local"]: one.get("preferred_life_time") == 0 for interface in listing
            for one in interface.get("addr_info", []) if "local" in one and not one.get("tentative")}


def of_edge(name, edge_name):
    """The addresses of a host that are of an edge's prefix, with whether they are deprecated."""
    prefix = ip_network(plan.BY_NAME[edge_name].prefix6)
    return [deprecated for address, deprecated in addresses(name).items() if ip_address(address) in prefix]


def eventually(holds):
    deadline = time.monotonic() + TIMEOUT_S
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


class Echo:
    """A TCP server in a host outside that sends back what it gets."""

    def __init__(self, name):
        self._socket = socket_in(STAGE.world.pid(name), socket.AF_INET6, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("::", PORT))
        self._socket.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=[connection], daemon=True).start()

    @staticmethod
    def _answer(connection):
        with connection:
            while data := connection.recv(4096):
                connection.sendall(data)

    def close(self):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Session:
    """A TCP connection of the node to the echo server, from the address that the kernel chooses."""

    def __init__(self):
        self._socket = socket_in(STAGE.world.pid(plan.NODE.name), socket.AF_INET6, socket.SOCK_STREAM)
        self._socket.settimeout(TIMEOUT_S)
        try:
            self._socket.connect((WEB.ip6, PORT))
        except OSError:
            self._socket.close()
            raise
        self.source = self._socket.getsockname()[0]

    def goes_on(self):
        """Whether what is sent comes back."""
        words = f"it is {time.monotonic()}".encode()
        self._socket.sendall(words)
        got = b""
        while len(got) < len(words):
            got += self._socket.recv(4096)
        return got == words

    def close(self):
        self._socket.close()


class PrefixPerAnchorTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        echo = Echo(WEB.name)
        cls.addClassCleanup(echo.close)
        for name in (plan.NODE.name, plan.INSIDE.name):
            campus.speak_ipv6(host(name))
            cls.addClassCleanup(campus.speak_ipv6, host(name), speaking=False)

    def setUp(self):
        if STAGE.world.air.place != "edge1":
            STAGE.world.air.move("air", "edge1")
        self.assertTrue(eventually(lambda: of_edge(plan.NODE.name, "edge1") == [False]), addresses(plan.NODE.name))

    def session(self):
        session = Session()
        self.addCleanup(session.close)
        return session

    def test_sessions_go_on_and_new_ones_use_the_new_prefix(self):
        sessions = [self.session()]
        for number, target in enumerate(PATH):
            STAGE.world.air.move("hard" if number % 2 else "air", target)
            self.assertTrue(eventually(lambda: of_edge(plan.NODE.name, target) == [False]), addresses(plan.NODE.name))
            STAGE.world.air.restore_ports()
            others = [edge for edge in ("edge1", *PATH[:number]) if edge != target]
            for edge in others:
                self.assertEqual([True], of_edge(plan.NODE.name, edge), addresses(plan.NODE.name))
            self.assertTrue(all(session.goes_on() for session in sessions))
            sessions.append(self.session())
            self.assertIn(ip_address(sessions[-1].source), ip_network(plan.BY_NAME[target].prefix6))
            self.assertTrue(sessions[-1].goes_on())
            print("\n" + host(plan.NODE.name).cmd("ip -6 addr show scope global").strip())

    def test_nodes_inside_reach_each_other(self):
        self.assertTrue(eventually(lambda: of_edge(plan.INSIDE.name, "edge4") == [False]), addresses(plan.INSIDE.name))
        other = next(iter(addresses(plan.INSIDE.name)))
        answer = host(plan.NODE.name).cmd(f"ping -6 -c3 -i0.2 -W1 {other}")
        self.assertIn(" 3 received", answer)

    def test_a_duplicate_is_found_by_the_second_host(self):
        taken = next(a for a, deprecated in addresses(plan.NODE.name).items() if not deprecated)
        second = host(plan.INSIDE.name)
        self.addCleanup(second.cmd, f"ip -6 addr del {taken}/64 dev {second.defaultIntf()}")
        second.cmd(f"ip -6 addr add {taken}/64 dev {second.defaultIntf()}")
        self.assertTrue(eventually(lambda: "dadfailed" in second.cmd(f"ip -6 addr show to {taken}")),
                        second.cmd("ip -6 addr"))
        self.assertNotIn("dadfailed", host(plan.NODE.name).cmd("ip -6 addr"))


if __name__ == "__main__":
    unittest.main()
