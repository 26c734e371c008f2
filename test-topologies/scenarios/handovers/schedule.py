"""The order of moves: rounds over all kinds and rates, each round in an order drawn by lot.

A round has one block for each rate, and in it the moves of all kinds that are measured at that rate. So no kind and no
rate is measured earlier, or on a warmer controller, than another.
"""

import random
from dataclasses import dataclass

MOST_ROUNDS = 10
MOVES_A_ROUND = 4             # hard moves at each rate in one round, at least


@dataclass(frozen=True)
class Block:
    """Moves under one stream, in this order."""

    number: int
    rate: float
    kinds: tuple


def rounds(moves):
    """How many rounds for so many hard moves at each rate."""
    return max(1, min(MOST_ROUNDS, moves // MOVES_A_ROUND))


def blocks(cells, count, seed):
    """The Blocks of so many rounds over these cells; the same seed gives the same order."""
    lot = random.Random(seed)
    planned = []
    for turn in range(count):
        rates = sorted({cell.rate for cell in cells})
        lot.shuffle(rates)
        for rate in rates:
            kinds = [cell.kind for cell in cells if cell.rate == rate for _ in range(share(cell.moves, turn, count))]
            lot.shuffle(kinds)
            if kinds:
                planned.append(Block(len(planned) + 1, rate, tuple(kinds)))
    return planned


def share(moves, turn, count):
    """How many of so many moves belong to one of `count` rounds."""
    return moves * (turn + 1) // count - moves * turn // count
