"""One long TCP connection with an echo at a fixed interval: the SSH-like session, the open download.

The client numbers its pings and logs each echo. When the connection breaks it logs how, connects
again at once and goes on, so that one log tells how many connections a session took and why.
"""

import argparse
import select
import socket
import time

from probes.base import Commands, Log, address_of, family_of, now_ms, ready, words_of
from probes.shortlived import what_failed

NO_ANSWER_S = 10.0
CONNECT_TIMEOUT_S = 5.0


class EchoServer:
    """Tells a new connection its address in one line, then sends back whatever it gets."""

    def __init__(self, bind):
        local = address_of(bind)
        self._listener = socket.create_server(local, family=family_of(local))
        self._open = []

    def run(self):
        commands = Commands()
        ready()
        while True:
            readable, _, _ = select.select([self._listener, commands, *self._open], [], [])
            if commands in readable and "finish" in commands.read():
                return
            for connection in readable:
                if connection is self._listener:
                    self._accept()
                elif connection is not commands:
                    self._echo(connection)

    def _accept(self):
        connection, peer = self._listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(words_of(*peer[:2]).encode() + b"\n")
        self._open.append(connection)

    def _echo(self, connection):
        try:
            data = connection.recv(4096)
            if data:
                connection.sendall(data)
                return
        except OSError:
            pass
        self._open.remove(connection)
        connection.close()


class Session:
    """The client: one connection at a time, pings on an absolute schedule."""

    def __init__(self, target, interval_s, log):
        self._target, self._interval, self._log = target, interval_s, log
        self._sequence = 0

    def run(self, commands):
        """Keep a connection open until told to finish."""
        while not self._one_connection(commands):
            if select.select([commands], [], [], 0.02)[0] and "finish" in commands.read():
                return

    def _one_connection(self, commands):
        """Open, ping, log; True when told to finish, False when the connection broke."""
        try:
            with socket.create_connection(self._target, timeout=CONNECT_TIMEOUT_S) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._log.write(event="open", at=now_ms(), peer=read_line(connection))
                return self._ping(connection, commands)
        except (OSError, EOFError) as error:
            how = "closed" if isinstance(error, EOFError) else what_failed(error)
            self._log.write(event="end", at=now_ms(), how=how)
            self._log.flush()
            return False

    def _ping(self, connection, commands):
        due = last_echo = time.monotonic()
        buffered = b""
        while True:
            readable, _, _ = select.select([connection, commands], [], [], max(0.0, due - time.monotonic()))
            if commands in readable and "finish" in commands.read():
                self._log.write(event="end", at=now_ms(), how="finished")
                return True
            if connection in readable:
                last_echo = time.monotonic()
                buffered = self._log_echoes(buffered + received(connection))
            if time.monotonic() - last_echo > NO_ANSWER_S:
                raise TimeoutError
            if time.monotonic() >= due:
                connection.sendall(b"%d %.3f\n" % (self._sequence, now_ms()))
                self._sequence += 1
                due += self._interval

    def _log_echoes(self, data):
        """Log every complete line; returns the rest."""
        *lines, rest = data.split(b"\n")
        for line in lines:
            sequence, sent = line.split()
            self._log.write(event="echo", seq=int(sequence), sent=float(sent), at=now_ms())
        return rest


def received(connection):
    """What has arrived; EOFError when the other side closed."""
    data = connection.recv(4096)
    if not data:
        raise EOFError
    return data


def read_line(connection):
    """The first line of a connection, without its end."""
    line = b""
    while not line.endswith(b"\n"):
        line += received(connection)
    return line.decode().strip()


def parse(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bind", help="HOST:PORT to echo on")
    parser.add_argument("--to", help="HOST:PORT to keep a session with")
    parser.add_argument("--interval", type=float, default=0.1, help="seconds between two pings")
    parser.add_argument("--log", help="the client's file of JSON lines")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    chosen = parse()
    if chosen.bind:
        EchoServer(chosen.bind).run()
    else:
        session_log, stdin = Log(chosen.log), Commands()
        ready()
        Session(address_of(chosen.to), chosen.interval, session_log).run(stdin)
        session_log.close()
