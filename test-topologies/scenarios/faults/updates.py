"""Flow-mods that a switch refuses, that are lost or never confirmed, and statistics that are out of date."""

import time

from probes.openflow import BARRIER_REPLY
from scenarios.faults.relay import DOWN, UP
from scenarios.faults.scenario import Scenario

STEER, ATTACH = 1, 2
STALE_S = 0.3                 # how late statistics replies are
MOVES, MOVE_EVERY_S = 14, 0.8
LOST_S = 14.0                 # ONOS gives a batch of flow-mods up after ten seconds


def full_table(ground):
    """Room for not one rule more in the tables in which a node's arrival needs some."""
    for table in (STEER, ATTACH):
        held = sum(1 for rule in ground.rules(ground.new) if rule.table == table)
        ground.limit_table(ground.new, table, held)


def room_again(ground):
    ground.lift_limits(ground.new)


def relayed(ground):
    ground.lead_over_relays(ground.new)


def swallow_flow_mods(ground):
    ground.relay(ground.new).swallow(DOWN)


def swallow_confirmations(ground):
    ground.relay(ground.new).swallow(UP, (BARRIER_REPLY,))


def pass_on(ground):
    ground.relay(ground.new).pass_on()


def relay_edges(ground):
    ground.lead_over_relays("edge1", "edge2", "edge3")


def move_to_and_fro(ground):
    """Many moves, while each statistics reply is older than the last change."""
    for edge in ("edge1", "edge2", "edge3"):
        ground.relay(edge).hold_statistics(STALE_S)
    for _ in range(MOVES):
        ground.world.air.move("air", "edge2" if ground.world.air.place == "edge3" else "edge3")
        time.sleep(MOVE_EVERY_S)


SCENARIOS = (
    Scenario("table-full", "the new edge's tables are full, so it refuses rules; later there is room", full_table,
             room_again, moves=True, breaks_first=True),
    Scenario("flow-mods-lost", "what is sent to the new edge is lost while its channel stands", swallow_flow_mods,
             pass_on, relayed, moves=True, breaks_first=True, lasts_s=LOST_S),
    Scenario("never-confirmed", "the new edge applies rules, but no confirmation arrives", swallow_confirmations,
             pass_on, relayed, moves=True, breaks_first=True, lasts_s=LOST_S),
    Scenario("stale-statistics", f"{MOVES} moves while statistics replies are {STALE_S:g} s late", move_to_and_fro,
             prepare=relay_edges, lasts_s=0.0),
)
