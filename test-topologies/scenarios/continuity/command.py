"""What becomes of the sessions of real programs when their node moves and when anchors die, with an anchor for each
flow and with one for all, beside what was written down before. Exit code 0 when all is as expected."""

import json

from scenarios.continuity import report
from scenarios.continuity.expectations import BY_ADDRESS, MOVES, ONE_ANCHOR, PER_FLOW
from scenarios.continuity.play import Play
from scenarios.stage import Stage
from topologies import plan


def run(options, say):
    """Play and print; the exit code."""
    with Stage() as stage, Play(stage.world, say) as play:
        acts = [act for scene in (PER_FLOW, ONE_ANCHOR, BY_ADDRESS) for act in scenes(play, scene)]
    held = list(report.verdicts(acts))
    print("", *report.lines(acts), "", *(line for verdict in held for line in verdict.lines()), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(report.as_json(acts), indent=1) + "\n")
    return 0 if all(verdict.held for verdict in held) else 1


def scenes(play, scene):
    """Both moves; after the second one each anchor dies for a while, where that is chosen."""
    play.set(scene)
    for move in MOVES:
        deaths = [edge.name for edge in plan.EDGES] if move == MOVES[-1] and scene != BY_ADDRESS else ()
        yield play.act(scene, move, deaths)
