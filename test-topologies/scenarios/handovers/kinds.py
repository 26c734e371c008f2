"""The kinds of moves that are measured, and how many of each at which rate."""

import math
from dataclasses import dataclass, replace

from topologies.air import AIR_GAP_MS, HARD_GAP_MS

NOTICE_MS = 50.0              # how long ahead an announced move is announced
HARD_BREAK_MS = 30.0          # how long the node is attached nowhere in an announced hard move
CALL_RATE = 50.0              # packets/s each way of an ordinary call


@dataclass(frozen=True)
class Kind:
    """A kind of move; times in ms. `move` is the kind as topologies.air knows it."""

    name: str
    move: str
    gap_ms: float
    notice_ms: float = None
    share: float = 0.5            # moves of this kind for each hard one
    bounce: bool = True           # False: the bench takes the bounce out
    call: bool = False            # measured under an ordinary call only

    @property
    def announced(self):
        return self.notice_ms is not None

    @property
    def words(self):
        """What it does, for a person."""
        port = "the old port goes down" if self.move == "hard" else "no port changes state"
        away = f"{self.gap_ms:g} ms attached nowhere" if self.gap_ms else "never attached nowhere"
        return f"{port}, {away}" + (f", announced {self.notice_ms:g} ms ahead" if self.announced else "") \
            + ("" if self.bounce else ", the bounce taken out at the old edge")


KINDS = (Kind("hard", "hard", HARD_GAP_MS, share=1.0),
         Kind("air", "air", AIR_GAP_MS),
         Kind("seamless", "seamless", 0.0),
         Kind("hard-no-bounce", "hard", HARD_GAP_MS, share=0.25, bounce=False),
         Kind("air-no-bounce", "air", AIR_GAP_MS, share=0.25, bounce=False),
         Kind("seamless-announced", "seamless", 0.0, NOTICE_MS),
         Kind("air-announced", "air", AIR_GAP_MS, NOTICE_MS),
         Kind("hard-announced", "hard", HARD_BREAK_MS, NOTICE_MS, call=True))
BY_NAME = {kind.name: kind for kind in KINDS}
WITHOUT_BOUNCE = {"hard": "hard-no-bounce", "air": "air-no-bounce"}   # each with the kind that it is compared with


@dataclass(frozen=True)
class Flow:
    """What the stream is: its family, and whether it leaves with an address that its anchor has lent to the node, or
    with the node's own. `port` is the correspondent's, by which the configuration tells them apart."""

    family: str
    lent: bool
    port: int

    @property
    def name(self):
        return f"{self.family}, {'lent address' if self.lent else 'own address'}"


LENT = Flow("IPv4", True, 16384)                          # the class telephony, SESSION_LASTING
OWN_PORT = 20000
FLOWS = (LENT, Flow("IPv4", False, OWN_PORT), Flow("IPv6", True, 16384), Flow("IPv6", False, OWN_PORT))


@dataclass(frozen=True)
class Cell:
    """So many counted moves of one kind under a stream of `rate` packets/s each way."""

    kind: Kind
    rate: float
    moves: int
    flow: Flow = LENT


def cells(kinds, rates, moves):
    """What is to be measured, for so many hard moves at each rate."""
    found = [Cell(kind, float(rate), number(kind, moves)) for rate in rates for kind in kinds if not kind.call]
    return found + [Cell(kind, CALL_RATE, number(kind, moves)) for kind in kinds if kind.call]


def number(kind, moves):
    return max(1, math.ceil(kind.share * moves))


def missing(planned, outcomes):
    """The Cells of those moves that do not count, from the Outcomes of planned cells in the same order."""
    short = [(cell, cell.moves - len(run.moves)) for cell, run in zip(planned, outcomes)]
    return [replace(cell, moves=number) for cell, number in short if number > 0]
