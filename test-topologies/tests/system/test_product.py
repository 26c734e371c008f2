"""The whole product with real traffic: one controller and one campus serve all tests of this module."""

import json
import re
import subprocess
import tempfile
import time
import unittest
from collections import Counter
from contextlib import closing
from pathlib import Path

from scenarios import controller
from scenarios.calls import Call
from scenarios.faults import runner as faults
from scenarios.faults.catalogue import BY_NAME
from scenarios.faults.outcome import may_lose, not_right
from scenarios.judge import judge
from scenarios.notices import Notices
from scenarios.process import PYTHON, Probe
from scenarios.rest import APP, Controller
from scenarios.scene import Scene, Step
from scenarios.stage import Stage
from scenarios.traffic import CALL, STREAMS, Calls
from tests.system import recorded
from tests.system.bad_input import ask, ask_for_streams
from tests.system.explanations import Comparison, Flow
from tests.system.on_the_page import OnThePage
from tests.system.switches import eventually, groups, rules
from topologies import ipv6, plan
from topologies.air import now_ms
from topologies.frames import FrameTap
from topologies.netns import entering
from topologies.uplinks import Uplinks

STEPS = [Step("air", "edge2", True), Step("hard", "edge1", True), Step("air", "edge2"), Step("hard", "edge3"),
         Step("air", "edge4"), Step("hard", "edge1")]
ROOT = Path(__file__).resolve().parents[2]
REST = Controller()
STAGE = Stage()
# Tests run beside others, on machines of any kind. A downlink that is not restored costs seconds, not this much.
STALL_MS = 150.0


def setUpModule():  # noqa: N802, the name is unittest's
    STAGE.__enter__()
    unittest.addModuleCleanup(STAGE.strike)


def ping(host, address, count=3):
    """How many of `count` echo requests were answered."""
    words = STAGE.world.net[host].cmd(f"ping -c{count} -i0.2 -W1 {address}")
    return int(words.partition(" transmitted, ")[2].split()[0])


class AnOperatorsSessionTest(unittest.TestCase):
    """The session of docs/session.md. By its name it comes first: it begins on a fresh campus."""

    @classmethod
    def setUpClass(cls):
        cls.differences, cls.compared = [], []
        cls.entries = recorded.Player(STAGE.world, REST, recorded.by_shell, cls.compare).play()

    @classmethod
    def compare(cls):
        """What the app explains beside what Open vSwitch says, of flows that are known and of some that are not."""
        comparison = Comparison(REST, STAGE.world.air)
        inside = ("edge4", plan.PORT_ACCESS, plan.INSIDE.mac)
        lent = REST.lent(plan.NODE.mac, STAGE.world.air.place)
        flows = [(Flow(one.protocol, plan.NODE.ip, one.local_port, one.remote, one.remote_port), one.outside)
                 for one in REST.flows(plan.NODE.mac)]
        flows += [(Flow(protocol, plan.NODE.ip, port, plan.OUTSIDE_BY_NAME["web"].ip, port and 80), lent)
                  for protocol, port in ((6, 40000), (1, 0))]
        flows += [(Flow(protocol, plan.NODE.ip, port, plan.INSIDE.ip, port, inside), plan.NODE.ip)
                  for protocol, port in ((17, 7000), (1, 0))]
        for flow, outside in flows:
            cls.differences += comparison.differences(flow, outside)
            cls.compared.append((STAGE.world.air.place, flow.id))

    def test_it_looks_as_it_is_written_down(self):
        differences = recorded.differences(recorded.written(), self.entries)
        self.assertFalse(differences, "\n" + "\n".join(differences))

    def test_lines_fit_into_a_terminal(self):
        wide = [line for entry in self.entries for line in entry.output.splitlines()
                if len(line) > 120 and not line.startswith("Error: ")]
        self.assertEqual([], wide)

    def test_ways_that_are_explained_are_those_that_open_vswitch_gives(self):
        self.assertEqual([], self.differences)
        self.assertEqual({"edge1", "edge2", "edge4"}, {place for place, _flow in self.compared})
        self.assertGreaterEqual(len(self.compared), 3 * 6)


class ReachabilityTest(unittest.TestCase):

    def test_node_reaches_a_host_inside(self):
        self.assertEqual(3, ping(plan.NODE.name, plan.INSIDE.ip))

    def test_host_inside_reaches_the_node(self):
        self.assertEqual(3, ping(plan.INSIDE.name, plan.NODE.ip))

    def test_node_reaches_a_host_outside(self):
        self.assertEqual(3, ping(plan.NODE.name, plan.OUTSIDE_BY_NAME["web"].ip))

    def test_host_outside_reaches_the_node_by_its_own_address(self):
        self.assertEqual(3, ping("admin", plan.NODE.ip))


