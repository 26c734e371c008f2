"""What the rescue is worth and what it costs: the bounce against moves of the same run without it, and the packets that
were kept while the node was away. Pure functions over Outcomes."""

import random
from dataclasses import dataclass

from scenarios.handovers.figures import distribution
from scenarios.handovers.kinds import WITHOUT_BOUNCE

DRAWS = 10_000
ROUNDING = 1e-6
LOST = "lost_down_after"      # downlink packets lost of those sent after the first frame
BEYOND = "beyond_down"        # the same less rate x (first frame to barrier reply): what is compared

# How long the controller takes for a handover varies from move to move, with the bounce and without alike, and what is
# lost meanwhile varies with it: that is taken out of the comparison.


@dataclass(frozen=True)
class Comparison:
    """Moves of one kind and rate with the bounce and without; `chance`: how often a difference like this between the
    means comes about when the moves are dealt out at random."""

    given: object                 # Outcome with the bounce
    taken: object                 # Outcome without
    chance: float

    @property
    def worse(self):
        """Whether more is lost without the bounce."""
        return None not in (self.taken.mean(BEYOND), self.given.mean(BEYOND)) \
            and self.taken.mean(BEYOND) > self.given.mean(BEYOND)

    def as_json(self):
        return {"kind": self.given.cell.kind.name, "rate": self.given.cell.rate, "chance": self.chance,
                "worse_without": self.worse,
                **{name: {"moves": len(run.moves), "mean": run.mean(LOST), **run.distribution(LOST),
                          "mean_beyond": run.mean(BEYOND), "mean_sent_later": run.mean("lost_down_later"),
                          "mean_first_frame_to_bounced": run.mean("first_frame_to_bounced")}
                   for name, run in (("with", self.given), ("without", self.taken))},
                "mean_sent_on_by_the_bounce": self.given.mean("bounced")}


def comparisons(outcomes, seed):
    """A Comparison for each kind and rate of which there are moves with the bounce and without."""
    by_cell = {(run.cell.kind.name, run.cell.rate): run for run in outcomes}
    pairs = [(run, by_cell.get((WITHOUT_BOUNCE.get(name), rate))) for (name, rate), run in by_cell.items()]
    return [Comparison(given, taken, chance(values(given), values(taken), seed)) for given, taken in pairs
            if taken and given.moves and taken.moves]


def values(run):
    return [move[BEYOND] for move in run.moves if move[BEYOND] is not None]


def chance(given, taken, seed):
    """Share of random divisions of all values in which the second group's mean exceeds the first's at least as far."""
    lot, pool = random.Random(seed), [*given, *taken]
    observed, count = sum(taken) - ROUNDING, len(taken)
    if not given or not taken:
        return 1.0
    # with fixed sizes, the difference of the means grows with the sum of the second group
    return (1 + sum(sum(lot.sample(pool, count)) >= observed for _ in range(DRAWS))) / (DRAWS + 1)


@dataclass(frozen=True)
class Kept:
    """What keeping packets for an absent node did, over all moves of one kind and rate."""

    run: object                   # Outcome

    def as_json(self):
        return {"kind": self.run.cell.kind.name, "rate": self.run.cell.rate, "moves": len(self.run.moves),
                "passed_on": {"sum": self.run.total("rescued"), **self.run.distribution("rescued")},
                "sent_on_by_the_bounce": {"sum": self.run.total("bounced"), **self.run.distribution("bounced")},
                "on_the_way_ms": self.on_the_way(),
                "reordered": {"sum": self.run.total("reordered"), **self.run.distribution("reordered")},
                "lost_before_first_frame": {"sum": self.run.total("lost_down_before"),
                                            **self.run.distribution("lost_down_before")}}

    def on_the_way(self):
        """Distribution of the time that late downlink packets were on their way, ms."""
        return distribution([took for move in self.run.moves for took in move["late_packets"]])


def kept(outcomes):
    """A Kept for each kind and rate in which packets were kept."""
    return [Kept(run) for run in outcomes if run.total("rescued")]
