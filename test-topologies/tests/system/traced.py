"""Ways of packets as Open vSwitch itself gives them (`ofproto/trace`), from switch to switch along the links of the plan;
and the same ways out of the app's explanation of a flow."""

import re
import subprocess
from dataclasses import dataclass, replace

from topologies import plan

RULE = re.compile(r"^ *(\d+)\. (?:.*[ ,])?priority (\d+)(?:, cookie (0x[0-9a-f]+))?")
OUTPUT = re.compile(r"^ *(?:output:(\d+)|(IN_PORT))$")
FINAL = re.compile(r"^Final flow: (.*)$", re.MULTILINE)
HASHES = range(1, 17)         # one for each of the 16 values that a select group of two equal members looks at
MOST_SWITCHES = 12
PROTOCOLS = {1: "icmp", 6: "tcp", 17: "udp", 58: "icmp6"}


class TraceError(Exception):
    """What Open vSwitch says is not understood."""


@dataclass(frozen=True)
class Packet:
    """The headers of a packet of a flow."""

    eth_src: str
    eth_dst: str
    protocol: int
    source: str
    source_port: int
    destination: str
    destination_port: int

    def spec(self):
        """As Open vSwitch reads it."""
        six = ":" in self.source
        name = PROTOCOLS[self.protocol]
        addresses = ("ipv6_src", "ipv6_dst") if six else ("nw_src", "nw_dst")
        ports = {"icmp": ["icmp_type=8", "icmp_code=0"], "icmp6": ["icmpv6_type=128", "icmpv6_code=0"]}.get(
            name, [f"{name}_src={self.source_port}", f"{name}_dst={self.destination_port}"])
        return ",".join([name + ("6" if six and not name.endswith("6") else ""), f"dl_src={self.eth_src}",
                         f"dl_dst={self.eth_dst}", f"{addresses[0]}={self.source}", f"{addresses[1]}={self.destination}",
                         "nw_ttl=64", *ports])

    def after(self, text):
        """The packet after a switch, by the last lines of a trace."""
        final = FINAL.search(text)
        if not final:
            raise TraceError(text)
        if final[1] == "unchanged":
            return self
        fields = dict(part.split("=", 1) for part in final[1].split(",") if "=" in part)
        return replace(self, eth_src=fields["dl_src"], eth_dst=fields["dl_dst"],
                       source=fields.get("nw_src") or fields["ipv6_src"],
                       destination=fields.get("nw_dst") or fields["ipv6_dst"])


@dataclass(frozen=True)
class Hop:
    """One switch on a way: ports, and the rules as (table, priority, cookie). `out` is None where it ends there."""

    bridge: str
    into: int
    out: int
    rules: tuple

    def __str__(self):
        rules = " ".join(f"{table}:{priority}:{cookie:#x}" for table, priority, cookie in self.rules)
        return f"{self.bridge} {self.into}>{'-' if self.out is None else self.out} [{rules}]"


def links():
    """Each end of a link between two switches, and the other one."""
    pairs = [((edge.name, plan.PORT_CORE[core]), (name, edge.number))
             for edge in plan.EDGES for core, (name, _dpid) in plan.CORES.items()]
    cores = [(name, plan.PORT_CORE_PEER) for name, _dpid in plan.CORES.values()]
    pairs.append(tuple(cores))
    return {**dict(pairs), **{there: here for here, there in pairs}}


LINKS = links()


def traced(bridge, port, packet, before=()):
    """The ways that a packet may take from a port on, each a tuple of Hops: one for each choice that a switch has."""
    if len(before) == MOST_SWITCHES:
        raise TraceError(f"a circle: {' '.join(map(str, before))}")
    found = set()
    for text in traces(bridge, port, packet):
        hop = Hop(bridge, port, output(text, port), rules(text))
        peer = LINKS.get((bridge, hop.out))
        found |= traced(*peer, packet.after(text), (*before, hop)) if peer else {(*before, hop)}
    return found


def traces(bridge, port, packet):
    """What Open vSwitch says: once, or for each hash where a group chooses by it."""
    spec = f"in_port={port},{packet.spec()}"
    text = trace(bridge, spec)
    return [trace(bridge, f"{spec},dp_hash={value}") for value in HASHES] if "hash(" in text else [text]


def trace(bridge, spec):
    done = subprocess.run(["ovs-appctl", "ofproto/trace", bridge, spec], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise TraceError(f"{bridge} {spec}: {done.stderr.strip()}")
    return done.stdout


def rules(text):
    """The rules that matched, without those of no match."""
    found = [RULE.match(line) for line in text.splitlines()]
    return tuple((int(rule[1]), int(rule[2]), int(rule[3] or "0", 16)) for rule in found if rule)


def output(text, port):
    """The port by which the packet leaves; None if it does not. Copies to the controller do not count."""
    found = [match for match in map(OUTPUT.match, text.splitlines()) if match]
    if len(found) > 1:
        raise TraceError(f"more than one output: {text}")
    return None if not found else port if found[0][2] else int(found[0][1])


def bridge_of(device):
    """The bridge with this device id."""
    edge = plan.edge_of_device(device)
    return edge.name if edge else next(name for name, dpid in plan.CORES.values() if device == f"of:{dpid}")


def explained(direction):
    """The ways of one direction of an explanation over REST, in the same form."""
    return {tuple(Hop(bridge_of(hop["device"]), hop["in"], hop["out"],
                      tuple((rule["table"], rule["priority"], int(rule["cookie"])) for rule in hop["rules"]))
                  for hop in path["hops"]) for path in direction["paths"]}
