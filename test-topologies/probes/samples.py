"""What an end of a fast stream saw, as a file of three arrays, and what became of the packets: a Ledger."""

import struct
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

LATE_MS = 5.0                 # a packet that takes longer than this is late

_COUNTS = struct.Struct("=QQ")


def save(path, sent, received, arrived):
    """Write arrays of unsigned 64 bits: time of packet n (ns), sequence of arrival n, its time (ns)."""
    with open(path, "wb") as file:
        file.write(_COUNTS.pack(len(sent), len(received)))
        for values in (sent, received, arrived):
            values.tofile(file)


def load(path):
    """(sent, received, arrived) as they were saved."""
    with open(path, "rb") as file:
        sent, received = _COUNTS.unpack(file.read(_COUNTS.size))
        arrays = []
        for length in (sent, received, received):
            values = array("Q")
            values.fromfile(file, length)
            arrays.append(values)
    return tuple(arrays)


@dataclass(frozen=True)
class Ledger:
    """One direction of a stream. All are sorted epoch ms; a packet belongs to when it was sent."""

    sent_at: list = field(repr=False)
    lost_at: list = field(repr=False)
    duplicated_at: list = field(repr=False)   # once for each copy too many
    reordered_at: list = field(repr=False)    # packets that arrived after a later one
    arrivals: list = field(repr=False)        # when something arrived, repeats included
    late: list = field(default_factory=list, repr=False)   # (when sent, ms on the way) of late packets

    def sent(self, begin, end):
        """Packets sent in [begin, end)."""
        return within(self.sent_at, begin, end)

    def lost(self, begin, end):
        """Packets lost of those sent in [begin, end)."""
        return within(self.lost_at, begin, end)

    def duplicated(self, begin, end):
        """Copies too many of packets sent in [begin, end)."""
        return within(self.duplicated_at, begin, end)

    def reordered(self, begin, end):
        """Packets that were overtaken, of those sent in [begin, end)."""
        return within(self.reordered_at, begin, end)

    def late_by(self, begin, end):
        """How long each late packet of those sent in [begin, end) took, ms."""
        first, last = (bisect_left(self.late, (at,)) for at in (begin, end))
        return [took for _at, took in self.late[first:last]]

    def silence(self, begin, end):
        """Longest time without an arrival that touches [begin, end], ms."""
        first = max(0, bisect_left(self.arrivals, begin) - 1)
        times = self.arrivals[first:bisect_left(self.arrivals, end) + 1]
        return max((later - earlier for earlier, later in zip(times, times[1:])), default=0.0)


def within(times, begin, end):
    """How many of sorted times are in [begin, end)."""
    return max(0, bisect_left(times, end) - bisect_left(times, begin))


def ledger(sender, receiver):
    """The Ledger from what the sender's and the receiver's ends saved (as `load` gives it)."""
    sent = [at / 1e6 for at in sender[0]]
    seen, duplicated, reordered, late, highest = bytearray(len(sent)), [], [], [], -1
    for sequence, arrival in zip(receiver[1], receiver[2]):
        if sequence >= len(sent):
            continue              # of an earlier run
        if seen[sequence]:
            duplicated.append(sent[sequence])
            continue
        if sequence < highest:
            reordered.append(sent[sequence])
        if arrival / 1e6 - sent[sequence] > LATE_MS:
            late.append((sent[sequence], arrival / 1e6 - sent[sequence]))
        seen[sequence] = 1
        highest = max(highest, sequence)
    lost = [at for at, arrived in zip(sent, seen) if not arrived]
    return Ledger(sent, sorted(lost), sorted(duplicated), sorted(reordered), sorted(at / 1e6 for at in receiver[2]),
                  sorted(late))
