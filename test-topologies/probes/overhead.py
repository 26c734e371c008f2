"""Compares the length of a stream's frames on core links with what the hosts sent.

A packet is recognised by the stream id that it carries, wherever in the frame that is: an
encapsulated packet would be found, and found longer.
"""

import select
import time
from dataclasses import dataclass

from probes import packet
from topologies.frames import FrameTap

_ID_OFFSET = 8                # of the stream id in the payload, bytes


@dataclass(frozen=True)
class Overhead:
    """What was compared: how many frames on core links, and the most bytes that one had gained."""

    frames: int
    added_bytes: int


def identify(frame, stream_ids):
    """(stream id, sequence) of the measured packet inside a frame, or None."""
    for stream in stream_ids:
        at = frame.find(stream.to_bytes(4, "big"))
        content = packet.unpack(frame[at - _ID_OFFSET:]) if at >= _ID_OFFSET else None
        if content and content[0] == stream:
            return content[:2]
    return None


def compare(at_host, on_core):
    """The Overhead of (key, length) frames seen on the core against {key: length} at the hosts."""
    differences = [length - at_host[key] for key, length in on_core if key in at_host]
    return Overhead(len(differences), max(differences, key=abs, default=0))


def measure(hosts, core_interfaces, stream_ids, seconds):
    """Capture for `seconds` at `hosts`, (pid, interface) pairs, and on the core; the Overhead."""
    host_taps = [FrameTap(interface, pid, outgoing=True) for pid, interface in hosts]
    core_taps = [FrameTap(interface) for interface in core_interfaces]
    at_host, on_core = {}, []
    deadline = time.monotonic() + seconds
    try:
        while (left := deadline - time.monotonic()) > 0:
            for tap in select.select(host_taps + core_taps, [], [], left)[0]:
                _at, frame = tap.read(0) or (None, b"")
                key = identify(frame, stream_ids)
                if key and tap in core_taps:
                    on_core.append((key, len(frame)))
                elif key:
                    at_host.setdefault(key, len(frame))
    finally:
        for tap in host_taps + core_taps:
            tap.close()
    return compare(at_host, on_core)
