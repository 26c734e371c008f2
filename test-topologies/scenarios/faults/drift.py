"""Somebody else changes the rules of a switch behind the controller's back."""

from scenarios.faults.ground import interfaces_of, ofctl
from scenarios.faults.scenario import Scenario
from topologies import plan

CALL = f"udp,nw_src={plan.NODE.ip},tp_dst=16384"


def delete_node(ground):
    """All of the node's rules where it is and at its anchor."""
    for bridge in (ground.old, ground.anchor):
        ground.delete(bridge, ground.rules_of_node(bridge))


def delete_core(_ground):
    ofctl("del-flows", "core1")


def add_rules(ground):
    """Rules that drop the node's packets: a foreign one, and one that passes for the app's."""
    ofctl("add-flow", ground.old, f"cookie=0x7,table=1,priority=65000,{CALL},actions=drop")
    ofctl("add-flow", ground.old, f"cookie={(ground.app << 48) | 7:#x},table=1,priority=64999,{CALL},actions=drop")


def change_rules(ground):
    """The rules that take the node's packets to their anchor drop them instead; match and cookie stay."""
    ofctl("mod-flows", ground.old, f"table=1,{CALL},actions=drop")


SCENARIOS = (
    Scenario("rules-deleted", "all of the node's rules are deleted at its edge and at its anchor", delete_node,
             lasts_s=0.0, rules_go=True),
    Scenario("rules-deleted-core", "all rules of a core switch are deleted", delete_core,
             broken=lambda _ground: interfaces_of("core1"), node_loses=False, lasts_s=0.0, rules_go=True),
    Scenario("rules-added", "rules are added that drop the node's packets", add_rules, lasts_s=0.0, rules_go=True),
    Scenario("rules-changed", "rules are changed so that they drop the node's packets", change_rules, lasts_s=0.0),
)
