"""The controller as the scene sees it: REST of this app and of ONOS, turned into plain values.

Field names of the REST answers appear here and nowhere else.
"""

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

from topologies.errors import DmmError

APP = "org.onosdmm"
CLEANED = "CLEANED"
POLL_S = 0.1
SILENCE_S = 30.0              # an event stream shows every 10 s that it is alive


class ControllerError(DmmError):
    """The controller does not answer as it should."""


@dataclass(frozen=True)
class HandoverTimes:
    """One handover as the controller saw it; times in epoch ms, None where it did not get so far."""

    sequence: int
    source: str
    target: str
    trigger: str
    phase: str
    detected: float
    prepared: float
    switched: float
    cleaned: float
    flow_mods: int = 0
    switches: int = 0             # that got one of them
    held: int = 0                 # uplink packets that came before the rules and were passed on
    rescued: int = 0              # downlink packets that were kept while the node was away, and passed on
    bounced: float = None         # when the old edge had confirmed the bounce; None also where that is not told


@dataclass(frozen=True)
class PinnedFlow:
    """A flow that keeps its anchor, as the controller has it."""

    protocol: int                 # of IP: 6 or 17
    local_port: int
    remote: str
    remote_port: int
    class_name: str
    continuity: str
    anchor: str
    outside: str
    status: str = "ACTIVE"        # or BACKUP, ANCHOR_DOWN