class PageTest(OnThePage, unittest.TestCase):
    """The same network in a browser."""

    stage = STAGE


class ConflictTest(unittest.TestCase):
    """A host that would like to have an IPv4 address asks first (RFC 5227); that of IPv6 is in test_ipv6."""

    def asks(self, host, address):
        """What arping says of an address that a host would like to have."""
        return STAGE.world.net[host].cmd(f"arping -D -c2 -w3 -I {host}-eth0 {address}")

    def test_the_holder_itself_answers_a_host_at_another_edge(self):
        said = self.asks(plan.INSIDE.name, plan.NODE.ip)
        self.assertIn(f"[{plan.NODE.mac.upper()}]", said.upper())

    def test_nobody_answers_for_a_free_address_nor_for_ones_own(self):
        self.assertIn("Received 0 response", self.asks(plan.INSIDE.name, "10.1.0.99"))
        self.assertIn("Received 0 response", self.asks(plan.NODE.name, plan.NODE.ip))


class DiscoveryTest(unittest.TestCase):
    """A printer at another edge is found by multicast DNS where the configuration says so, and nowhere else."""

    MDNS = bytes.fromhex("01005e0000fb")

    def find(self):
        """The addresses that the node finds the printer by."""
        return subprocess.run(entering(STAGE.world.pid(plan.NODE.name),
                                       [PYTHON, "-m", "probes.discovery", "find", plan.NODE.ip]),
                              cwd=ROOT, capture_output=True, text=True, check=True, timeout=20).stdout.split()

    def carry(self):
        """Have the group of mDNS carried in the domain, until the test is over."""
        document = json.loads(plan.CONFIGURATION.read_text())
        document["apps"][APP]["dmm"]["multicast"] = {"groups": ["224.0.0.251"], "scope": "domain"}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(document, file)
            file.flush()
            self.assertEqual(0, controller.call("cfg", file.name).returncode)
        self.addCleanup(controller.call, "cfg", plan.CONFIGURATION)

    def test_a_printer_is_found_from_every_edge_and_not_outside(self):
        printer = Probe("printer", STAGE.world.pid(plan.INSIDE.name), "discovery", ["announce", plan.INSIDE.ip])
        self.addCleanup(printer.finish)
        printer.await_ready()
        self.assertEqual([], self.find(), "nothing is carried that is not in the configuration")
        outside = FrameTap(f"to-{STAGE.world.air.place}", STAGE.world.pid(plan.ROUTER))
        self.addCleanup(outside.close)
        self.carry()
        self.assertTrue(eventually(lambda: self.find() == [plan.INSIDE.ip]), self.find())
        there = "edge3" if STAGE.world.air.place != "edge3" else "edge2"
        STAGE.world.air.move("air", there)
        self.assertTrue(eventually(lambda: self.find() == [plan.INSIDE.ip], 5), self.find())
        heard = list(iter(lambda: outside.read(0), None))
        self.assertEqual([], [frame.hex() for _at, frame in heard if frame[:6] == self.MDNS])


