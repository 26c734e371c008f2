"""The kinds of moves that are measured, and the runs that a measurement consists of."""

from dataclasses import dataclass

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

    @property
    def announced(self):
        return self.notice_ms is not None

    @property
    def words(self):
        """What it does, for a person."""
        port = "the old port goes down" if self.move == "hard" else "no port changes state"
        away = f"{self.gap_ms:g} ms attached nowhere" if self.gap_ms else "never attached nowhere"
        return f"{port}, {away}" + (f", announced {self.notice_ms:g} ms ahead" if self.announced else "")


KINDS = (Kind("air", "air", AIR_GAP_MS),
         Kind("seamless", "seamless", 0.0),
         Kind("hard", "hard", HARD_GAP_MS),
         Kind("seamless-announced", "seamless", 0.0, NOTICE_MS),
         Kind("air-announced", "air", AIR_GAP_MS, NOTICE_MS),
         Kind("hard-announced", "hard", HARD_BREAK_MS, NOTICE_MS))
BY_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True)
class RunPlan:
    """One run: so many counted moves of one kind under a stream of `rate` packets/s each way."""

    kind: Kind
    rate: float
    moves: int


def plan_runs(kinds, rates, moves):
    """The runs for kinds and rates, in order; an announced hard move is measured under an ordinary call, too."""
    runs = []
    for kind in kinds:
        call = [CALL_RATE] if kind.announced and kind.move == "hard" and CALL_RATE not in rates else []
        runs += [RunPlan(kind, float(rate), moves) for rate in [*call, *rates]]
    return runs
