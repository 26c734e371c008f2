"""Measurements. `dhcp` has many clients get addresses, kills the controller, and has them renewed. `hosts` has a stock
host with its own DHCP client go through all edges, with sessions of both families. `flows` measures what a new flow
costs. `continuity` shows what becomes of sessions of real programs when their node moves and when anchors die.
`page` shows the web page many flows and handovers. `classify` replays a folder of captures and says how well flows are
told apart by application class; `fuzz` tries to break what reads them.
`handover` has these sections, all of them unless told otherwise:

  moves   moves of several kinds under fast streams: with and without notice, with the bounce and with it taken out.
          Kinds and rates take turns in an order drawn by lot. Each move has a control run of the same length right
          after it; a move whose control loses packets is discarded and reported as such.
  families  the same moves under streams of IPv4 and IPv6, with a lent address and with the node's own, side by side
  rules   rules of one handover in networks of 4 to 64 edges with 1 to 1,000 nodes (emulated switches)
  states  every state that the switches may be in during handovers of every type (emulated switches)
  faults  what fails in the middle of handovers, and how long until all is right again

Exit code 0 when everything that is promised held."""

import json
import os
import random
from contextlib import nullcontext
from pathlib import Path

from scenarios import machine, sections
from scenarios.faults import command
from scenarios.progress import say

RATES = (1000.0, 5000.0)
MOVES = 8


def add_options(parser):
    measurements = parser.add_subparsers(dest="measurement", metavar="MEASUREMENT", required=True)
    handover = measurements.add_parser("handover", help="the handover of a moving node", description=__doc__,
                                       formatter_class=parser.formatter_class)
    handover.add_argument("--only", nargs="+", metavar="SECTION", choices=list(sections.MODULES),
                          help=f"only these: {', '.join(sections.MODULES)}")
    handover.add_argument("--moves", type=positive, default=MOVES, metavar="N",
                          help="counted hard moves at each rate, half as many of most other kinds "
                               "(default %(default)s: some minutes; 100: about 35)")
    handover.add_argument("--rate", type=positive, nargs="+", default=RATES, metavar="R",
                          help="packets/s each way; several take turns (default 1000 5000)")
    handover.add_argument("--kind", nargs="+", metavar="KIND", choices=kind_names(),
                          help=f"kinds of moves (default all: {', '.join(kind_names())})")
    handover.add_argument("--seed", type=int, help="of the order of moves: to make a run with the same one again")
    handover.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    command.add_options(measurements.add_parser("faults", help="faults by name, and how long each takes to repair",
                                                description=command.__doc__))
    dhcp = measurements.add_parser("dhcp", help="addresses by DHCP, many at once")
    dhcp.add_argument("--leases", type=positive, default=10_000, metavar="N", help="clients (default %(default)s)")
    dhcp.add_argument("--window", type=positive, default=50, metavar="N",
                      help="clients that ask at a time (default %(default)s)")
    dhcp.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    hosts = measurements.add_parser("hosts", help="a stock host with its own DHCP client goes through all edges")
    hosts.add_argument("--rounds", type=positive, default=1, metavar="N",
                       help="times through all four edges (default %(default)s)")
    hosts.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    flows = measurements.add_parser("flows", help="what a new flow costs")
    flows.add_argument("--flows", type=positive, default=300, metavar="N",
                       help="flows of each kind, and names (default %(default)s)")
    flows.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    continuity = measurements.add_parser("continuity", help="sessions of real programs, before and after a move")
    continuity.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    classify = measurements.add_parser("classify", help="how well flows of captures are told apart by class")
    classify.add_argument("--captures", type=Path, required=True, metavar="DIR",
                          help="folder with captures and flows.csv, the labels of their flows")
    classify.add_argument("--flows", metavar="FILE", type=Path, help="write what became of each flow, tab-separated")
    classify.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    page = measurements.add_parser("page", help="the web page under many flows and handovers")
    page.add_argument("--flows", type=positive, default=10_000, metavar="N", help="flows (default %(default)s)")
    page.add_argument("--rate", type=positive, default=50, metavar="R", help="handovers a second (default %(default)s)")
    page.add_argument("--seconds", type=positive, default=60, metavar="S", help="how long (default %(default)s)")
    page.add_argument("--pictures", metavar="DIR", type=Path, help="take those of the documentation instead")
    page.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")
    fuzz = measurements.add_parser("fuzz", help="hostile input for all that reads payload")
    fuzz.add_argument("--inputs", type=positive, default=1_000_000, metavar="N",
                      help="for each parser (default %(default)s)")
    fuzz.add_argument("--seed", type=int, help="to make a run with the same inputs again")
    fuzz.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")


def positive(text):
    """A whole number above zero."""
    number = int(text)
    if number <= 0:
        raise ValueError(text)
    return number


def kind_names():
    from scenarios.handovers.kinds import KINDS
    return [kind.name for kind in KINDS]


def run(options):
    if options.measurement == "faults":
        return command.run(options)
    machine.require_root()
    machine.install_packages(peers=True)
    if options.measurement == "classify":
        from scenarios import classify_bench
        return classify_bench.run(options, progress)
    if options.measurement == "fuzz":
        from scenarios import fuzz_bench
        return fuzz_bench.run(options, progress)
    if options.measurement == "page":
        from scenarios.page import bench as page_bench
        return page_bench.run(options, progress)
    if options.measurement == "flows":
        from scenarios import flows_bench
        return flows_bench.run(options, progress)
    if options.measurement == "continuity":
        from scenarios.continuity import command as continuity
        return continuity.run(options, progress)
    if options.measurement == "dhcp":
        from scenarios import dhcp_bench
        return dhcp_bench.run(options, progress)
    if options.measurement == "hosts":
        from scenarios import hosts_bench
        return hosts_bench.run(options, progress)
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1_000_000)
    results = measure(options.only or sections.available(), options)
    for result in results.values():
        print("", *result.lines, sep="\n")
    print("", *sections.summary(results), sep="\n")
    if options.json:
        options.json.write_text(json.dumps({**about(options), **sections.as_json(results)}, indent=1) + "\n")
    return 1 if sections.not_held(results) else 0


def measure(names, options):
    """{name: Result} of these sections; those that need no network come last, when it is gone."""
    from scenarios.stage import Stage
    results = {}
    for variant, members in sections.by_variant(names).items():
        with Stage(variant) if variant else nullcontext() as stage:
            for name in members:
                results[name] = sections.carry_out(name, stage, options, progress)
    return {name: results[name] for name in sections.MODULES if name in results}


def progress(line):
    say(f"  {line}")


def about(options):
    """What the figures were measured with."""
    return {"machine": {"processors": os.cpu_count()}, "moves": options.moves, "rates": list(options.rate),
            "seed": options.seed}