class TruthTest(unittest.TestCase):
    """What REST and the shell say is what is there."""

    def test_node_is_bound_where_it_is(self):
        binding = REST.binding(plan.NODE.mac)
        self.assertEqual([plan.NODE.ip], [one for one in binding["addresses"] if ":" not in one])
        self.assertEqual(STAGE.world.air.place, binding["attachments"][-1]["edge"])

    def test_shell_says_the_same_as_rest(self):
        answer = json.loads(controller.call("cli", "dmm-bindings -j").stdout)
        self.assertEqual(REST.binding(plan.NODE.mac)["attachments"], answer["bindings"][0]["attachments"])

    def test_shell_says_everything_in_the_form_of_rest(self):
        flow = f"tcp,{plan.NODE.ip},40000,{plan.OUTSIDE_BY_NAME['web'].ip},80"
        document = {**REST.get("/dmm/v1/policy"), "rules": []}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(document, file)
            file.flush()
            asked = {f"dmm-explain -j {flow}": lambda: REST.get(f"/dmm/v1/flows/{flow}/explain"),
                     f"dmm-bindings -j {plan.NODE.mac}": lambda: REST.get(f"/dmm/v1/bindings/{plan.NODE.mac}"),
                     "dmm-policy -j show": lambda: REST.get("/dmm/v1/policy"),
                     f"dmm-policy -j diff {file.name}": lambda: REST.post("/dmm/v1/policy/diff", document),
                     f"dmm-policy -j check {file.name}": lambda: REST.post("/dmm/v1/policy/check", document)}
            for name in ("anchors", "nodes", "bindings", "flows", "classes", "handovers", "grants", "check", "summary"):
                asked[f"dmm-{name} -j"] = lambda name=name: REST.get(f"/dmm/v1/{name}")
            for command, answer in asked.items():
                with self.subTest(command):
                    self.assertTrue(eventually(lambda command=command, answer=answer: self.form(answer())
                                               == self.form(json.loads(controller.call("cli", command).stdout))))

    @classmethod
    def form(cls, answer):
        """What an answer is made of, without the numbers, which go on, and those of a list's parts."""
        if isinstance(answer, dict):
            return {name: cls.form(value) for name, value in answer.items() if name != "total"}
        if isinstance(answer, list):
            return [cls.form(one) for one in answer]
        return "a number" if type(answer) in (int, float) else answer

    def test_every_desired_rule_is_installed(self):
        self.assertTrue(eventually(lambda: not REST.incomplete()), REST.incomplete())


class WatchTest(unittest.TestCase):
    """Who watches over REST sees a move happen, sees it again if the connection was lost, and finds it counted."""

    CLEANED_S = 25.0

    def test_packets_of_a_call_that_go_to_two_places_are_counted(self):
        copies = 'dmm_packet_ins_total{reason="bicast"}'
        before = REST.metrics().get(copies, 0)
        elsewhere = next(edge for edge in plan.EDGES if edge.name != STAGE.world.air.place)
        with tempfile.TemporaryDirectory() as directory, Calls(STAGE.world, directory, (CALL,)), \
                closing(Notices()) as notices:
            self.assertTrue(eventually(lambda: REST.flows(plan.NODE.mac)))
            notices.expected(elsewhere, 1000)
            self.assertTrue(eventually(lambda: REST.metrics().get(copies, 0) > before, 3), REST.metrics())

    def test_the_events_of_a_move_arrive_in_order_and_again_and_it_is_counted(self):
        target = "edge2" if STAGE.world.air.place != "edge2" else "edge3"
        completed = 'dmm_handovers_total{trigger="arp",outcome="completed"}'
        before, begin = REST.metrics().get(completed, 0), now_ms()

        def is_of_node(event):
            return event.kind == "handover" and event.data["node"] == plan.NODE.mac.upper() \
                and event.data["detectedAt"] >= begin

        def is_over(event):
            return is_of_node(event) and event.data["phase"] == "CLEANED"

        with closing(REST.events("handover,binding")) as events:
            STAGE.world.air.move("air", target)
            told = events.until(is_over, self.CLEANED_S)
        begun = next(event for event in told if is_of_node(event))
        own = [event for event in told[told.index(begun):] if event.data["node"] == plan.NODE.mac.upper()]
        self.assertEqual(["handover", "binding"], [event.kind for event in own[:2]], own)
        self.assertEqual(target, begun.data["to"]["edge"])
        self.assertEqual(target, own[1].data["attachments"][-1]["edge"])
        numbers = [int(event.id.rpartition("-")[2]) for event in told]
        self.assertEqual(sorted(set(numbers)), numbers)
        with closing(REST.events("handover,binding", since=events.position)) as again:
            self.assertEqual(told, again.until(is_over, 5.0))
        self.assertTrue(eventually(lambda: REST.metrics().get(completed, 0) > before), REST.metrics())


