"""Gives every parser of first packets, DNS answers and control messages inputs that were made to break it: chance, and
well-formed ones cut off, changed, joined. Exit code 0 when none threw, took too long or said too much."""

import json
import random

from scenarios.emulated import measured
from scenarios.table import table

TEST = "HostileInputTest"


def run(options, say):
    """Measure and print; the exit code."""
    seed = random.SystemRandom().randrange(1_000_000) if options.seed is None else options.seed
    say(f"seed {seed}, {options.inputs:,} inputs a parser")
    found, passed = measured.figures(TEST, "hostile input for every parser",
                                     {"dmm.fuzz.inputs": options.inputs, "dmm.fuzz.seed": seed})
    print("", *table([["parser", "inputs", "understood", "slowest, us"]],
                     [[one["parser"], one["inputs"], one["understood"], one["slowest_us"]] for one in found]),
          "", f"  {'held' if passed else 'NOT HELD':8}  no parser throws, hangs or says more than it may (seed {seed}; "
          f"{measured.log(TEST)})", sep="\n")
    if options.json:
        options.json.write_text(json.dumps({"seed": seed, "parsers": found, "held": passed}, indent=1) + "\n")
    return 0 if passed and found else 1
