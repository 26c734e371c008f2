"""A relay between a switch and the controller, at which the control channel can fail in every way.

It passes messages on until told otherwise: it can be cut (connections end, new ones are refused), swallow messages that
go one way while the connection stands, and hold statistics replies back so that they arrive out of date.
"""

import select
import socket
import threading
import time

from probes.openflow import MULTIPART_REPLY, PORT, Messages, kind_of

UP, DOWN = "up", "down"             # from the switch, from the controller


class Relay:
    """One switch's relay, on a thread of its own; safe to command from any thread."""

    def __init__(self, target=("127.0.0.1", PORT)):
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._wake, self._woken = socket.socketpair()
        self._lock = threading.Lock()
        self._cut, self._swallows, self._hold_s, self._closed = False, None, 0.0, False
        self._pair, self._parsers, self._held = None, {}, []
        self.swallowed = self.held = 0      # messages
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def cut(self):
        """End the connection; refuse new ones until `pass_on`."""
        with self._lock:
            self._cut = True
            self._end()
        self._wake.send(b"x")

    def swallow(self, way, kinds=None):
        """Pass no message on that goes this way, or none of these types, while the connection stands."""
        with self._lock:
            self._swallows = (way, kinds)

    def hold_statistics(self, seconds):
        """Pass statistics replies on so much later than all else."""
        with self._lock:
            self._hold_s = seconds

    def pass_on(self):
        """Work again."""
        with self._lock:
            self._cut, self._swallows, self._hold_s = False, None, 0.0

    def close(self):
        self._closed = True
        self._wake.send(b"x")
        self._thread.join()
        for one in (self._listener, self._wake, self._woken):
            one.close()

    def _end(self):
        for one in self._pair or ():
            one.close()
        self._pair, self._held = None, []

    def _run(self):
        while not self._closed:
            with self._lock:
                sources = [self._listener, self._woken, *(self._pair or ())]
                due = min((at for at, _message in self._held), default=None)
            timeout = 1.0 if due is None else max(0.0, min(1.0, due - time.monotonic()))
            try:
                readable = select.select(sources, [], [], timeout)[0]
            except (OSError, ValueError):
                continue                    # the pair ended meanwhile
            with self._lock:
                self._work(readable)
        with self._lock:
            self._end()

    def _work(self, readable):
        if self._woken in readable:
            self._woken.recv(64)
        if self._listener in readable:
            self._accept()
        for way, source in zip((UP, DOWN), self._pair or ()):
            if source in readable:
                self._forward(way, source)
        self._release()

    def _accept(self):
        switch, _address = self._listener.accept()
        if self._cut:
            switch.close()
            return
        try:
            controller = socket.create_connection(self._target, timeout=1.0)
        except OSError:
            switch.close()
            return
        self._end()
        for one in (switch, controller):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            one.settimeout(5.0)
        self._pair, self._parsers = (switch, controller), {UP: Messages(), DOWN: Messages()}

    def _forward(self, way, source):
        try:
            data = source.recv(1 << 16)
            if not data:
                self._end()
            else:
                self._pass(way, self._parsers[way].feed(data))
        except OSError:
            self._end()

    def _pass(self, way, messages):
        now = []
        for message in messages:
            if self._is_swallowed(way, message):
                self.swallowed += 1
            elif way == UP and self._hold_s and kind_of(message) == MULTIPART_REPLY:
                self._held.append((time.monotonic() + self._hold_s, message))
                self.held += 1
            else:
                now.append(message)
        if now:
            self._pair[1 if way == UP else 0].sendall(b"".join(now))

    def _is_swallowed(self, way, message):
        if self._swallows is None or self._swallows[0] != way:
            return False
        kinds = self._swallows[1]
        return kinds is None or kind_of(message) in kinds

    def _release(self):
        now = time.monotonic()
        due = [message for at, message in self._held if at <= now]
        if due and self._pair:
            self._held = [(at, message) for at, message in self._held if at > now]
            try:
                self._pair[1].sendall(b"".join(due))
            except OSError:
                self._end()
