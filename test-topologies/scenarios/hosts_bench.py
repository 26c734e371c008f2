"""A stock host (Debian's DHCP client, the kernel's own IPv6) goes through all edges with streams and sessions of both
families. Prints its addresses, as the host itself does, after every move, what each stream lost by each move, and a
verdict on each promise. Exit code 0 when all held."""

import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from scenarios.calls import RATE
from scenarios.rest import Controller
from scenarios.sections import Result, summary
from scenarios.stage import Stage
from scenarios.stock_host import StockHost, loss, verdicts
from scenarios.table import milliseconds, table
from topologies import plan


def run(options, say):
    """Measure and print; the exit code."""
    with Stage(plan.CAMPUS_DHCP.unwired()) as stage, tempfile.TemporaryDirectory() as directory:
        host = StockHost(stage.world, Controller(), Path(directory))
        try:
            host.start()
            host.play(options.rounds, say)
        finally:
            host.close()
    result = Result(lines(host), as_data(host), list(verdicts(host)))
    print("", *result.lines, "", *summary({"hosts": result}), sep="\n")
    if options.json:
        options.json.write_text(json.dumps({**result.data, "verdicts": [asdict(one) for one in result.verdicts]},
                                           indent=1) + "\n")
    return 0 if all(one.held for one in result.verdicts) else 1


def lines(host):
    """The tables."""
    moves = [[f"{number} {step.move.kind}", step.move.source, step.move.target, f"{step.move.gap_ms:.1f}",
              milliseconds(step.barrier_ms), f"{step.address_after_ms:.0f}"]
             for number, step in enumerate(host.steps, start=1)]
    rows = []
    for one in host.opened:
        losses = {number: loss(one, number, host.steps) for number in range(one.moves, len(host.steps))}
        rows.append([one.family, one.edge, one.address,
                     *(cell(losses.get(number)) for number in range(len(host.steps)))])
    return ["MOVES of a stock host   barrier reply: first frame to the old edge's confirmation of the bounce; new",
            "        address: first frame to an address of the new edge's prefix that new sessions use; ms",
            *table([["move", "from", "to", "gap", "barrier reply", "new address"]], moves), "",
            f"STREAMS of {RATE} packets/s each way, opened at an edge and kept; what each lost by each move, up / down,",
            "        of the packets sent after the first frame, and in brackets of those sent before it",
            *table([["family", "opened at", "address", *(f"move {number + 1}" for number in range(len(host.steps)))]],
                   rows),
            f"Load average {os.getloadavg()[0]:.1f}."]


def cell(one):
    return "-" if one is None else f"{one.up} / {one.down} ({one.up_before} / {one.down_before})"


def as_data(host):
    return {"rate": RATE, "address": host.address,
            "moves": [{**step.move.as_json(), "barrier_ms": step.barrier_ms, "address_after_ms": step.address_after_ms,
                       "table": step.table} for step in host.steps],
            "streams": [{"family": one.family, "edge": one.edge, "address": one.address, "session": one.source(),
                         "losses": [asdict(loss(one, number, host.steps))
                                    for number in range(one.moves, len(host.steps))]} for one in host.opened]}
