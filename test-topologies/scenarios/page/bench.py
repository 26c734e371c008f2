"""The page in Chromium under a synthetic feed: many flows, and many handovers a second. Counts the tasks of its main
thread that take longer than 50 ms, its memory, and how long the table takes to filter. The feed and the browser share
the machine. Exit code 0 when what is promised held."""

import json
import os
import threading
import time
from pathlib import Path

from scenarios import build
from scenarios.page import pictures
from scenarios.page.browser import Browser
from scenarios.page.feed import Network
from scenarios.page.server import PageServer
from scenarios.table import table

EDGES, CORES, FLOWS_A_NODE = 16, 4, 5
WARM_UP_S = 10.0
NICE = -10
BREAK_AFTER = 100             # handovers
TASK_MS, MEMORY_MB, FILTER_MS = 50.0, 300.0, 100.0
SHARE = 0.01                  # of the frames that may have a longer task: the 99th percentile holds
FILTERS = ("class=telephony", "10.1", "edge=edge3", "anchor=edge7 tcp", "203.0.113.77", "zzz", "")

OBSERVE = """
window.bench = {long: [], frames: 0};
new PerformanceObserver(list => list.getEntries().forEach(one => bench.long.push(one.duration)))
    .observe({type: 'longtask', buffered: false});
(function frame() { bench.frames++; requestAnimationFrame(frame); })();
"""
FILTER = """
const [text, done] = arguments;
const field = document.querySelector('.lower input');
const begin = performance.now();
field.value = text;
field.dispatchEvent(new Event('input', {bubbles: true}));
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
"""


class Feed(threading.Thread):
    """Moves nodes at a rate, whoever listens; each move is followed by its break some time later."""

    def __init__(self, server, rate):
        super().__init__(daemon=True)
        self._server, self._rate, self._stop_it, self.moves = server, rate, threading.Event(), 0

    def run(self):
        macs, begin = list(self._server.network.nodes), time.monotonic()
        while not self._stop_it.wait(max(0.0, begin + self.moves / self._rate - time.monotonic())):
            with self._server.lock:
                events = self._server.network.move(macs[self.moves % len(macs)])
                if self.moves >= BREAK_AFTER:
                    events += self._server.network.clean(macs[(self.moves - BREAK_AFTER) % len(macs)])
            self._server.tell(events)
            self.moves += 1

    def stop(self):
        self._stop_it.set()
        self.join()


def run(options, say):
    """Measure and print; the exit code."""
    build.build()
    if options.pictures:
        return pictures.take(options.pictures, say)
    try:
        os.nice(NICE)             # what else the machine does is not the page's fault
    except PermissionError:
        say("without priority over what else this machine does")
    network = Network(EDGES, CORES, options.flows // FLOWS_A_NODE, FLOWS_A_NODE)
    with PageServer(network) as server, Browser() as browser:
        found = measure(server, browser, options, say)
    held = {
        f"at most {SHARE:.0%} of the frames have a task longer than {TASK_MS:g} ms":
            found["long"] <= SHARE * found["frames"],
        f"less than {MEMORY_MB:g} MB": found["memory_mb"] < MEMORY_MB,
        f"the table filters within {FILTER_MS:g} ms": found["filter_ms"][-1] < FILTER_MS,
    }
    print("", *lines(found), "",
          *(f"  {'held' if kept else 'NOT HELD':8}  {promise}" for promise, kept in held.items()), sep="\n")
    if options.json:
        options.json.write_text(json.dumps({**found, "held": held}, indent=1) + "\n")
    return 0 if all(held.values()) else 1


def measure(server, browser, options, say):
    browser.open(server.url + "#/flows")
    total = len(server.network.flows)
    browser.wait("all flows are there", lambda page: page.run(
        "return document.querySelector('.lower output')?.textContent.replace(/\\D/g, '')") == str(total), 60)
    say(f"{total:,} flows are there; {options.rate} handovers a second from now on")
    feed = Feed(server, options.rate)
    feed.start()
    time.sleep(WARM_UP_S)
    begin, moved = time.monotonic(), feed.moves
    browser.run(OBSERVE)
    filters, heap = [], []
    while time.monotonic() - begin < options.seconds:
        text = FILTERS[len(filters) % len(FILTERS)]
        filters.append(browser.driver.execute_async_script(FILTER, text))
        heap.append(browser.metrics()["JSHeapUsedSize"] / 2 ** 20)
        time.sleep(options.seconds / 30)
    seconds, moves = time.monotonic() - begin, feed.moves - moved
    seen = browser.run("return bench")
    memory = renderer_mb(browser.profile)
    feed.stop()
    return {"flows": total, "seconds": round(seconds, 1), "handovers_per_s": round(moves / seconds, 1),
            "frames": seen["frames"], "long": len(seen["long"]), "longest_ms": max(seen["long"], default=0),
            "memory_mb": round(memory, 1), "heap_mb": round(max(heap), 1),
            "filter_ms": sorted(round(one, 1) for one in filters), "load": os.getloadavg()[0]}


def lines(found):
    filters = found["filter_ms"]
    return table([["flows", "handovers/s", "frames", "longer tasks", "longest, ms", "memory, MB", "heap, MB",
                   "filter, ms: median", "most", "load"]],
                 [[found["flows"], found["handovers_per_s"], found["frames"], found["long"], found["longest_ms"],
                   found["memory_mb"], found["heap_mb"], filters[len(filters) // 2], filters[-1],
                   f"{found['load']:.1f}"]])


def renderer_mb(profile):
    """Memory of the process that has the page: its own, and its share of what it has in common with others."""
    largest = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            if b"--type=renderer" in command and profile.encode() in command:
                rollup = (process / "smaps_rollup").read_text().splitlines()
                largest = max(largest, *(int(line.split()[1]) for line in rollup if line.startswith("Pss:")))
        except OSError:
            continue              # it has ended meanwhile
    return largest / 1024
