"""What a user sees and does on the page."""

import json
import unittest
import urllib.error
import urllib.parse
import urllib.request

from scenarios.page.feed import Network
from scenarios.page.server import FILES as ROOTS
from scenarios.page.server import PageServer
from tests.page.browsing import PageTest

NODE = "00:00:00:01:00:00"
CALL = "udp,10.1.0.10,5000,203.0.113.1,16384"
FILES = ("", "page/main.js", "page/style/frame.css", "page/lib/lit-html/lit-html.js", "page/lib/uplot/LICENSE")


class FilesTest(unittest.TestCase):
    """Without a browser: nothing is there without a login, and nothing names another place."""

    def setUp(self):
        self.server = PageServer(Network())
        self.server.start()
        self.addCleanup(self.server.stop)
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def test_a_login_is_asked_for(self):
        for name in FILES:
            with self.assertRaises(urllib.error.HTTPError) as refused:
                self.opener.open(self.server.url + name)
            self.assertEqual(401, refused.exception.code)

    def test_files_are_small_and_begin_with_the_licence(self):
        for file in [*ROOTS[0].rglob("page/**/*.js"), *ROOTS[0].rglob("page/**/*.css")]:
            lines = file.read_text().splitlines()
            self.assertIn("The onos-dmm authors", lines[0], file.name)
            self.assertLess(len(lines), 300, file.name)
            self.assertEqual([], [line for line in lines if len(line) > 120 or line != line.rstrip()], file.name)

    def test_no_file_asks_for_anything_from_elsewhere(self):
        written = ROOTS[0]
        for file in [*written.glob("*.html"), *written.rglob("page/**/*.js"), *written.rglob("page/**/*.css")]:
            text = file.read_text()
            for words in ("http://", "https://", "//cdn", "innerHTML", "insertAdjacentHTML", "document.write", "eval(",
                          "unsafeHTML", " style="):
                self.assertNotIn(words, text, file.name)


class NetworkTest(PageTest):
    """The map and the tables follow the network."""

    def setUp(self):
        self.server = self.serve()
        self.network = self.server.network

    def move(self, mac, target):
        with self.server.lock:
            events = self.network.move(mac, target)
        self.server.tell(events)

    def ways(self, state):
        """Keys of what is drawn: `class|from|to`."""
        return self.browser.run(f"return [...document.querySelectorAll('.strand.{state}')].map(one => one.dataset.way)")

    def expected(self):
        return {f"{flow['class']}|{flow['serving']}|{flow['anchor']}" for flow in self.network.flows_of(NODE)}

    def test_anchors_are_on_the_map_and_in_the_table(self):
        self.open(self.server, "#/anchors")
        self.browser.see("edge4", ".lower tbody")
        self.assertEqual(["edge1", "edge2", "edge3", "edge4"], self.browser.texts(".lower tbody td:first-child"))
        self.assertEqual(4, len(self.browser.all("svg .anchor")))
        self.assertEqual(2, len(self.browser.all("svg .core")))
        self.browser.see("live", ".connection")
        self.assert_quiet()

    def test_packets_of_what_is_looked_at_are_counted_on(self):
        self.open(self.server, f"#/flows?flow={CALL}")
        self.browser.see("telephony, because of rule 1", ".inspector")
        with self.server.lock:
            self.network.flows[CALL]["packets"] = 123_456
        self.browser.see("123 456", ".inspector dl")
        self.assert_quiet()

    def test_every_table_opens_whatever_is_selected(self):
        self.open(self.server)
        for tab in ("anchors", "nodes", "flows", "handovers", "classes", "policy", "findings"):
            for selected in ("", "?anchor=edge1"):
                self.browser.go(f"#/{tab}{selected}")
                self.browser.wait(tab, lambda page, tab=tab, selected=selected: page.all(
                    f"nav a[aria-current=page][href='#/{tab}{selected}']"))
        self.assert_quiet()

    def test_a_handover_is_seen_on_the_map_while_it_happens(self):
        self.open(self.server, f"#/nodes?node={NODE}")
        before = self.expected()
        self.browser.wait("the flows are drawn", lambda page: set(self.ways("here")) == before)
        self.move(NODE, "edge3")
        after = self.expected()
        self.browser.wait("the old ways fade, the new ones are there", lambda page: set(self.ways("gone")) == before
                          and set(self.ways("here")) == after)
        self.browser.see("edge3", ".inspector dl")
        self.browser.see("edge1 → edge3", ".inspector .handovers")
        self.browser.see("make", ".inspector .key")
        self.browser.wait("the old ways are gone", lambda page: not self.ways("gone"))
        self.assert_quiet()

    def test_a_flow_is_followed_to_its_explanation(self):
        self.open(self.server, "#/flows")
        self.browser.wait("flows", lambda page: page.all(".lower tbody a"))
        self.browser.run("document.querySelector('.lower input').focus()")
        field = self.browser.all(".lower input")[0]
        field.send_keys("class=telephony 10.1.0.10:5000")
        self.browser.wait("one flow is left", lambda page: len(page.all(".lower tbody tr")) == 1)
        self.browser.all(".lower tbody a")[0].click()
        self.browser.see("telephony, because of rule 1", ".inspector")
        self.browser.see("It keeps its anchor", ".inspector")
        self.assertIn("find=class%3Dtelephony", self.browser.driver.current_url)
        self.browser.wait("the row is marked", lambda page: page.all(".lower tr.selected"))
        self.browser.driver.back()
        self.browser.wait("back", lambda page: not page.all(".lower tr.selected"))
        self.assert_quiet()

    def test_a_page_is_turned_and_a_column_sorted_by_keyboard(self):
        self.server.network = self.network = Network(nodes=60, flows=1)
        self.open(self.server, "#/nodes")
        self.browser.see("1 / 3", ".pager")
        order = "return document.querySelector('.lower th:nth-child(3)').getAttribute('aria-sort')"
        self.browser.run("document.querySelector('.lower th:nth-child(3) button').focus()")
        for expected in ("ascending", "descending"):
            self.browser.driver.switch_to.active_element.send_keys("\n")
            self.browser.wait(expected, lambda page: page.run(order) == expected)
        self.browser.run("document.querySelector('.pager button:last-child').focus()")
        self.browser.driver.switch_to.active_element.send_keys(" ")
        self.browser.see("2 / 3", ".pager")
        self.assert_quiet()

    def test_without_a_stream_it_asks_and_says_so(self):
        quiet = self.serve(Network(), streams=False)
        self.open(quiet, f"#/nodes?node={NODE}")
        self.browser.see("every 3 s", ".connection")
        with quiet.lock:
            quiet.network.move(NODE, "edge4")
        self.browser.see("edge4", ".inspector dl")
        self.assert_quiet("404")


