"""Measures addresses by DHCP: many clients at one port get theirs, the controller is killed and started again, and all
renew. Exit code 0 when everyone got one, nobody another's, and all were there afterwards."""

import json
import os
import time
from dataclasses import asdict

from scenarios import controller, dhcpload
from scenarios.rest import Controller
from scenarios.stage import Stage
from topologies import plan

PER_CLIENT_S = 0.1            # a client may take this long before the run is given up
LEAST_S = 60.0
APP_S = 60.0                  # until the app of a controller that has just started answers; ONOS does so before
CLIENTS_AS_USUAL = 1000.0     # with more the controller needs the longer to be back, for all their rules
HEAP = "-Xmx3g"               # of the controller: 10,000 nodes are some 60,000 rules at one switch


def run(options, say):
    """Measure and print; the exit code."""
    os.environ.setdefault("DMM_JAVA_OPTS", HEAP)
    with Stage(plan.CAMPUS_DHCP) as stage:
        got, view_s, lost, renewed = measure(stage.world, options.leases, options.window, say)
    held = {"every client got an address": len(got.addresses) == options.leases,
            "no address was given twice": got.twice == 0,
            "none was lost when the controller was killed": not lost,
            "everyone could renew its own": renewed.addresses == got.addresses}
    print("", f"given    {got}", f"renewed  {renewed}",
          f"view     dmm-anchors with {len(got.addresses)} nodes more takes {view_s * 1e3:.0f} ms",
          *(f"  {'held' if kept else 'NOT HELD':8}  {promise}" for promise, kept in held.items()), sep="\n")
    if options.json:
        options.json.write_text(json.dumps({"given": asdict(got), "renewed": asdict(renewed), "lost": lost,
                                            "view_s": view_s, "held": held}, indent=1) + "\n")
    return 0 if all(held.values()) else 1


def measure(world, clients, window, say):
    """(given, time that the view of all anchors takes then, addresses lost over a kill of the controller, renewed)."""
    pid, interface = world.pid(plan.INSIDE.name), f"{plan.INSIDE.name}-eth0"
    timeout_s = max(LEAST_S, clients * PER_CLIENT_S)
    say(f"{clients} clients ask for an address, {window} at a time")
    got = dhcpload.run(pid, interface, clients, window=window, timeout_s=timeout_s)
    say(str(got))
    rest = Controller(timeout_s=timeout_s)
    view_s = time_of_view(rest)
    controller.kill_and_restart()
    controller.await_switches(max(1.0, clients / CLIENTS_AS_USUAL))
    controller.await_that("the app answers", APP_S, lambda: rest.get("/dmm/v1/classes")["classes"])
    lost = dhcpload.lost(got, rest)
    say("all renew")
    return got, view_s, lost, dhcpload.run(pid, interface, clients, got, window, timeout_s)


def time_of_view(rest):
    begin = time.monotonic()
    rest.anchors()
    return time.monotonic() - begin
