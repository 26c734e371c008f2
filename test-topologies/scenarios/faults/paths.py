"""Which interfaces of switches a stream really passes: seen on the wire, whatever the rules say."""

import select
import time

from probes.overhead import identify
from topologies.frames import FrameTap


def seen(interfaces, stream_ids, seconds):
    """{stream id: interfaces at which a switch received a packet of it} within a time."""
    taps = {FrameTap(name): name for name in interfaces}
    found = {one: set() for one in stream_ids}
    deadline = time.monotonic() + seconds
    try:
        while (left := deadline - time.monotonic()) > 0:
            for tap in select.select(list(taps), [], [], left)[0]:
                _at, frame = tap.read(0) or (None, b"")
                key = identify(frame, stream_ids)
                if key:
                    found[key[0]].add(taps[tap])
    finally:
        for tap in taps:
            tap.close()
    return found


def is_concerned(path, broken, peers):
    """Whether a path leads over a broken interface, at either end of the wire; `peers`: interface -> other end."""
    ends = path | {peers[name] for name in path if name in peers}
    return bool(ends & broken)
