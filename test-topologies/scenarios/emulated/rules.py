"""Section `rules`: what a handover sends, by the size of the network and the number of nodes in it."""

from scenarios.emulated import measured
from scenarios.sections import Result, Verdict
from scenarios.table import table

VARIANT = None
TEST = "RuleCountTest"
EDGES = (4, 16, 64)
NODES = (1, 10, 100, 1000)
SAME = (("rules sent", "rules"), ("switches that got them", "switches"), ("of them core switches", "core_sent"))


def measure(_stage, _options, _say):
    found, passed = measured.figures(TEST, "rules of a handover in networks of every size")
    return result([one for one in found if one["what"] == "rules"], passed)


def result(found, passed):
    """The Result for the columns that were found."""
    return Result(text(found), {"columns": found, "same": same(found)}, [verdict(found, passed)])


def same(found):
    """{row: whether it is the same in every column}."""
    return {label: len({str(one[name]) for one in found}) == 1 for label, name in SAME}


def missing(found):
    """The columns that should be there and are not, as (edges, nodes)."""
    seen = {(one["edges"], one["nodes"]) for one in found}
    return [(edges, nodes) for edges in EDGES for nodes in NODES if (edges, nodes) not in seen]


def text(found):
    if not found:
        return ["RULES OF A HANDOVER   none was counted"]
    equal = same(found)
    over, under = [""], ["nodes"]
    for edges in dict.fromkeys(one["edges"] for one in found):
        columns = [one["nodes"] for one in found if one["edges"] == edges]
        over += [f"{edges} edges", *[None] * (len(columns) - 1)]
        under += [f"{number:,}" for number in columns]
    rows = [[label, *(cell(one[name]) for one in found), "yes" if equal[label] else "NO"] for label, name in SAME]
    rows.append(["for comparison: rules a core switch holds", *(one["core"] for one in found), ""])
    names = " ".join(number(device) for device in found[0]["switches"])
    return ["RULES OF A HANDOVER   of a node with one pinned flow, two leases and one peer in the domain, from edge 1",
            "   to edge 2, clean-up included; emulated switches, real engine",
            *table([over + ["same in every"], under + ["column"]], rows),
            f"  Switches of the first column: edges {names}"]


def cell(value):
    return len(value) if isinstance(value, list) else value


def number(device):
    """The number of a switch in its device id."""
    return str(int(device.rpartition(":")[2], 16))


def verdict(found, passed):
    absent = missing(found)
    held = passed and not absent and all(same(found).values())
    spread = sorted({one["rules"] for one in found})
    words = f"{', '.join(map(str, spread))} rules in {len(found)} columns"
    if absent:
        words += f"; {len(absent)} columns missing"
    if not passed:
        words += "; its tests failed"
    return Verdict("rules sent per handover and the switches that get them do not depend on nodes and edges", held,
                   words)
