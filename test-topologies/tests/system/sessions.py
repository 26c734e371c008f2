"""TCP sessions that a test opens, uses and closes: from the address that the host's kernel chooses."""

import socket
import threading
import time
from contextlib import suppress

from topologies.netns import socket_in

PORT = 7
TIMEOUT_S = 10.0


class Echo:
    """A TCP server in the namespace of a process that sends back what it gets."""

    def __init__(self, pid, port=PORT, family=socket.AF_INET6):
        self._socket = socket_in(pid, family, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("", port))
        self._socket.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _client = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=[connection], daemon=True).start()

    @staticmethod
    def _answer(connection):
        with connection, suppress(OSError):
            while data := connection.recv(4096):
                connection.sendall(data)

    def close(self):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Session:
    """A TCP connection to an echo server at an address."""

    def __init__(self, pid, address, port=PORT, family=socket.AF_INET6):
        self._socket = socket_in(pid, family, socket.SOCK_STREAM)
        self._socket.settimeout(TIMEOUT_S)
        try:
            self._socket.connect((address, port))
        except OSError:
            self._socket.close()
            raise
        self.source = self._socket.getsockname()[0]

    def goes_on(self):
        """Whether what is sent comes back."""
        words = f"it is {time.monotonic()}".encode()
        self._socket.sendall(words)
        got = b""
        while len(got) < len(words):
            more = self._socket.recv(4096)
            if not more:
                return False
            got += more
        return got == words

    def close(self):
        self._socket.close()
