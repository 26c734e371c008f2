"""The load generator's frames, against the fields that they must have."""

import socket
import unittest

from probes.dhcpload import ACK, DISCOVER, HEADERS, OFFER, REQUEST, answer, checksum, mac_of, message


def server_frame(number, kind, address, options=b""):
    """An answer as a server sends it: the client's own message, turned round."""
    frame = bytearray(message(number, kind))
    frame[34:38] = b"\0\x43\0\x44"
    frame[HEADERS] = 2
    frame[HEADERS + 16:HEADERS + 20] = socket.inet_aton(address)
    frame[HEADERS + 243:] = options + b"\xff" if options else frame[HEADERS + 243:]
    return bytes(frame)


class MessageTest(unittest.TestCase):

    def test_a_discover_is_broadcast_from_nowhere(self):
        frame = message(7, DISCOVER)
        self.assertEqual(b"\xff" * 6 + mac_of(7) + b"\x08\x00", frame[:14])
        self.assertEqual(0, checksum(frame[14:34]))
        self.assertEqual((bytes(4), b"\xff" * 4), (frame[26:30], frame[30:34]))
        self.assertEqual(b"\0\x44\0\x43", frame[34:38])
        self.assertGreaterEqual(len(frame), HEADERS + 300)

    def test_a_renewal_comes_from_its_address(self):
        frame = message(7, REQUEST, own=socket.inet_aton("10.4.1.9"))
        self.assertEqual(socket.inet_aton("10.4.1.9"), frame[26:30])
        self.assertEqual(socket.inet_aton("10.4.1.9"), frame[HEADERS + 12:HEADERS + 16])

    def test_an_answer_is_read(self):
        self.assertEqual((7, ACK, socket.inet_aton("10.4.1.9"), bytes(4)),
                         answer(server_frame(7, ACK, "10.4.1.9")))
        offer = server_frame(70_000, OFFER, "10.4.1.9", b"\x35\x01\x02\x36\x04\x0a\x04\x00\x01")
        self.assertEqual((70_000, OFFER, socket.inet_aton("10.4.1.9"), socket.inet_aton("10.4.0.1")), answer(offer))

    def test_what_is_no_answer_is_not(self):
        self.assertIsNone(answer(message(7, DISCOVER)))
        self.assertIsNone(answer(server_frame(7, ACK, "10.4.1.9")[:100]))


if __name__ == "__main__":
    unittest.main()
