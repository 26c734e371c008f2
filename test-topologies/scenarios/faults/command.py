"""Faults alone, as `bench handover --only faults` plays them, and which of them. Exit code 0 when all that is promised
held."""

import json
from pathlib import Path

from scenarios.progress import say


def add_options(parser):
    from scenarios.faults.catalogue import BY_NAME
    parser.add_argument("--scenario", nargs="+", metavar="NAME", choices=BY_NAME, default=list(BY_NAME),
                        help=f"only these (default all: {', '.join(BY_NAME)})")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write all figures as JSON, too")


def run(options):
    from scenarios import machine
    from scenarios import sections
    from scenarios.faults import section
    machine.require_root()
    machine.install_packages()
    from scenarios.stage import Stage
    with Stage() as stage:
        results = {"faults": section.measure(stage, options, lambda line: say(f"  {line}"))}
    print("", *results["faults"].lines, "", *sections.summary(results), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(sections.as_json(results), indent=1) + "\n")
    return 1 if sections.not_held(results) else 0
