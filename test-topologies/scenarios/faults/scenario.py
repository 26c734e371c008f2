"""What a scenario is: plain data, and a function each for breaking and for mending."""

from dataclasses import dataclass
from typing import Callable


def nothing(_ground):
    """Nothing to prepare, nothing to mend."""


def nowhere(_ground):
    """Every path stays whole."""
    return ()


@dataclass(frozen=True)
class Scenario:
    """A fault. All functions get a Ground; `broken` gives the interfaces over which nothing passes meanwhile."""

    name: str
    words: str
    break_it: Callable
    mend: Callable = nothing
    prepare: Callable = nothing       # before the streams are counted
    broken: Callable = nowhere
    moves: bool = False               # whether the fault comes in the middle of a move of the node
    breaks_first: bool = False        # just before that move, not just after the node's first frame at the new edge
    lasts_s: float = 6.0
    node_loses: bool = True           # whether the node's own streams may lose packets although their path is whole
    keeps_rules: bool = False         # whether no rule may be deleted and added again
    rules_go: bool = False            # whether the fault itself deletes rules
    new_talk: bool = False            # whether the node begins a stream during the fault
