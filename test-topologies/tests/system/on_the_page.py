"""An operator at the page, while campus runs."""

import json
import re
import tempfile
import time
import urllib.error
import urllib.request

from scenarios import controller
from scenarios.page.browser import Browser
from scenarios.rest import Controller
from scenarios.traffic import CALL, Calls
from tests.system.explanations import Comparison, Flow
from tests.system.traced import bridge_of
from topologies import plan

PAGE = "http://127.0.0.1:8181/onos/dmm/"
NODE = plan.NODE.mac.upper()
TITLES = "return [...document.querySelectorAll('.strand.here title')].map(one => one.textContent)"
VIA = re.compile(r"by ([\w:]+(?:, [\w:]+)*?)(?= or |, each|$)")      # "by of:1, of:2 or by of:3, each takes"
WAYS = "return [...document.querySelectorAll('.strand.{}')].map(one => one.dataset.way)"
# What a browser says of requests that fail, which is what these tests make them do.
OFFLINE = ("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_CHANGED", "ERR_FAILED")


class OnThePage:
    """Tests to be mixed into a case; `stage` is the campus."""

    stage = None
    rest = Controller()

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser().__enter__()
        cls.addClassCleanup(cls.browser.__exit__)

    def ways(self, state):
        """What is drawn on the map: class, edge of the node, exit."""
        return self.browser.run(WAYS.format(state))

    def between(self):
        """Of each way that is drawn, the switches between its ends."""
        return {tuple(map(bridge_of, via.split(", ")))
                for title in self.browser.run(TITLES) for via in VIA.findall(title)}

    def offline(self, lost):
        """Lose or regain the controller, as the browser sees it."""
        self.browser.driver.execute_cdp_cmd("Network.enable", {})
        self.browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
            "offline": lost, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})

    def test_files_and_login(self):
        for name in ("", "page/main.js", "v1/anchors"):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(PAGE + name, timeout=5)
            self.assertEqual(401, refused.exception.code)
        self.browser.open(PAGE)
        self.browser.wait("every anchor is on the map", lambda page: len(page.all("svg .anchor")) == len(plan.EDGES))
        self.browser.wait("every core is on the map", lambda page: len(page.all("svg .core")) == len(plan.CORES))
        self.assertEqual([], self.browser.complaints())

    def test_a_move_is_seen_a_flow_is_explained_and_a_connection_is_lost_and_regained(self):
        air = self.stage.world.air
        if air.place != "edge1":
            air.move("air", "edge1")
        with tempfile.TemporaryDirectory() as directory, Calls(self.stage.world, directory, (CALL,)):
            self.browser.open(f"{PAGE}#/nodes?node={NODE}")
            self.browser.wait("the call is drawn", lambda page: "telephony|edge1|edge1" in self.ways("here"))
            air.move("air", "edge3")
            self.browser.wait("the way at edge1 fades, that from edge3 is there",
                              lambda page: "telephony|edge1|edge1" in self.ways("gone")
                              and "telephony|edge3|edge1" in self.ways("here"))
            self.browser.see("edge1 → edge3", ".inspector .handovers")
            taken = self.taken_by_the_call()
            self.browser.wait("the ways of the packets are drawn", lambda page: self.between() == taken)
            self.follow_the_call(taken)
            self.lose_and_regain(air)
        self.assertEqual([], [one for one in self.browser.complaints() if not any(words in one for words in OFFLINE)])

    def taken_by_the_call(self):
        """Of each way that its packets take by Open vSwitch's own word, the switches between its ends."""
        flow = next(one for one in self.rest.flows(NODE) if one.local_port == CALL.node_port)
        ways = Comparison(self.rest, self.stage.world.air).from_node(
            Flow(flow.protocol, plan.NODE.ip, flow.local_port, flow.remote, flow.remote_port))
        self.assertEqual({"edge3"}, {way[0].bridge for way in ways})
        self.assertEqual({("edge1", plan.PORT_UPLINK)}, {(way[-1].bridge, way[-1].out) for way in ways})
        return {tuple(hop.bridge for hop in way[1:-1]) for way in ways}

    def follow_the_call(self, taken):
        """From the node to its call and why that goes as it does; the map shows the way that is explained."""
        link = next(one for one in self.browser.all(".inspector .list a") if str(CALL.port) in one.text)
        link.click()
        self.browser.see("telephony", ".inspector .why")
        flow = next(one for one in self.rest.get("/dmm/v1/flows?class=telephony")["flows"] if one["node"] == NODE)
        answer = self.rest.get(f"/dmm/v1/flows/{flow['id']}/explain")
        self.browser.see(answer["outbound"]["sentence"], ".inspector .why")
        drawn = self.browser.wait("one strand", lambda page: page.all(".strand.here path"))
        self.assertEqual(len([path for path in answer["outbound"]["paths"] if not path["copy"]]), len(drawn))
        self.assertEqual(taken, self.between())

    def lose_and_regain(self, air):
        self.offline(True)
        self.browser.see("No connection to the controller since", ".banner")
        air.move("air", "edge2")
        time.sleep(1)
        self.offline(False)
        self.browser.wait("it is back", lambda page: not page.all(".banner"))
        self.browser.see("edge2", ".inspector dl")

    def test_a_policy_is_edited_and_takes_effect(self):
        self.addCleanup(controller.call, "cfg", plan.CONFIGURATION)
        self.browser.open(f"{PAGE}#/policy")
        self.browser.wait("the document", lambda page: "anchors" in page.run(
            "return document.querySelector('textarea')?.value ?? ''"))
        document = json.loads(self.browser.run("return document.querySelector('textarea').value"))
        next(one for one in document["classes"] if one["name"] == "telephony")["strategy"] = "home"
        self.browser.run("const area = document.querySelector('textarea'); area.value = arguments[0];"
                         "area.dispatchEvent(new Event('input', {bubbles: true}))", json.dumps(document, indent=2))
        for words in ("Check", "Apply"):
            self.browser.wait(words, lambda page, words=words: [one for one in page.all("button:enabled")
                                                                if one.text == words])[0].click()
        self.browser.see("Applied", ".outcome")
        self.browser.go("#/classes?find=telephony")
        self.browser.wait("the class is another one", lambda page: "home" in page.text(".lower tbody"))
        self.assertEqual([], self.browser.complaints())
