"""A campus with more hosts and access points, the controller on it, and what tells whether the network is right."""

import json
import subprocess
import tempfile
import time
from pathlib import Path

from scenarios import controller
from scenarios.rest import APP, Controller, handover
from scenarios.sightings import Sightings
from scenarios.stage import Stage
from tests.system.switches import eventually
from topologies import plan
from topologies.stations import PLACES, Station, add_second_access_points
from topologies.world import switch_names

STALL_MS = 150.0              # how long a loaded machine may stand still
SWITCH_MS = 500.0             # from the first frame at a new place until all steers there; 10 ms are usual
RIGHT_TIMEOUT_S = 25.0        # until everything old is gone; with statistics every five seconds 10 s are usual


class Network:
    """The network under test. `stations` are all hosts that move; what goes wrong is said in words."""

    def __init__(self):
        self.stage = Stage()
        self.rest = Controller()
        self.stations = []
        self.directory = Path(tempfile.mkdtemp(prefix="dmm-hard-"))
        self._sightings = None
        self._closing = []

    def start(self, change):
        """Bring all up; `change` is made to the `dmm` part of the configuration of campus."""
        self.stage.__enter__()
        self._closing.append(self.stage.strike)
        add_second_access_points(self.world)
        self.configure(change)
        self._closing.append(lambda: controller.call("cfg", plan.CONFIGURATION))
        self._sightings = Sightings(self.world, PLACES)
        self._closing.append(self._sightings.close)

    @property
    def world(self):
        return self.stage.world

    def pid(self, name):
        return self.world.pid(name)

    def configure(self, change):
        """Put the configuration of campus in force, changed; returns when the switches have its rules."""
        configuration = json.loads(plan.CONFIGURATION.read_text())
        dmm = configuration["apps"][APP]["dmm"]
        change(dmm)
        controller.put(configuration)

    def of_campus(self):
        """The mobile node of campus as a station."""
        return self._with(Station.of_campus(self.world))

    def station(self, name, gateway, *addresses):
        """One more station, nowhere yet."""
        return self._with(Station.added(self.world, name, gateway, *addresses))

    def _with(self, station):
        self.stations.append(station)
        self._closing.append(station.close)
        return station

    def close(self):
        while self._closing:
            self._closing.pop()()

    def binding(self, station):
        return self.rest.binding(station.mac)

    def handovers(self, mac):
        """The handovers of a node as REST tells them, newest last."""
        return [one for one in self.rest.get("/dmm/v1/handovers?last=1000")["handovers"]
                if one["node"].lower() == mac]

    def switched(self, station, timeout_s=5.0):
        """The station's newest handover, once everything is steered to where it is."""
        def done():
            return (newest := self.handovers(station.mac)) and newest[-1]["to"]["port"] == station.place.poa \
                and newest[-1]["switchedAt"] is not None
        if not eventually(done, timeout_s):
            raise AssertionError(f"{station.name} is at {station.place.name}, and the controller thinks otherwise: "
                                 f"{self.binding(station)}")
        return handover(self.handovers(station.mac)[-1])

    def bound(self, station, timeout_s=10.0):
        """Until the controller has the station where it is, with all its addresses."""
        def done():
            binding = self.binding(station)
            return binding and binding["attachments"][-1]["port"] == station.place.poa \
                and set(binding["addresses"]) == set(station.addresses)
        if not eventually(done, timeout_s):
            raise AssertionError(f"{station.name} is not bound at {station.place.name}: {self.binding(station)}")

    def faults(self):
        """What is wrong now, in words."""
        rules = app_rules(self.rest)
        return [*self._findings(), *(fault for station in self.stations if station.place
                                     for fault in self._faults_of(station, rules))]

    def _findings(self):
        report = self.rest.get("/dmm/v1/check")
        found = [] if report["verdict"] == "OK" else [f"dmm-check: {one}" for one in report["findings"]]
        return found + self.rest.incomplete()

    def _faults_of(self, station, rules):
        binding = self.binding(station)
        if not binding or [one["port"] for one in binding["attachments"]] != [station.place.poa] \
                or binding["phase"] != "CLEANED":
            return [f"{station.name} is at {station.place.name}, its binding says {binding}"]
        present = binding["attachments"][0]["locator"].lower()
        former = {end["locator"].lower() for one in self.handovers(station.mac) for end in (one["from"], one["to"])}
        old = former - {present}
        return [f"a rule of a former place of {station.name} is left on {bridge}: {rule}" for bridge, rule in rules
                if any(locator in rule and f"{locator}/" not in rule for locator in old)   # not as part of a mask
                or station.mac in rule and not is_of(station.place, bridge, rule)]

    def settle(self):
        """Until nothing is wrong any more; what still is when the time is over, and every packet that went astray."""
        begin = time.monotonic()
        eventually(lambda: not self.faults(), RIGHT_TIMEOUT_S)
        strays = self.strays()
        return time.monotonic() - begin, self.faults() + [f"went astray: {one}" for one in strays]

    def strays(self):
        """Every packet that went astray since this was asked last."""
        return self._sightings.strays(self.stations, SWITCH_MS + STALL_MS)


def is_of(place, bridge, rule):
    """Whether a rule is at the edge of a place, and takes in or puts out packets at its port."""
    return bridge == place.edge.name and (f"in_port={place.port}," in rule or f"output:{place.port}" in rule)


def app_rules(rest):
    """The app's rules on all switches, as (bridge, rule)."""
    cookie = f"cookie={rest.app_id() << 48:#x}/0xffff000000000000"
    found = []
    for bridge in switch_names():
        listing = subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "--no-stats", "--no-names", "dump-flows", bridge,
                                  cookie], capture_output=True, text=True, check=True).stdout
        found += [(bridge, line.strip()) for line in listing.splitlines() if "cookie=" in line]
    return found
