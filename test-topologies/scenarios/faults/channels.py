"""The control channel drops and returns; the switches forward all the while."""

from scenarios.faults.ground import DEVICES
from scenarios.faults.scenario import Scenario


def cut(name, bridges_of, words, **more):
    """The channels of these switches end, and cannot be had again for a while."""
    def break_it(ground):
        for bridge in bridges_of(ground):
            ground.relay(bridge).cut()

    def mend(ground):
        for bridge in bridges_of(ground):
            ground.relay(bridge).pass_on()
    return Scenario(name, words, break_it, mend, lambda ground: ground.lead_over_relays(*bridges_of(ground)), **more)


SCENARIOS = (
    cut("channel-old-edge", lambda ground: [ground.old],
        "the old edge's control channel drops in the middle of a handover", moves=True),
    cut("channel-new-edge", lambda ground: [ground.new],
        "the new edge's control channel drops in the middle of a handover", moves=True),
    cut("channel-anchor", lambda ground: [ground.anchor],
        "the control channel of the anchor of the node's call drops", node_loses=False),
    cut("channel-core", lambda _ground: ["core1"], "a core switch's control channel drops", node_loses=False),
    cut("channels-all", lambda _ground: list(DEVICES), "all control channels drop in the middle of a handover",
        moves=True),
)
