"""Measures what a new flow costs: how long its first packet waits for its rule, how long an answer of the DNS is held, and
how many connections of the default class the controller is shown. Exit code 0 when what is promised held."""

import json
import math
import subprocess
import time
from pathlib import Path

from scenarios.process import PYTHON
from scenarios.rest import Controller
from scenarios.stage import Stage
from topologies import plan
from topologies.errors import DmmError
from topologies.netns import entering

ROOT = Path(__file__).resolve().parents[1]
TIMEOUT_S = 120.0
STILL_S = 1.0
SHOWN, PACKETS = "flows shown", "/dmm/v1/packets"
PLAIN, NAMED = "example.org", "zoom.us"
MOST_HELD_MS = 20.0


def run(options, say):
    """Measure and print; the exit code."""
    with Stage(plan.CAMPUS.unwired()) as stage:
        found = measure(stage.world, options.flows, say)
    held = promises(found)
    print("", *lines(found), *(f"  {'held' if kept else 'NOT HELD':8}  {promise}" for promise, kept in held.items()),
          sep="\n")
    if options.json:
        options.json.write_text(json.dumps({**found, "held": held}, indent=1) + "\n")
    return 0 if all(held.values()) else 1


def measure(world, count, say):
    """What the controller counted, and what the node saw."""
    node, rest = world.pid(plan.NODE.name), Controller()
    web, conference = plan.OUTSIDE_BY_NAME["web"].ip, plan.OUTSIDE_BY_NAME["conf"].ip
    say(f"{count} flows that are kept, and as many that are not")
    generate(node, "udp", conference, 3478, count)
    generate(node, "udp", web, 9999, count)
    before = shown_so_far(rest)
    say("1000 connections of the default class")
    generate(node, "tcp", web, 443, 1000)
    shown = shown_so_far(rest) - before
    say(f"{2 * count} names")
    server = start(world.pid("web"), "serve", 2 * count)
    time.sleep(STILL_S)           # the server has to be there
    plain = generate(node, "dns", web, PLAIN, count)["took_ms"]
    named = generate(node, "dns", web, NAMED, count)["took_ms"]
    server.kill()
    server.wait()
    report = rest.get(PACKETS)
    return {"flows": 2 * count, "names": count, "shown_of_1000_tcp": shown, "delays_us": report["delays"],
            "counts": report["counts"], "plain_ms": plain, "named_ms": named}


def shown_so_far(rest):
    """Number of flows that the controller was shown, once that stands still: it may lag behind."""
    before, shown = None, rest.get(PACKETS)["counts"].get(SHOWN, 0)
    while shown != before:
        time.sleep(STILL_S)
        before, shown = shown, rest.get(PACKETS)["counts"].get(SHOWN, 0)
    return shown


def start(pid, *arguments):
    return subprocess.Popen(entering(pid, [PYTHON, "-m", "probes.flowload", *map(str, arguments)]), cwd=ROOT,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def generate(pid, *arguments):
    """What the generator printed."""
    process = start(pid, *arguments)
    out, err = process.communicate(timeout=TIMEOUT_S)
    if process.returncode != 0:
        raise DmmError(f"the generator of flows failed: {err.strip()}")
    return json.loads(out)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def lines(found):
    """For a person."""
    texts = {"flow": "first packet of a flow, until its rule is in force", "name": "answer of the DNS that is held"}
    for what, text in texts.items():
        one = found["delays_us"].get(what)
        if one:
            yield (f"{text}: {one['count']}, p50 {one['p50'] / 1e3:.2f} ms, p99 {one['p99'] / 1e3:.2f} ms, "
                   f"at most {one['most'] / 1e3:.2f} ms")
    for words, took in (("plain", found["plain_ms"]), ("held", found["named_ms"])):
        yield (f"look-up, {words}: {len(took)} of {found['names']} answered, p50 {quantile(took, 0.5):.2f} ms, "
               f"p99 {quantile(took, 0.99):.2f} ms")
    yield f"shown of 1000 connections of the default class: {found['shown_of_1000_tcp']}"


def promises(found):
    late = found["counts"].get("names released late", 0)
    return {"no connection of the default class was shown": found["shown_of_1000_tcp"] == 0,
            "every name was answered": len(found["plain_ms"]) == len(found["named_ms"]) == found["names"],
            f"at most 1 of 100 names was released after {MOST_HELD_MS:.0f} ms": late <= found["names"] / 100}
