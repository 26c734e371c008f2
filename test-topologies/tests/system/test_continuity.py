"""What each continuity type promises, kept or not: TCP sessions with a host outside while their node moves; then the same
with one anchor for all of them. The outcome is written down before."""

import socket
import time
import unittest
from dataclasses import dataclass

from tests.system.network import Network
from tests.system.sessions import Echo, Session
from topologies import plan
from topologies.stations import FIRST

NET = Network()
WEB = plan.OUTSIDE_BY_NAME["web"]
OVERLAP_S = 6.0
TIMEOUT_S = 2.0
CENTRAL = "edge4"


@dataclass(frozen=True)
class Kind:
    """A class of its own, by the port of the correspondent, and what is to become of a session of it.

    `soon` and `late`: whether it goes on right after a move, and once the overlap is over; `anchor`: where a new one
    leaves that begins at edge 2, of a node at home at edge 1."""

    continuity: str
    port: int
    soon: bool
    late: bool
    anchor: str

    @property
    def name(self):
        return self.continuity.lower().replace("_", "-")


EXPECTED = (Kind("FIXED", 7001, soon=True, late=True, anchor="edge1"),
            Kind("SESSION_LASTING", 7002, soon=True, late=True, anchor="edge2"),
            Kind("GRACEFUL_REPLACEMENT", 7003, soon=True, late=False, anchor="edge2"),
            Kind("NON_PERSISTENT", 7004, soon=False, late=False, anchor="edge2"))


def classes(central):
    """The classes of the configuration, each as it is, or all of them with one anchor."""
    def one(kind):
        entry = {"name": kind.name, "continuity": kind.continuity}
        if central and kind.continuity != "FIXED":
            entry |= {"continuity": "SESSION_LASTING", "strategy": "central", "anchor": CENTRAL}
        return entry
    return [one(kind) for kind in EXPECTED]


def configure(central):
    def change(dmm):
        dmm["classes"] = classes(central)
        dmm.pop("defaultClass"), dmm.pop("inboundClass")
        dmm["rules"] = [{"class": kind.name, "protocol": "tcp", "ports": kind.port} for kind in EXPECTED]
        dmm["timers"] = {"overlap": int(OVERLAP_S * 1e3)}
    return change


def setUpModule():  # noqa: N802, the name is unittest's
    unittest.addModuleCleanup(NET.close)
    NET.start(configure(central=False))


def server(kind):
    """A server outside that tells its clients which address they have, and sends back what it gets."""
    return Echo(NET.pid(WEB.name), kind.port, socket.AF_INET, lambda client: f"{client[0]:15}".encode())


class OutsideSession(Session):
    """A connection to such a server, and the address that the server sees."""

    def __init__(self, kind):
        super().__init__(NET.pid(plan.NODE.name), WEB.ip, kind.port, socket.AF_INET)
        self.outside = self._socket.recv(15, socket.MSG_WAITALL).decode().strip()

    def lives(self):
        """Whether it goes on, and within a time in which packets come back."""
        self._socket.settimeout(TIMEOUT_S)
        try:
            return self.goes_on()
        except OSError:
            return False


class ContinuityTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.node = NET.of_campus()
        for kind in EXPECTED:
            cls.addClassCleanup(server(kind).close)
        cls.here, cls.there = FIRST["edge1"], FIRST["edge2"]

    def setUp(self):
        self.node.go(self.here)
        NET.bound(self.node)

    def sessions(self):
        made = {kind: OutsideSession(kind) for kind in EXPECTED}
        for session in made.values():
            self.addCleanup(session.close)
        return made

    def anchor(self, outside):
        """The anchor that an address outside belongs to."""
        flows = [one for one in NET.rest.get("/dmm/v1/flows")["flows"] if one["outside"] == outside]
        return flows[0]["anchor"] if flows else next(
            lease["anchor"] for one in NET.rest.get("/dmm/v1/bindings")["bindings"] for lease in
            NET.rest.get(f"/dmm/v1/bindings/{one['node']}")["leases"] if lease["outside"] == outside)

    def test_each_type_keeps_what_it_promises_and_no_more(self):
        old = self.sessions()
        self.node.go(self.there)
        NET.switched(self.node)
        soon = {kind: session.lives() for kind, session in old.items()}
        new = {kind: self.anchor(session.outside) for kind, session in self.sessions().items()}
        time.sleep(OVERLAP_S)
        late = {kind: soon[kind] and session.lives() for kind, session in old.items()}
        for kind in EXPECTED:
            print(f"\n    {kind.continuity:20}  right after the move {soon[kind]!s:5}  after the overlap "
                  f"{late[kind]!s:5}  a new one leaves by {new[kind]}", end="", flush=True)
        print()
        self.assertEqual([(kind.soon, kind.late, kind.anchor) for kind in EXPECTED],
                         [(soon[kind], late[kind], new[kind]) for kind in EXPECTED])

    def test_with_one_anchor_all_go_on_by_a_detour(self):
        NET.configure(configure(central=True))
        self.addCleanup(NET.configure, configure(central=False))
        old = self.sessions()
        self.node.go(self.there)
        NET.switched(self.node)
        time.sleep(OVERLAP_S)
        going = {kind.continuity: (session.lives(), self.anchor(session.outside)) for kind, session in old.items()}
        print(f"\n    {going}", flush=True)
        self.assertEqual({"FIXED": (True, "edge1"), "SESSION_LASTING": (True, CENTRAL),
                          "GRACEFUL_REPLACEMENT": (True, CENTRAL), "NON_PERSISTENT": (True, CENTRAL)}, going)
