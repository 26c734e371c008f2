"""Explanations of flows beside what Open vSwitch says of packets of these flows."""

from dataclasses import dataclass

from tests.system.traced import Packet, explained, traced
from topologies import plan


@dataclass(frozen=True)
class Flow:
    """A flow of the mobile node, and its other end: a host inside by (bridge, port, MAC address), or the outside."""

    protocol: int
    local: str
    local_port: int
    remote: str
    remote_port: int
    peer: tuple = None

    @property
    def id(self):
        name = {1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6"}[self.protocol]
        return f"{name},{self.local},{self.local_port},{self.remote},{self.remote_port}"


class Comparison:
    """Compares, on the present campus."""

    def __init__(self, rest, air):
        self._rest, self._air = rest, air

    def explain(self, flow):
        """What the app says of a flow."""
        return self._rest.get(f"/dmm/v1/flows/{flow.id}/explain")

    def differences(self, flow, outside):
        """Where explanation and switches differ, in words; `outside` is the node's address that the other end sees."""
        said = self.explain(flow)
        return [*different(f"{flow.id} from the node", said["outbound"], self.from_node(flow)),
                *different(f"{flow.id} to the node", said["inbound"], self._to_node(flow, outside))]

    def from_node(self, flow):
        """The ways of a flow's packets from the node, as Open vSwitch gives them."""
        return traced(self._air.place, plan.PORT_AP, Packet(
            plan.NODE.mac, plan.GATEWAY_MAC, flow.protocol, flow.local, flow.local_port, flow.remote, flow.remote_port))

    def _to_node(self, flow, outside):
        if flow.peer:
            bridge, port, mac = flow.peer
            return traced(bridge, port, Packet(mac, plan.GATEWAY_MAC, flow.protocol, flow.remote, flow.remote_port,
                                               flow.local, flow.local_port))
        anchor = next(edge for edge in plan.EDGES if owns(edge, outside))
        router = self._rest.anchor(anchor.name)["nextHop"]
        return traced(anchor.name, plan.PORT_UPLINK, Packet(
            router, f"0a:00:00:{anchor.number:02x}:00:01", flow.protocol, flow.remote, flow.remote_port, outside,
            flow.local_port))


def owns(edge, address):
    """Whether the outside sends packets for an address to an edge."""
    if ":" in address:
        return address.startswith(edge.prefix6.partition("::")[0] + ":")
    return address.startswith(f"10.{edge.number}.") or \
        address.startswith("198.51.100.") and int(address.rpartition(".")[2]) // 64 == edge.number - 1


def different(what, direction, ways):
    """In words, where one direction of an explanation is not what Open vSwitch says."""
    said = explained(direction)
    faults = [f"{what}: {direction['sentence']}: not confirmed"] if not direction["confirmed"] else []
    faults += [f"{what}: explained, and not taken: {' '.join(map(str, way))}" for way in said - ways]
    return faults + [f"{what}: taken, and not explained: {' '.join(map(str, way))}" for way in ways - said]
