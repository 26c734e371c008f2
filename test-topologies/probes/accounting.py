"""What became of a stream's packets: pure functions over what both ends logged."""

from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Direction:
    """One direction of a stream. Times are epoch milliseconds; silence is in milliseconds."""

    sent: int
    received: int
    duplicated: int
    reordered: int
    longest_silence_ms: float
    lost_at: tuple = field(repr=False)       # when each lost packet was sent, in order
    arrivals: tuple = field(repr=False)      # when each packet arrived, in order

    @property
    def lost(self):
        return len(self.lost_at)

    def lost_between(self, begin, end):
        """Packets lost of those sent in [begin, end)."""
        return bisect_left(self.lost_at, end) - bisect_left(self.lost_at, begin)

    def silence_between(self, begin, end):
        """Longest time without an arrival that touches [begin, end]."""
        first = max(0, bisect_left(self.arrivals, begin) - 1)
        last = bisect_left(self.arrivals, end) + 1
        return longest_gap(self.arrivals[first:last])


def longest_gap(times):
    """The largest difference between neighbours of a sorted sequence; 0 when there are none."""
    return max((later - earlier for earlier, later in zip(times, times[1:])), default=0.0)


def count(sender_log, receiver_log):
    """The Direction from a sender's `tx` records to a receiver's `rx` records."""
    sent = {record["tx"]: record["at"] for record in sender_log if "tx" in record}
    arrived = [(record["at"], record["rx"]) for record in receiver_log if "rx" in record]
    seen, duplicated, reordered, highest = set(), 0, 0, -1
    for _at, sequence in arrived:
        if sequence in seen:
            duplicated += 1
        elif sequence < highest:
            reordered += 1
        seen.add(sequence)
        highest = max(highest, sequence)
    times = tuple(sorted(at for at, _sequence in arrived))
    lost = tuple(sorted(at for sequence, at in sent.items() if sequence not in seen))
    return Direction(len(sent), len(seen & sent.keys()), duplicated, reordered, longest_gap(times), lost, times)


def sources(receiver_log):
    """(epoch ms, "address:port") of every source that a receiver saw, in order of first sight."""
    return [(record["at"], record["source"]) for record in receiver_log if "source" in record]
