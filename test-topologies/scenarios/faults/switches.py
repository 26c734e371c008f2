"""A switch, or a link, dies and returns."""

from scenarios.faults.ground import PEERS, interfaces_of
from scenarios.faults.scenario import Scenario
from topologies import plan


def dies(name, bridge_of, words, **more):
    """A switch loses its power: links, rules and the control channel are gone at once. `bridge_of` names it."""
    return Scenario(name, words, lambda ground: ground.power(bridge_of(ground), False),
                    lambda ground: ground.power(bridge_of(ground), True),
                    broken=lambda ground: interfaces_of(bridge_of(ground)), rules_go=True, **more)


def unplugged(name, interface_of, words, **more):
    """A link dies; both ends see it."""
    return Scenario(name, words, lambda ground: ground.link(interface_of(ground), False),
                    lambda ground: ground.link(interface_of(ground), True),
                    broken=lambda ground: (interface_of(ground), PEERS[interface_of(ground)]), **more)


def link_to_node(ground):
    """The interface at the node's edge by which packets for the node come from a core switch."""
    edge = plan.BY_NAME[ground.old]
    return edge.interface(plan.PORT_CORE[1 + edge.number % 2])


SCENARIOS = (
    dies("old-edge-dies", lambda ground: ground.old, "the old edge dies in the middle of a handover", moves=True),
    dies("new-edge-dies", lambda ground: ground.new, "the new edge dies in the middle of a handover", moves=True),
    dies("anchor-dies", lambda ground: ground.anchor, "the anchor of the node's call, its home, dies; no backup",
         node_loses=False, new_talk=True),
    dies("core-dies", lambda _ground: "core1", "a core switch dies", node_loses=False),
    unplugged("edge-link-dies", link_to_node, "a link between the node's edge and a core switch dies",
              node_loses=False),
    unplugged("core-link-dies", lambda _ground: f"core1-eth{plan.PORT_CORE_PEER}",
              "the link between the core switches dies", node_loses=False),
)