class BadInputTest(unittest.TestCase):
    """Whatever is asked for over the network: a clear answer, and nothing is changed."""

    PROBLEM = "application/problem+json"

    def setUp(self):
        self.policy, self.requests = ask("GET", "policy"), ask("GET", "requests").json
        self.addCleanup(self.assert_nothing_changed)

    def assert_nothing_changed(self):
        self.assertEqual(self.policy.headers["etag"], ask("GET", "policy").headers["etag"])
        self.assertEqual(self.requests, ask("GET", "requests").json)
        self.assertEqual([], [one["id"] for one in REST.get("/dmm/v1/anchors")["anchors"] if one["draining"]])

    def assert_problem(self, status, field, answer):
        self.assertEqual((status, self.PROBLEM), (answer.status, answer.headers["content-type"]), answer)
        self.assertEqual((status, field), (answer.json["status"], answer.json["field"]), answer)
        self.assertNotRegex(json.dumps(answer.json), r"Exception|\\tat |\.java")

    def test_bodies_that_are_too_large_with_and_without_their_length(self):
        for method, resource, octets, field in (("POST", "requests", 70_000, "body"),
                                                ("POST", "attachments", 70_000, "body"),
                                                ("POST", "policy/check", 5_000_000, "document"),
                                                ("POST", "policy/diff", 5_000_000, "document"),
                                                ("PUT", "policy", 5_000_000, "document")):
            with self.subTest(resource):
                self.assert_problem(413, field, ask(method, resource, b" " * octets, If_Match="*"))
                pieces = (b" " * 10_000 for _piece in range(octets // 10_000 + 1))
                self.assert_problem(413, field, ask(method, resource, pieces, If_Match="*"))

    def test_a_policy_without_its_version_and_with_an_old_one(self):
        document = json.dumps({**self.policy.json, "rules": []}).encode()
        self.assert_problem(428, "If-Match", ask("PUT", "policy", document))
        self.assert_problem(412, "version", ask("PUT", "policy", document, If_Match='"0123456789abcdef"'))
        self.assert_problem(412, "version", ask("PUT", "policy", document, If_None_Match="*"))

    def test_what_is_malformed_and_what_is_not_there(self):
        for method, resource, body, status, field in (
                ("PUT", "policy", b'{"rules": [], "rules": []}', 400, "document"),
                ("POST", "policy/check", b"[]", 400, "document"),
                ("POST", "requests", b"{", 400, "body"), ("POST", "attachments", b'{"event":"expected"}', 400, "node"),
                ("GET", "bindings/xx", None, 400, "node"), ("GET", "bindings/00:00:00:00:00:99", None, 404, "node"),
                ("PUT", "anchors/edge9/drain", None, 404, "anchor"), ("PUT", "flows/x/anchor/edge1", None, 400, "flow"),
                ("POST", "resync?target=of:0000000000000099", None, 404, "device"),
                ("GET", "handovers?last=-1", None, 400, "last"), ("GET", "events?since=x", None, 400, "since"),
                ("DELETE", "policy", None, 405, None), ("GET", "nothing", None, 404, None)):
            with self.subTest(resource):
                self.assert_problem(status, field, ask(method, resource, body, If_Match="*"))

    def test_who_may_not(self):
        self.assertEqual(401, ask("GET", "anchors", user=None).status)
        self.assertEqual(401, ask("PUT", "anchors/edge1/drain", user="onos:wrong").status)
        self.assertEqual(200, ask("GET", "anchors", user="watcher:watcher").status)
        for method, resource, body in (("PUT", "anchors/edge1/drain", None), ("POST", "resync", None),
                                       ("PUT", "policy", b"{}"), ("POST", "requests", b"{}"),
                                       ("POST", "attachments", b"{}")):
            with self.subTest(resource):
                self.assert_problem(403, None, ask(method, resource, body, user="watcher:watcher", If_Match="*"))

    def test_a_hundred_streams_at_once(self):
        statuses, refused = ask_for_streams(100)
        self.assertEqual({200: 64, 503: 36}, Counter(statuses))
        self.assert_problem(503, None, refused)
        self.assertEqual("5", refused.headers["retry-after"])
        # That somebody has gone is seen when the next sign of life is sent to them, every ten seconds.
        self.assertTrue(eventually(lambda: ask_for_streams(1)[0] == [200], 30), "nobody is let in again")


class MovesTest(unittest.TestCase):

    def test_the_scene_keeps_its_promises(self):
        if STAGE.world.air.place != "edge1":
            STAGE.world.air.move("air", "edge1")
            time.sleep(3)
        with tempfile.TemporaryDirectory() as directory:
            report = Scene(STAGE.world, REST, directory, lambda line: None, STEPS, least_moves=2,
                           peers_at=["edge4"]).play()
            failures = judge(report, stall_ms=STALL_MS)
            self.assertFalse(failures, "\n" + "\n".join(failures))


class TroubleTest(unittest.TestCase):
    """Two of the faults that `bench faults` plays; there they are measured, here they have to end well."""

    def test_rules_that_are_deleted_and_a_core_switch_that_is_silent(self):
        with tempfile.TemporaryDirectory() as directory:
            runner = faults.Runner(STAGE.world, REST, directory, lambda line: None)
            self.addCleanup(runner.close)
            for name in ("rules-deleted", "channel-core"):
                outcome = runner.play(BY_NAME[name])
                self.assertEqual([], not_right(outcome))
                for talk in outcome.talks:
                    if not may_lose(outcome.scenario, talk):
                        self.assertLessEqual(talk.lost, STALL_MS * faults.RATE / 1e3, f"{name}: {talk.words}")


class OutageTest(unittest.TestCase):
    """Two uplinks die at once. Edge 2 stands in for edge 1, where the call is anchored; nobody does for edge 3."""

    SILENCE_MS = 1500.0           # a port that goes down is noticed at once; the rest is rules, on a busy machine
    RETURN_S = 30.0               # three answers of the router, packets under way, and what a busy machine takes

    def statuses(self):
        return {flow.anchor: flow.status for flow in REST.flows(plan.NODE.mac) if flow.protocol == 17}

    def unconcerned(self, directory):
        """A call that leaves by another uplink: when it is silent, the machine is."""
        admin = plan.OUTSIDE_BY_NAME["admin"]
        return closing(Call(directory, (STAGE.world.pid(plan.INSIDE.name), plan.INSIDE.ip),
                            (STAGE.world.pid(admin.name), admin.ip)))

    def expect(self, statuses, timeout_s=15.0):
        self.assertTrue(eventually(lambda: statuses.items() <= self.statuses().items(), timeout_s), self.statuses())

    def test_a_call_goes_on_by_the_backup_and_a_flow_without_one_is_reported_lost(self):
        if STAGE.world.air.place != "edge1":
            STAGE.world.air.move("air", "edge1")
            time.sleep(3)
        with tempfile.TemporaryDirectory() as directory, Calls(STAGE.world, directory, STREAMS) as calls, \
                self.unconcerned(directory) as control, Uplinks() as uplinks:
            self.expect({"edge1": "ACTIVE", "edge3": "ACTIVE"})
            time.sleep(1)
            dead = now_ms()
            uplinks.cut("edge1", "edge3")
            self.expect({"edge1": "BACKUP", "edge3": "ANCHOR_DOWN"})
            self.assertEqual("edge2", REST.anchor("edge1")["standIn"])
            self.assertIn(("ERROR", "edge3", "1 pinned flow is lost until the uplink is back"), REST.findings())
            self.assertEqual(3, ping(plan.NODE.name, plan.OUTSIDE_BY_NAME["web"].ip))
            time.sleep(1)
            back = now_ms()
            uplinks.mend("edge1", "edge3")
            self.expect({"edge1": "ACTIVE", "edge3": "ACTIVE"}, self.RETURN_S)
            time.sleep(3)
            other = control.end()
            results = calls.collect()
        for direction, counted, stalled in (("up", results.up["call"], other.up),
                                            ("down", results.down["call"], other.down)):
            silence = counted.silence_between(dead, back)
            after = counted.silence_between(back, counted.arrivals[-1])
            machine = stalled.silence_between(back, stalled.arrivals[-1])
            print(f"uplink of edge1 cut: call {direction} silent for {silence:.0f} ms, then by edge2; after its return "
                  f"for {after:.0f} ms, a call by edge4 for {machine:.0f} ms")
            self.assertLess(silence, self.SILENCE_MS)
            self.assertLess(after - machine, STALL_MS)
        self.assertEqual(1, len(results.sources["call"]), results.sources["call"])
        self.assertGreater(results.up["conference"].silence_between(dead, back), 1000.0)
        self.assertEqual(1, len(results.sources["conference"]), results.sources["conference"])


class LifeCycleTest(unittest.TestCase):

    def test_deactivated_app_leaves_nothing_and_activated_it_is_all_back(self):
        before, protection = rules(), len(groups())
        self.assertTrue(before)
        self.assertEqual(0, controller.call("app", "deactivate", APP).returncode)
        self.addCleanup(controller.call, "app", "activate", APP)
        self.assertTrue(eventually(lambda: not rules()), "rules are left")
        self.assertTrue(eventually(lambda: not groups()), "groups are left")
        self.assertNotIn(APP, controller.call("cli", "packet-requests").stdout)
        controller.call("app", "activate", APP)
        self.assertTrue(eventually(lambda: REST.binding(plan.NODE.mac) is not None), "no binding")
        self.assertTrue(eventually(lambda: ping(plan.NODE.name, plan.OUTSIDE_BY_NAME["web"].ip, 1) == 1), "no traffic")
        self.assertEqual(3, ping(plan.NODE.name, plan.INSIDE.ip))
        self.assertTrue(eventually(lambda: len(groups()) == protection and not REST.incomplete(), 30.0))

    def test_uninstalled_app_leaves_nothing_and_installed_anew_it_works(self):
        number = REST.app_id()
        self.assertTrue(rules(number))
        self.assertTrue(entries())
        self.assertEqual(0, controller.call("app", "uninstall", APP).returncode)
        self.addCleanup(self.install)
        self.assertTrue(eventually(lambda: not rules(number)), "rules are left")
        self.assertTrue(eventually(lambda: not groups()), "groups are left")
        self.assertNotIn(APP, controller.call("cli", "packet-requests").stdout)
        self.assertTrue(eventually(lambda: not entries()), entries())

    def install(self):
        controller.start()
        controller.await_network()
        controller.await_binding(plan.NODE, STAGE.world.air.announce)
        self.assertTrue(eventually(lambda: ping(plan.NODE.name, plan.INSIDE.ip) == 3))


def entries():
    """The app's maps in ONOS's stores that are not empty: {name: number of entries}."""
    sizes = {}
    for line in controller.call("cli", "maps").stdout.splitlines():
        name = re.search(r"name=(dmm-[a-z0-9-]+)", line)
        size = re.search(r"size=(\d+)", line)
        if name and size and size[1] != "0":
            sizes[name[1]] = int(size[1])
    return sizes


class BadConfigurationTest(unittest.TestCase):
    """Refused whole, with the field and the value; the last good one stays in force."""

    def hand_in(self, change):
        """Hand in campus.json after a change to its `dmm` part; what the controller and the app then say."""
        configuration = json.loads(plan.CONFIGURATION.read_text())
        change(configuration["apps"][APP]["dmm"])
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(configuration, file)
            file.flush()
            answer = controller.call("cfg", file.name)
        self.addCleanup(controller.call, "cfg", plan.CONFIGURATION)
        time.sleep(0.5)
        said = controller.call("cli", "dmm-check").stdout + controller.call("log", "40").stdout
        return answer.stdout + answer.stderr + said

    def assert_refused(self, change, *words):
        anchors = [(anchor["id"], anchor["device"]) for anchor in REST.anchors()]
        said = self.hand_in(change)
        for word in words:
            self.assertIn(word, said)
        self.assertEqual(anchors, [(anchor["id"], anchor["device"]) for anchor in REST.anchors()])
        self.assertEqual(1, ping(plan.NODE.name, plan.OUTSIDE_BY_NAME["web"].ip, 1))

    def test_unknown_class(self):
        self.assert_refused(lambda dmm: dmm.update(defaultClass="no-such-class"), "defaultClass", "no-such-class")

    def test_unknown_strategy(self):
        self.assert_refused(lambda dmm: dmm["classes"][0].update(strategy="astrology"), "strategy", "astrology")

    def test_overlapping_prefixes(self):
        self.assert_refused(lambda dmm: dmm["anchors"][1].update(prefixes=["10.1.0.0/16"]), "prefixes", "10.1.0.0/16")

    def test_unknown_device(self):
        self.assert_refused(lambda dmm: dmm["anchors"][0].update(device="of:00000000000000ff"), "device",
                            "of:00000000000000ff")


class WaysOverIpv6Test(unittest.TestCase):

    def test_ways_that_are_explained_are_those_that_open_vswitch_gives(self):
        node, comparison = STAGE.world.net[plan.NODE.name], Comparison(REST, STAGE.world.air)
        ipv6.speak_ipv6(node)
        self.assertTrue(eventually(lambda: ipv6.preferred(node, STAGE.world.air.place)), "no IPv6 address")
        address = ipv6.preferred(node, STAGE.world.air.place)
        self.assertTrue(eventually(lambda: address in REST.binding(plan.NODE.mac)["addresses"]), address)
        web = plan.OUTSIDE_BY_NAME["web"].ip6
        for own in (one for one in REST.binding(plan.NODE.mac)["addresses"] if ":" in one):
            flow = Flow(6, own, 40000, web, 443)
            self.assertTrue(eventually(lambda flow=flow, own=own: not comparison.differences(flow, own)),
                            comparison.differences(flow, own))


if __name__ == "__main__":
    unittest.main()
