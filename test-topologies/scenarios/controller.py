"""The embedded controller as this side needs it: started, with the app in it, configured, stopped."""

import json
import os
import re
import signal
import subprocess
import time

from scenarios import build, machine, priority
from scenarios.progress import StepError, run, say
from scenarios.rest import APP, Controller, ControllerError
from topologies import plan
from topologies.frames import Announcer
from topologies.record import RUN_DIRECTORY

PROGRAM = build.ROOT / "test-topologies" / "controller" / "bin" / "controller"
STOPPED = 3                   # exit code of `controller status` when there is none
CONFIGURED_TIMEOUT_S = 20.0
TAKEN_S = 0.5                 # after an answer ONOS tells its apps of a configuration
RULES_TIMEOUT_S = 25.0        # until the switches have confirmed the rules; statistics come every 5 s
NETWORK_TIMEOUT_S = 30.0
ANSWER_TIMEOUT_S = 5.0
KILLED_TIMEOUT_S = 10.0
LINKS = 2 * (2 * len(plan.EDGES) + 1)   # every edge on both cores and the cores on each other, both ways


def environment():
    return {**build.environment(), "DMM_RUN": str(RUN_DIRECTORY)}


def call(*arguments):
    """Run a subcommand of the controller's own program quietly; the completed process."""
    return subprocess.run([PROGRAM, *arguments], env=environment(), stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, check=False)


def running():
    """Whether it runs, ready or still starting."""
    return PROGRAM.exists() and call("status").returncode != STOPPED


def start(variant=plan.CAMPUS):
    """Start it, unless it runs; install the app and the configuration of a form of campus."""
    if not running():
        machine.require_free_ports()
        step("starting the controller", "start")
    step("waiting until it is ready", "wait-ready")
    step("installing the app", "install", build.oar())
    step(f"configuring it for {variant.name}", "cfg", variant.configuration)


def run_first():
    """Put it before the traffic, once it has started: before, it would take the whole machine for itself."""
    priority.run_first(pid(), priority.BEFORE_OTHERS)


def pid():
    """The number of its process, as a string."""
    return (RUN_DIRECTORY / "controller" / "pid").read_text().strip()


def restart():
    """Start it again on what it has stored, stopping it before if it runs; returns when it can be used."""
    for arguments in (("restart",), ("wait-ready",)):
        done = call(*arguments)
        if done.returncode != 0:
            raise StepError(f"the controller does not start again: {done.stderr.strip()}")
    run_first()


def step(label, *arguments):
    run(label, [PROGRAM, *arguments], RUN_DIRECTORY / f"controller-{arguments[0]}.log", env=environment())


def stop():
    """Stop it if it runs; a no-op otherwise."""
    if PROGRAM.exists():
        call("stop")


def kill_and_restart():
    """End it where it stands (SIGKILL), and start it again with what it has stored."""
    status = call("status").stdout
    number = re.search(r"pid (\d+)", status)
    if not number:
        raise StepError(f"the controller does not run: {status.strip()}")
    os.kill(int(number[1]), signal.SIGKILL)
    await_that("the killed controller's ports are free", KILLED_TIMEOUT_S,
               lambda: not any(machine.in_use(port) for port in machine.PORTS))
    step("starting the killed controller again", "restart")
    step("waiting until it is ready", "wait-ready")
    run_first()


def await_that(what, timeout_s, holds):
    """Poll until `holds()`; a controller that does not answer yet counts as not holding."""
    deadline = time.monotonic() + timeout_s
    last = ""
    while time.monotonic() < deadline:
        try:
            if holds():
                return
        except (ControllerError, KeyError) as error:
            last = f" ({error})"
        time.sleep(0.2)
    raise StepError(f"waited {timeout_s:g} s in vain until {what}{last}: see ./dmm cli dmm-check")


def await_switches(patience=1.0):
    """Until every switch is connected and every link is known; `patience` times as long as usual, where the controller
    has many nodes to look after."""
    rest = Controller(timeout_s=ANSWER_TIMEOUT_S * patience)
    await_that(f"{len(plan.EDGES) + len(plan.CORES)} switches are connected", NETWORK_TIMEOUT_S * patience,
               lambda: len(rest.devices()) == len(plan.EDGES) + len(plan.CORES))
    await_that(f"{LINKS} links are known", NETWORK_TIMEOUT_S * patience, lambda: rest.links() >= LINKS)


def put(document):
    """Put a network configuration in force; returns when the switches have its rules."""
    path = RUN_DIRECTORY / "configuration.json"
    path.write_text(json.dumps(document))
    done = call("cfg", path)
    if done.returncode != 0:
        raise StepError(f"the configuration was not taken: {done.stdout.strip()} {done.stderr.strip()}")
    time.sleep(TAKEN_S)
    rest = Controller()
    wanted = document["apps"][APP]["dmm"].get("classes", ())
    await_that("the configuration is in force", RULES_TIMEOUT_S,
               lambda: has(rest.classes(), wanted) and not rest.incomplete())


def has(classes, wanted):
    """Whether classes in force are what a configuration says of them."""
    return all(entry.items() <= classes.get(entry["name"], {}).items() for entry in wanted)


def await_network():
    """Until every switch, every link and every uplink of campus is known."""
    await_switches()
    rest = Controller()
    await_that("the configuration is in force", CONFIGURED_TIMEOUT_S, lambda: len(rest.anchors()) == len(plan.EDGES))
    await_that("every uplink's next hop answers", NETWORK_TIMEOUT_S,
               lambda: all(anchor["uplink"] == "UP" for anchor in rest.anchors()))
    run_first()                   # with the threads that came with the switches
    say("  switches, links and uplinks are known")


def await_hosts(world):
    """Attach the node at its home edge; until the controller has a binding for it and for the host inside."""
    world.air.appear("edge1")
    await_binding(plan.NODE, world.air.announce)
    inside = Announcer(world.pid(plan.INSIDE.name), f"{plan.INSIDE.name}-eth0", plan.INSIDE.mac, plan.INSIDE.ip)
    await_binding(plan.INSIDE, inside.announce)
    inside.close()


def await_binding(host, announce):
    """Have a host announce itself until the controller has a binding for it."""
    rest = Controller()

    def bound():
        if rest.binding(host.mac):
            return True
        announce()
        return False
    await_that(f"{host.name} is bound", NETWORK_TIMEOUT_S, bound)