class ConnectionTest(PageTest):

    def test_it_says_when_the_controller_is_lost_and_goes_on_when_it_is_back(self):
        server = self.serve()
        self.open(server, f"#/nodes?node={NODE}")
        self.browser.see("live", ".connection")
        server.stop()
        self.browser.see("No connection to the controller since", ".banner")
        self.assertTrue(self.browser.run("return document.documentElement.classList.contains('stale')"))
        server.network.move(NODE, "edge2")
        server.start(restarted=True)
        self.browser.wait("it is back", lambda page: not page.all(".banner"))
        self.browser.see("edge2", ".inspector dl")
        with server.lock:
            events = server.network.move(NODE, "edge4")
        server.tell(events)
        self.browser.see("edge4", ".inspector dl")
        self.browser.see("live", ".connection")
        self.assert_quiet("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_EMPTY_RESPONSE",
                          "ERR_CONNECTION_RESET")


    def test_a_page_that_was_away_reads_what_it_missed(self):
        server = self.serve()
        self.open(server, f"#/nodes?node={NODE}")
        self.browser.see("live", ".connection")
        self.browser.run("dispatchEvent(new Event('pagehide'))")
        with server.lock:
            events = server.network.move(NODE, "edge3")
        server.tell(events)
        self.browser.run("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        self.browser.see("edge3", ".inspector dl")
        self.assert_quiet()


class OperatorTest(PageTest):
    """What may be changed, and by whom."""

    def setUp(self):
        self.server = self.serve()

    def press(self, words):
        self.browser.wait(f"there is {words!r}", lambda page: [one for one in page.all("button:enabled")
                                                               if one.text == words])
        next(one for one in self.browser.all("button:enabled") if one.text == words).click()

    def write(self, change):
        """Change the document in the editor, as somebody who pastes another one does."""
        self.browser.wait("the document is there", lambda page: "edge1" in page.run(
            "return document.querySelector('textarea').value"))
        document = json.loads(self.browser.run("return document.querySelector('textarea').value"))
        text = json.dumps(change(document), indent=2)
        self.browser.run("const area = document.querySelector('textarea'); area.value = arguments[0];"
                         "area.dispatchEvent(new Event('input', {bubbles: true}))", text)

    def test_an_anchor_is_drained_after_a_second_question(self):
        self.open(self.server, "#/anchors?anchor=edge2")
        self.press("Drain…")
        self.assertFalse(self.server.network.anchors["edge2"]["draining"])
        self.press("Drain edge2")
        self.browser.see("It takes no new flows", ".inspector")
        self.browser.see("draining", ".lower")
        self.assertTrue(self.server.network.anchors["edge2"]["draining"])
        self.press("Take new flows again")
        self.browser.wait("it takes flows", lambda page: "draining" not in page.text(".lower"))
        self.assert_quiet()

    def test_a_node_is_shown_in_the_topology_of_onos(self):
        self.server.windows = 1
        self.open(self.server, f"#/nodes?node={NODE}")
        self.press("Show in ONOS's topology")
        self.browser.see("Shown in 1 window of ONOS's GUI", ".inspector")
        self.assertEqual(f"nodes/{NODE}", self.server.highlighted)
        self.press("Show it no more in ONOS's topology")
        self.browser.see("not shown there any more", ".inspector")
        self.assertIsNone(self.server.highlighted)
        self.assert_quiet()

    def test_nothing_is_offered_while_no_window_of_onos_is_open(self):
        self.open(self.server, f"#/nodes?node={NODE}")
        self.browser.see("MAC address", ".inspector")
        self.assertNotIn("ONOS's topology", self.browser.text(".inspector"))
        self.assert_quiet()

    def test_a_policy_is_checked_compared_and_applied(self):
        self.open(self.server, "#/policy")
        self.write(lambda document: {**document, "classes": [*document["classes"], {"name": "gaming"}]})
        self.browser.see('+         "name": "gaming"'.replace("        ", "      "), ".diff")
        self.press("Check")
        self.browser.see("class gaming is new", ".outcome")
        self.assertEqual([], self.server.applied)
        self.press("Apply")
        self.browser.see("Applied", ".outcome")
        self.assertEqual("gaming", self.server.applied[0]["classes"][-1]["name"])
        self.assert_quiet()

    def test_what_is_wrong_with_a_policy_is_said(self):
        self.open(self.server, "#/policy")
        self.write(lambda document: {**document, "classes": 7})
        self.press("Check")
        self.browser.see("is not a configuration", ".outcome")
        self.assertFalse([one for one in self.browser.all("button:enabled") if one.text == "Apply"])
        self.assert_quiet("400")

    def test_a_second_editor_cannot_overwrite_the_first(self):
        self.open(self.server, "#/policy")
        self.write(lambda document: {**document, "classes": [*document["classes"], {"name": "gaming"}]})
        self.press("Check")
        self.server.applied.append({})
        self.press("Apply")
        self.browser.see("Somebody else has changed the configuration", ".outcome")
        self.assertEqual([{}], self.server.applied)
        self.assert_quiet("412")

    def test_a_viewer_is_offered_nothing_to_change(self):
        self.open(self.server, "#/policy?anchor=edge2", "guest", "guest")
        self.browser.see("only an admin may change it")
        self.assertFalse([one for one in self.browser.all("button") if one.text in ("Drain…", "Check", "Apply")])
        self.assertTrue(self.browser.run("return document.querySelector('textarea').readOnly"))
        self.assert_quiet()


class HostileTest(PageTest):
    """Names come from the network: from DNS, from hosts, from whoever configures a switch."""

    MARKUP = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>\"'&amp;{{7*7}}${7*7}"

    def test_no_name_becomes_markup(self):
        network = Network()
        flow = network.flows[CALL]
        network.grants = [{"node": NODE, "name": self.MARKUP}]
        network.findings = [{"severity": "ERROR", "subject": self.MARKUP, "message": self.MARKUP}]
        flow.update({"class": self.MARKUP, "evidence": self.MARKUP, "reason": self.MARKUP, "outside": self.MARKUP})
        topology = network.topology()
        topology["switches"][-1]["name"] = self.MARKUP
        network.topology = lambda: topology
        said = network.explain(CALL)
        said.update(classified=self.MARKUP, anchored=self.MARKUP)
        network.explain = lambda _id: said
        server = self.serve(network)
        self.open(server)
        for fragment in (f"#/nodes?node={NODE}", f"#/flows?flow={CALL}", "#/findings",
                         f"#/flows?find={urllib.parse.quote(self.MARKUP)}"):
            self.browser.go(fragment)
            self.browser.see("onerror=", ".lower, .inspector")
            self.assertIsNone(self.browser.run("return window.harmed ?? null"))
            self.assertEqual(0, len(self.browser.all("body script, img:not([src='page/icon.svg'])")))
        self.assert_quiet()


class EveryoneTest(PageTest):
    """With a keyboard, with a screen reader, in the dark, on a phone."""

    def setUp(self):
        network = Network()
        network.anchors["edge2"].update(draining=True)
        network.anchors["edge3"].update(fault="ROUTER_SILENT", uplink="DOWN")
        network.findings = [{"severity": "ERROR", "subject": "edge3", "message": "the router does not answer"}]
        self.server = self.serve(network)

    def test_everything_that_can_be_used_has_a_name(self):
        self.open(self.server, f"#/nodes?node={NODE}")
        self.browser.wait("rows", lambda page: page.all(".lower tbody tr"))
        nameless = self.browser.run("""
            return [...document.querySelectorAll('a, button, input, textarea, [tabindex="0"]')].filter(one =>
                !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.[0]?.textContent.trim()))
                .map(one => one.outerHTML)""")
        self.assertEqual([], nameless)
        self.assertEqual([1, 1, 1, 1], [len(self.browser.all(one)) for one in ("header", "main", "nav", "h1")])

    def test_the_first_stop_leads_to_the_tables(self):
        self.open(self.server)
        self.browser.all("body")[0].send_keys("\t")
        self.assertEqual("To the tables", self.browser.driver.switch_to.active_element.text)
        self.browser.driver.switch_to.active_element.send_keys("\n")
        self.assertEqual("content", self.browser.driver.switch_to.active_element.get_attribute("id"))

    def test_text_stands_out_from_what_is_behind_it(self):
        self.open(self.server)
        for dark in (False, True):
            self.browser.dark(dark)
            self.addCleanup(self.browser.dark, False)
            for fragment in ("#/anchors?anchor=edge3", f"#/flows?flow={CALL}", "#/policy", "#/findings"):
                self.browser.go(fragment)
                self.browser.wait("details", lambda page: page.all(".inspector h2") and page.all(
                    f".lower a[aria-current=page][href^='{fragment.split('?')[0]}']"))
                self.assertEqual([], self.browser.run(CONTRAST, 4.5), f"dark: {dark}, {fragment}")

    def test_a_phone_shows_all_without_going_sideways(self):
        self.open(self.server, f"#/flows?node={NODE}")
        self.browser.resize(390, 844)
        self.browser.wait("it fits", lambda page: page.run("return document.documentElement.scrollWidth") <= 390)
        self.browser.wait("the map fits", lambda page: page.run(
            "return document.querySelector('.map svg').viewBox.baseVal.width") <= 390)
        self.assertEqual(4, len(self.browser.all("svg .anchor")))

    def test_light_and_dark_can_be_chosen(self):
        self.open(self.server)
        back = "return getComputedStyle(document.documentElement).backgroundColor"
        light = self.browser.run(back)
        self.browser.all("button.theme")[0].click()
        dark = self.browser.run(back)
        self.assertNotEqual(light, dark)
        self.open(self.server)
        self.assertEqual(dark, self.browser.run(back))
        self.browser.run("localStorage.clear()")


CONTRAST = """
const [least] = arguments;
const parse = text => {
    const part = text.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const scale = text.startsWith('color(') ? 255 : 1;
    return [part[0] * scale, part[1] * scale, part[2] * scale, part[3] ?? 1];
};
const light = rgb => rgb.slice(0, 3).map(one => one / 255).map(one =>
    one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
const behind = element => {
    for (let one = element; one; one = one.parentElement) {
        const colour = parse(getComputedStyle(one).backgroundColor);
        if (colour[3] > 0) {
            return colour;
        }
    }
    return [255, 255, 255, 1];
};
const without = 'svg, .hidden, .skip, :disabled';
return [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest(without)
    && [...one.childNodes].some(child => child.nodeType === 3 && child.textContent.trim())).map(one => {
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), one.className, one.textContent.trim().slice(0, 30)];
}).filter(([ratio]) => ratio < least).map(found => found.join(' '));
"""


if __name__ == "__main__":
    unittest.main()
