"""A network that is made up: what REST and the event stream say of it, and how it changes. The same seed, the same
network. Fields are those of the app's codecs."""

import random
import time
from collections import defaultdict, deque

CLASSES = (("telephony", "SESSION_LASTING", "nearest"), ("multimedia-conferencing", "SESSION_LASTING", "nearest"),
           ("standard", "NON_PERSISTENT", "serving"), ("oam", "FIXED", "home"))
UDP, TCP = 17, 6
UPLINK = 10


def now_ms():
    return int(time.time() * 1000)


def edge_device(number):
    return f"of:{number:016x}"


def core_device(number):
    return f"of:{0x100 + number:016x}"


class Network:
    """Anchors in the order of their numbers, nodes and flows by name; methods that change it return the events."""

    def __init__(self, edges=4, cores=2, nodes=6, flows=4, seed=1):
        self._random = random.Random(seed)
        self._cores = [core_device(number + 1) for number in range(cores)]
        self.anchors = {name: self._anchor(number + 1, name)
                        for number, name in enumerate(f"edge{one + 1}" for one in range(edges))}
        self.nodes, self.flows, self.grants, self.findings = {}, {}, [], []
        self.handovers = deque(maxlen=1000)
        self._flows_of = defaultdict(list)
        self.document = {"anchors": [{"name": name} for name in self.anchors],
                         "classes": [{"name": name, "continuity": kind} for name, kind, _by in CLASSES]}
        for number in range(nodes):
            self._add_node(number)
        macs = list(self.nodes)
        for number in range(nodes * flows):
            self.add_flow(macs[number % len(macs)], number)

    def _anchor(self, number, name):
        return {"id": name, "number": number, "device": edge_device(number), "available": True,
                "prefixes": [f"10.{number}.0.0/16"], "uplink": "UP", "fault": None, "backup": None, "standIn": None,
                "uplinkPort": UPLINK, "nextHop": "02:00:00:00:00:0A", "poolSize": 254, "leased": 0, "nodes": 0,
                "flows": 0, "capacity": None, "draining": False, "rules": {"desired": 68, "installed": 68}}

    def _add_node(self, number):
        mac = f"00:00:00:01:{number >> 8:02X}:{number & 255:02X}"
        edge = list(self.anchors)[number % len(self.anchors)]
        at = now_ms() - self._random.randrange(1_000_000)
        self.nodes[mac] = {
            "id": mac, "node": mac,
            "addresses": [f"10.{self.anchors[edge]['number']}.{number >> 8}.{10 + number % 240}"],
            "home": edge, "sequence": 1, "phase": "CLEANED", "lastSeen": at, "absentSince": None,
            "attachments": [self._attachment(edge, 1, at)], "leases": [], "flows": [],
            "rules": {"desired": 20, "installed": 20}}
        self._load(edge, nodes=1)

    def _attachment(self, edge, sequence, at):
        number = self.anchors[edge]["number"]
        return {"sequence": sequence, "edge": edge, "port": f"{edge_device(number)}/3",
                "locator": f"0A:00:00:{number:02X}:00:{16 + sequence % 200:02X}", "since": at, "trigger": "ARP"}

    def add_flow(self, mac, number, kind=None):
        """One more flow of a node; its event."""
        name, continuity, strategy = kind or CLASSES[number % len(CLASSES)]
        node = self.nodes[mac]
        serving = node["attachments"][-1]["edge"]
        anchor = {"home": node["home"], "nearest": self._random.choice(list(self.anchors))}.get(strategy, serving)
        protocol = UDP if continuity == "SESSION_LASTING" else TCP
        local, port = node["addresses"][0], 5000 + number % 50_000
        remote = f"203.0.113.{1 + number % 250}"
        flow = {"id": f"{'udp' if protocol == UDP else 'tcp'},{local},{port},{remote},16384", "node": mac,
                "serving": serving, "protocol": protocol, "local": local, "localPort": port, "remote": remote,
                "remotePort": 16384, "origin": "OUTSIDE" if continuity == "FIXED" else "NODE", "class": name,
                "continuity": continuity, "anchor": anchor,
                "outside": local if continuity == "FIXED" else f"198.51.100.{number % 250}",
                "translated": continuity != "FIXED", "step": "rules", "evidence": "udp, ports 16384-16389",
                "strategy": strategy, "reason": f"{strategy}: {anchor}", "copied": False, "overlapEnds": None,
                "released": None, "since": now_ms() - self._random.randrange(600_000), "status": "ACTIVE",
                "packets": self._random.randrange(100_000), "rules": {"desired": 1, "installed": 1}}
        self.flows[flow["id"]] = flow
        self._flows_of[mac].append(flow)
        self._load(anchor, flows=1)
        return ("flow", flow)

    def _load(self, name, nodes=0, flows=0):
        anchor = self.anchors[name]
        anchor["nodes"] += nodes
        anchor["flows"] += flows
        anchor["leased"] = min(anchor["poolSize"], anchor["flows"] // 4 + anchor["nodes"])

    def flows_of(self, mac):
        return self._flows_of[mac]

    def move(self, mac, target=None):
        """Move a node; the events up to the switch. The break is `clean`."""
        node = self.nodes[mac]
        old = node["attachments"][-1]
        target = target or self._random.choice([name for name in self.anchors if name != old["edge"]])
        detected = time.time() * 1000
        prepared = detected + self._random.uniform(2, 8)
        handover = {"id": f"{mac}@{int(detected * 1000)}", "node": mac, "sequence": node["sequence"] + 1, "from": old,
                    "to": self._attachment(target, node["sequence"] + 1, int(detected)), "trigger": "ARP",
                    "phase": "PREPARED", "detectedAt": detected, "preparedAt": prepared, "bouncedAt": prepared,
                    "switchedAt": None, "cleanedAt": None, "flowMods": 14,
                    "switches": [self.anchors[old["edge"]]["device"], self.anchors[target]["device"]],
                    "packetsHeld": 1, "packetsRescued": 0}
        events = [("handover", dict(handover))]
        handover.update(phase="SWITCHED", switchedAt=prepared + self._random.uniform(1, 4))
        self.handovers.append(handover)
        self._load(old["edge"], nodes=-1)
        self._load(target, nodes=1)
        node.update(sequence=handover["sequence"], phase="SWITCHED", attachments=[old, handover["to"]])
        events += [("handover", dict(handover)), ("binding", dict(node))]
        for flow in self.flows_of(mac):
            flow["serving"] = target
            if flow["continuity"] == "NON_PERSISTENT":
                self._load(flow["anchor"], flows=-1)
                self._load(target, flows=1)
                flow["anchor"] = target
            events.append(("flow", dict(flow)))
        return events

    def clean(self, mac):
        """The break of a node's last handover; its events."""
        node = self.nodes[mac]
        last = next(one for one in reversed(self.handovers) if one["node"] == mac)
        last.update(phase="CLEANED", cleanedAt=last["switchedAt"] + 6500)
        node.update(phase="CLEANED", attachments=node["attachments"][-1:])
        return [("handover", dict(last)), ("binding", dict(node))]

    def topology(self):
        """Every edge on every core, and the cores on each other."""
        links = [{"one": {"device": anchor["device"], "port": number + 1},
                  "other": {"device": core, "port": anchor["number"]}}
                 for anchor in self.anchors.values() for number, core in enumerate(self._cores)]
        links += [{"one": {"device": one, "port": 99}, "other": {"device": other, "port": 99}}
                  for one, other in zip(self._cores, self._cores[1:])]
        switches = [{"id": anchor["device"], "name": name, "available": True} for name, anchor in self.anchors.items()]
        switches += [{"id": core, "name": f"core{number + 1}", "available": True}
                     for number, core in enumerate(self._cores)]
        return {"switches": switches, "links": links}

    def classes(self):
        return [{"name": name, "continuity": continuity, "strategy": strategy, "anchor": None, "priority": 10 - number,
                 "idle": None, "rescue": number == 0, "dscp": []}
                for number, (name, continuity, strategy) in enumerate(CLASSES)]

    def explain(self, flow_id):
        """What `flows/{id}/explain` answers, or None."""
        flow = self.flows.get(flow_id)
        if not flow:
            return None
        one, other = (self.anchors[flow[end]]["device"] for end in ("serving", "anchor"))
        devices = [one] if one == other else [one, self._cores[0], other]
        hops = [{"device": device, "edge": None, "in": "1", "out": "2",
                 "rules": [{"table": 1, "tableName": "steer", "priority": 60000, "words": "the flow goes to its anchor",
                            "confirmed": True}]} for device in devices]
        return {"id": flow_id, "node": flow["node"], "classified": f"{flow['class']}, because of rule 1",
                "anchored": f"{flow['anchor']} is nearest to {flow['remote']}",
                "promised": "It keeps its anchor and its address until it ends.",
                "placed": f"The node is at {flow['serving']}.",
                "outbound": {"sentence": "It goes " + " to ".join(devices), "confirmed": True, "present": [],
                             "paths": [{"hops": hops, "end": {"kind": "UPLINK", "words": "leaves"}, "copy": False}]},
                "inbound": {"sentence": "It comes back the same way.", "confirmed": True, "present": [], "paths": []},
                "next": [{"edge": "edge1", "goesOn": True, "anchor": flow["anchor"], "outside": flow["outside"],
                          "sentence": "At edge1 it would go on with the same address."}]}
