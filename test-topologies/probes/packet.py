"""The packet of a measured stream: an RTP header, then a sequence number and the time it was sent."""

import struct

RTP_VERSION = 0x80
PAYLOAD_TYPE = 8              # G.711 A-law; only the look of it matters
_LAYOUT = struct.Struct("!BBHIIId")
SMALLEST = _LAYOUT.size       # bytes of payload that a packet needs at least
UDP_HEADERS = 14 + 20 + 8     # Ethernet + IPv4 + UDP, bytes


def pack(stream, sequence, sent_ms, size):
    """A payload of `size` bytes for packet number `sequence` of a stream (a 32-bit id)."""
    head = _LAYOUT.pack(RTP_VERSION, PAYLOAD_TYPE, sequence & 0xFFFF, (sequence * 160) & 0xFFFFFFFF,
                        stream, sequence, sent_ms)
    return head.ljust(size, b"\x55")


def unpack(payload):
    """(stream, sequence, sent_ms) of a payload, or None when it is not one of ours."""
    if len(payload) < SMALLEST or payload[0] != RTP_VERSION or payload[1] != PAYLOAD_TYPE:
        return None
    _version, _kind, _rtp_sequence, _clock, stream, sequence, sent_ms = _LAYOUT.unpack_from(payload)
    return stream, sequence, sent_ms


def stream_id(name, direction):
    """The id of one direction (`up` or `down`) of a named stream."""
    return int.from_bytes(f"{name[:3]:<3}{direction[0]}".encode(), "big")
