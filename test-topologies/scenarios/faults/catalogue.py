"""All scenarios, in the order in which they are played."""

from scenarios.faults import channels, deaths, drift, switches, updates

SCENARIOS = (*switches.SCENARIOS, *channels.SCENARIOS, *updates.SCENARIOS, *drift.SCENARIOS, *deaths.SCENARIOS)
BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}
