"""As much of OpenFlow's wire format as is needed to follow what others say (OpenFlow 1.3.5, section 7)."""

import struct

PORT = 6653                   # of the controller (section 6.3.3)
HEADER = struct.Struct("!BBHI")     # version, type, length, transaction
FLOW_MOD, MULTIPART_REPLY, BARRIER_REQUEST, BARRIER_REPLY = 14, 19, 20, 21
ADD = 0
_VERSIONS, _LAST_TYPE = range(1, 7), 35
_RULE = struct.Struct("!BBHHH")     # table, command, two timeouts, priority
_RULE_AT, _MATCH_AT = 24, 48  # in a flow-mod (section 7.3.4.1)


class Messages:
    """Cuts a stream of bytes into OpenFlow messages."""

    def __init__(self):
        self._rest = b""

    def feed(self, data):
        """The messages that are complete now."""
        self._rest += data
        found = []
        while len(self._rest) >= HEADER.size:
            length = max(HEADER.size, HEADER.unpack_from(self._rest)[2])
            if len(self._rest) < length:
                break
            found.append(self._rest[:length])
            self._rest = self._rest[length:]
        return found


def kind_of(message):
    """The type of a message."""
    return message[1]


def transaction_of(message):
    """The transaction of a message; a reply has that of its request."""
    return HEADER.unpack_from(message)[3]


def begins_message(data):
    """Whether a message may begin here."""
    if len(data) < HEADER.size:
        return False
    version, kind, length, _transaction = HEADER.unpack_from(data)
    return version in _VERSIONS and kind <= _LAST_TYPE and length >= HEADER.size


def adds(message, table, lowest, match):
    """Whether this is a flow-mod that adds a rule to a table, with a priority from `lowest` on and these bytes in its
    match."""
    if kind_of(message) != FLOW_MOD:
        return False
    its_table, command, _idle, _hard, priority = _RULE.unpack_from(message, _RULE_AT)
    end = _MATCH_AT + struct.unpack_from("!H", message, _MATCH_AT + 2)[0]
    return (its_table, command) == (table, ADD) and priority >= lowest and match in message[_MATCH_AT:end]
