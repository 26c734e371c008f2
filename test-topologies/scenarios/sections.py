"""What a bench is made of: sections, each of which measures something and says what it found.

A section is a module with a function `measure(stage, options, say)` that returns a Result. `stage` is the Stage with
controller and campus up, in the form that the section asks for (`VARIANT`), or None for a section that needs neither;
`options` are those of the command line; `say` takes a line of progress.
"""

import importlib
import importlib.util
import textwrap
from dataclasses import dataclass, field

from topologies.errors import DmmError

COLUMNS = 120
OUTCOMES = {True: "held", False: "NOT HELD", None: "open"}
MODULES = {
    "moves": "scenarios.handovers.section",
    "families": "scenarios.handovers.families",
    "rules": "scenarios.emulated.rules",
    "states": "scenarios.emulated.states",
    "faults": "scenarios.faults.section",
}


@dataclass(frozen=True)
class Verdict:
    """One promise, and whether it was kept, or None where so few moves cannot tell; `numbers` are the figures that it
    was judged by."""

    promise: str
    held: bool
    numbers: str

    def lines(self):
        """For a person, at most 120 columns."""
        words = f"  {OUTCOMES[self.held]:8}  {self.promise}: {self.numbers}"
        return textwrap.wrap(words, COLUMNS, subsequent_indent=" " * 14, break_long_words=False,
                             break_on_hyphens=False)


@dataclass(frozen=True)
class Result:
    """What a section found: lines for a person, the same as data, and its verdicts."""

    lines: list
    data: dict
    verdicts: list = field(default_factory=list)


def available():
    """Names of the sections that are there, in the order in which they run."""
    return [name for name in MODULES if importlib.util.find_spec(parent(name)) and exists(MODULES[name])]


def parent(name):
    return MODULES[name].rpartition(".")[0]


def exists(module):
    return importlib.util.find_spec(module) is not None


def load(name):
    """The module of a section."""
    return importlib.import_module(MODULES[name])


def carry_out(name, stage, options, say):
    """The Result of a section; one that fails does not take those before it with it."""
    try:
        return load(name).measure(stage, options, say)
    except DmmError as error:
        say(f"{name}: GIVEN UP: {error}")
        return Result([], {"error": str(error)}, [Verdict("the measurement was carried out", False, str(error))])


def by_variant(names):
    """{form of campus: names of the sections that need it}; those that need no network come last, under None."""
    grouped = {}
    for name in sorted(names, key=lambda one: load(one).VARIANT is None):
        grouped.setdefault(load(name).VARIANT, []).append(name)
    return grouped


def summary(results):
    """The last lines: every verdict, under the name of its section. `results` is {name: Result}."""
    lines = ["VERDICTS"]
    for name, result in results.items():
        lines += [f" {name}", *(line for verdict in result.verdicts for line in verdict.lines())]
    missed = len(not_held(results))
    open_ones = sum(verdict.held is None for result in results.values() for verdict in result.verdicts)
    but = f", but for {open_ones} that so few moves cannot tell" if open_ones else ""
    return [*lines, "", f"{missed} of the above did not hold." if missed else f"Everything that is promised held{but}."]


def not_held(results):
    """What did not hold, in words."""
    return [f"{name}: {verdict.promise}: {verdict.numbers}" for name, result in results.items()
            for verdict in result.verdicts if verdict.held is False]


def as_json(results):
    """All sections as data."""
    return {"sections": {name: result.data for name, result in results.items()},
            "verdicts": [{"section": name, "promise": verdict.promise, "held": verdict.held,
                          "numbers": verdict.numbers}
                         for name, result in results.items() for verdict in result.verdicts],
            "not_held": not_held(results)}
