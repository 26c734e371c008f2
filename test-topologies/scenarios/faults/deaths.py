"""The controller dies in the middle of a handover and is started again on what it had stored."""

from scenarios.faults.ground import Ground
from scenarios.faults.scenario import Scenario

SCENARIOS = (
    Scenario("controller-dies", "the controller is killed in the middle of a handover, and started again",
             Ground.kill_controller, Ground.restart_controller, moves=True, lasts_s=3.0, keeps_rules=True),
    Scenario("controller-dies-idle", "the controller is killed while nothing moves, and started again",
             Ground.kill_controller, Ground.restart_controller, lasts_s=3.0, node_loses=False, keeps_rules=True),
)
