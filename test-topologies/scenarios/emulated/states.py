"""Section `states`: what no state of the switches during a handover may do to a packet."""

import re

from scenarios.emulated import measured
from scenarios.sections import Result, Verdict
from scenarios.table import table

VARIANT = None
TESTS = "IntermediateStatesTest,StateCheckerTest"
NO_MISTAKE = "none"
MISTAKES = ("the bounce is taken out", "break comes before switch")   # those that have to be found
SPARE = (MISTAKES[0], "announced")     # the old place sends on to both places meanwhile: no bounce is missed
EXPECTED_TYPES = (
    "from home", "between foreign edges", "back home", "between ports of one edge", "return while the bounce stands",
    "ping-pong", "move during a move", "hard: the old port goes down", "hard, with packets kept meanwhile", "announced",
    "announced, and the node stays", "announced, and the node goes elsewhere",
    "announced, between ports of one edge", "announced, hard", "noticed by NOTICE", "noticed by HOST_EVENT",
    "noticed by DATA_PACKET", "several addresses", "with leases, pins and a peer", "with a peer in the domain",
    "both ends of a flow", "both ends of a flow, one silent", "two nodes swap edges",
    "to the access point of a neighbour", "without a lease", "forged move and rollback")


def measure(_stage, _options, _say):
    return result(*measured.figures(TESTS, "states of the switches during handovers of every type"))


def result(found, passed):
    """The Result for the records of the tests."""
    types = merged([one for one in found if one["what"] == "states"])
    mistakes = [one for one in found if one["what"] == "mistake" and one["mistake"] != NO_MISTAKE]
    return Result([*text(types), "", *mistakes_text(mistakes)], {"types": types, "mistakes": mistakes},
                  [sound(types, passed), *(noticed(mistake, mistakes) for mistake in MISTAKES)])


def merged(found):
    """One record a type, the scenarios of a type added up; in the order of EXPECTED_TYPES."""
    types = {}
    for one in found:
        entry = types.setdefault(one["type"], {"type": one["type"], "scenarios": 0, "states": 0, "packets": 0,
                                               "faults": 0})
        entry["scenarios"] += 1
        for name in ("states", "packets"):
            entry[name] += one[name]
        entry["faults"] += sum(one["faults"].values())
    order = {name: place for place, name in enumerate(EXPECTED_TYPES)}
    return sorted(types.values(), key=lambda entry: (order.get(entry["type"], len(order)), entry["type"]))


def text(types):
    rows = [[one["type"], one["scenarios"], one["states"], one["packets"], one["faults"]] for one in types]
    total = [sum(row[column] for row in rows) for column in range(1, 5)]
    return ["STATES DURING A HANDOVER   for every subset of the flow-mods under way (more than 13: drawn by lot):",
            "   does a packet loop, come to a wrong host, come twice, or vanish while its receiver is there?",
            *table([["type of handover", "scenarios", "states visited", "packets sent", "faults"]],
                   [*rows, ["all", *total]])]


def mistakes_text(mistakes):
    rows = [[one["mistake"], one["type"], sum(one["faults"].values()), example(one)]
            for one in sorted(mistakes, key=lambda one: (one["mistake"], one["type"]))]
    return ["THE SAME CHECK OF ENGINES WITH A MISTAKE   While a move is announced the old place sends on to both, so",
            "   there the bounce is not missed.",
            *table([["mistake", "type of handover", "faults", "for example"]], rows)]


def example(one):
    """The commonest fault of a record, without the names of switches and of the node."""
    if not one["faults"]:
        return "-"
    return re.sub(r" mn\b", "", re.sub(r"of:0+([0-9a-f]+/)", r"\1", max(one["faults"], key=one["faults"].get)))


def sound(types, passed):
    absent = [name for name in EXPECTED_TYPES if name not in {one["type"] for one in types}]
    faults = sum(one["faults"] for one in types)
    words = f"{sum(one['states'] for one in types)} states of {len(types)} types visited, {faults} faults"
    if absent:
        words += f"; not visited: {', '.join(absent)}"
    if not passed:
        words += "; tests failed"
    return Verdict("at no intermediate state of any handover does a packet loop, go astray or vanish",
                   passed and not faults and not absent, words)


def noticed(mistake, mistakes):
    """Whether the check notices a mistake."""
    tried = [one for one in mistakes if one["mistake"] == mistake and (mistake, one["type"]) != SPARE]
    found = [one for one in tried if one["faults"]]
    faults = sum(sum(one["faults"].values()) for one in found)
    return Verdict(f"the check fails when {mistake}", bool(found) and len(found) == len(tried),
                   f"{faults} faults, in {len(found)} of {len(tried)} types of handover tried")