class Controller:
    """Access with the stock user of ONOS."""

    def __init__(self, base="http://127.0.0.1:8181/onos", user="onos", password="rocks", timeout_s=5.0):
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._base, self._headers = base, {"Authorization": f"Basic {token}", "Accept": "application/json"}
        self._timeout_s = timeout_s
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(self, path):
        """The JSON at a path below /onos."""
        return self._ask(urllib.request.Request(self._base + path, headers=self._headers))

    def post(self, path, document):
        """The JSON that answers a document; None where the answer has no body."""
        headers = {**self._headers, "Content-Type": "application/json"}
        return self._ask(urllib.request.Request(self._base + path, json.dumps(document).encode(), headers))

    def _ask(self, request):
        try:
            with self._opener.open(request, timeout=self._timeout_s) as answer:
                body = answer.read()
                return json.loads(body) if body else None
        except (OSError, ValueError) as error:
            raise ControllerError(f"{request.get_method()} {request.selector}: {error}") from error

    def app_id(self):
        """The number in the upper 16 bits of the cookies of this app's rules."""
        return int(self.get(f"/v1/applications/{APP}")["id"])

    def devices(self):
        """Ids of the connected switches."""
        return {device["id"] for device in self.get("/v1/devices")["devices"] if device["available"]}

    def links(self):
        """Number of unidirectional links that the controller knows."""
        return len(self.get("/v1/links")["links"])

    def anchors(self):
        return self.get("/dmm/v1/anchors")["anchors"]

    def anchor(self, name):
        return self.get(f"/dmm/v1/anchors/{name}")

    def classes(self):
        """{name: class in force}."""
        return {one["name"]: one for one in self.get("/dmm/v1/classes")["classes"]}

    def incomplete(self):
        """Edges that have not the rules that they should have, in words."""
        return [f"{anchor['id']} has not the rules that it should have: {anchor['rules']}"
                for anchor in self.anchors() if anchor["rules"]["desired"] != anchor["rules"]["installed"]]

    def binding(self, mac):
        """The node's binding, or None."""
        bindings = self.get("/dmm/v1/bindings")["bindings"]
        return next((entry for entry in bindings if entry["node"].upper() == mac.upper()), None)

    def rules_at(self, device):
        """Cookies of the rules that a switch should hold."""
        return {int(rule["cookie"]) for rule in self.get(f"/dmm/v1/rules/{device}")["rules"]}

    def rules_of(self, mac, device):
        """Cookies of the rules that a node needs at a switch."""
        rules = self.get(f"/dmm/v1/bindings/{mac}/rules")["rules"]
        return {int(rule["cookie"]) for rule in rules if rule["device"] == device}

    def findings(self):
        """(severity, subject, message) of what an operator should know."""
        return [(one["severity"], one["subject"], one["message"]) for one in self.get("/dmm/v1/check")["findings"]]

    def flows(self, mac):
        """The node's pinned flows."""
        entries = self.get("/dmm/v1/flows")["flows"]
        return [pinned(entry) for entry in entries if entry["node"].upper() == mac.upper()]

    def lent(self, mac, anchor):
        """The address that an anchor has lent to the node."""
        return next(lease["outside"] for lease in self.binding(mac)["leases"] if lease["anchor"] == anchor)

    def locator(self, mac):
        """The locator of the node's present attachment."""
        return max(self.binding(mac)["attachments"], key=lambda one: one["sequence"])["locator"]

    def handovers(self, mac, last=None):
        """The node's handovers, newest last; only of the last so many of all nodes, if told so."""
        entries = self.get("/dmm/v1/handovers" + (f"?last={last}" if last else ""))["handovers"]
        return [handover(entry) for entry in entries if entry["node"].upper() == mac.upper()]

    def await_handover(self, mac, target, since_ms, timeout_s, last=None):
        """The handover to `target` detected after `since_ms`, once it has been switched; None if that never comes.

        It is looked for among the `last` of all nodes, or among all."""
        deadline = time.monotonic() + timeout_s
        while True:
            found = [one for one in self.handovers(mac, last) if one.target == target and one.detected >= since_ms]
            if found and found[-1].switched is not None:
                return found[-1]
            if time.monotonic() > deadline:
                return None
            time.sleep(POLL_S)

    def await_cleaned(self, mac, timeout_s):
        """The node's handovers by sequence, once the newest is CLEANED or the time is over."""
        deadline = time.monotonic() + timeout_s
        while True:
            handovers = self.handovers(mac)
            if not handovers or handovers[-1].phase == CLEANED or time.monotonic() > deadline:
                return {one.sequence: one for one in handovers}
            time.sleep(POLL_S)


    def metrics(self):
        """{series with its labels: value}, as Prometheus reads them."""
        request = urllib.request.Request(self._base + "/dmm/v1/metrics",
                                         headers={**self._headers, "Accept": "text/plain"})
        with self._opener.open(request, timeout=self._timeout_s) as answer:
            lines = answer.read().decode().splitlines()
        return {series: float(value) for series, value in
                (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}

    def events(self, types=None, since=None):
        """The live stream of events."""
        query = urllib.parse.urlencode({name: value for name, value in (("types", types), ("since", since)) if value})
        request = urllib.request.Request(f"{self._base}/dmm/v1/events?{query}",
                                         headers={**self._headers, "Accept": "text/event-stream"})
        return Events(self._opener.open(request, timeout=SILENCE_S))


@dataclass(frozen=True)
class Event:
    """One event; `kind` is its type, `data` what REST says of the thing."""

    id: str
    kind: str
    data: dict


class Events:
    """A stream of server-sent events that was just opened; `position` is where it begins."""

    def __init__(self, answer):
        self._answer = answer
        self.position = self._block().get("id")

    def _block(self):
        """The fields up to the next empty line."""
        fields = {}
        while line := self._answer.readline().decode().rstrip("\r\n"):
            name, _, value = line.partition(": ")
            fields[name] = value
        return fields

    def until(self, last, timeout_s):
        """The events up to the first of which `last` is true."""
        deadline, found = time.monotonic() + timeout_s, []
        while not found or not last(found[-1]):
            if time.monotonic() > deadline:
                raise ControllerError(f"the event that is waited for does not come; there were {found}")
            fields = self._block()
            if "event" in fields:
                found.append(Event(fields["id"], fields["event"], json.loads(fields["data"])))
        return found

    def close(self):
        self._answer.close()


def handover(entry):
    """HandoverTimes of a REST entry."""
    times = (optional_ms(entry.get(name)) for name in ("detectedAt", "preparedAt", "switchedAt", "cleanedAt"))
    return HandoverTimes(entry["sequence"], entry["from"]["edge"], entry["to"]["edge"], entry["trigger"],
                         entry["phase"], *times, entry.get("flowMods", 0), len(entry.get("switches", ())),
                         entry.get("packetsHeld", 0), entry.get("packetsRescued", 0),
                         optional_ms(entry.get("bouncedAt")))


def optional_ms(value):
    """A time of a REST answer: absent and null alike mean that it has not come."""
    return None if value is None else float(value)


def pinned(entry):
    """PinnedFlow of a REST entry."""
    return PinnedFlow(int(entry["protocol"]), int(entry["localPort"]), entry["remote"], int(entry["remotePort"]),
                      entry["class"], entry["continuity"], entry["anchor"], entry["outside"],
                      entry.get("status", "ACTIVE"))
