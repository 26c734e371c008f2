"""The order of moves: rounds over all kinds and rates, each round in an order drawn by lot.

A round has one block for each stream (a rate and a flow), and in it the moves of all kinds that are measured under it.
So no kind and no stream is measured earlier, or on a warmer controller, than another.
"""

import random
from dataclasses import dataclass

from scenarios.handovers.kinds import LENT, Flow

MOST_ROUNDS = 10
MOVES_A_ROUND = 4             # hard moves at each rate in one round, at least


@dataclass(frozen=True)
class Block:
    """Moves under one stream, in this order."""

    number: int
    rate: float
    kinds: tuple
    flow: Flow = LENT


def rounds(moves):
    """How many rounds for so many hard moves at each rate."""
    return max(1, min(MOST_ROUNDS, moves // MOVES_A_ROUND))


def blocks(cells, count, seed):
    """The Blocks of so many rounds over these cells; the same seed gives the same order."""
    lot = random.Random(seed)
    planned = []
    for turn in range(count):
        streams = sorted({(cell.rate, cell.flow) for cell in cells}, key=lambda stream: (stream[0], stream[1].name))
        lot.shuffle(streams)
        for rate, flow in streams:
            kinds = [cell.kind for cell in cells if (cell.rate, cell.flow) == (rate, flow)
                     for _ in range(share(cell.moves, turn, count))]
            lot.shuffle(kinds)
            if kinds:
                planned.append(Block(len(planned) + 1, rate, tuple(kinds), flow))
    return planned


def share(moves, turn, count):
    """How many of so many moves belong to one of `count` rounds."""
    return moves * (turn + 1) // count - moves * turn // count
