"""Short TCP connections one after the other: the web client, the mail client and their servers.

A client's log has one record a connection: when it began and ended, the address that the server
saw, or what went wrong.
"""

import argparse
import select
import socket
import socketserver
import threading

from probes.base import Commands, Log, address_of, family_of, now_ms, ready, words_of
from probes.dialogue import ASK, SERVE

CONNECTION_TIMEOUT_S = 5.0


class Server(socketserver.ThreadingTCPServer):
    """Serves a dialogue to everyone who connects."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, address, dialogue):
        self.dialogue, self.address_family = SERVE[dialogue], family_of(address)
        super().__init__(address, Connection)

    def handle_error(self, _request, _client_address):
        """A client that went away in the middle is what this test is about, not an error."""


class Connection(socketserver.StreamRequestHandler):
    """One accepted connection."""

    timeout = CONNECTION_TIMEOUT_S

    def handle(self):
        with self.request.makefile("rwb") as stream:
            self.server.dialogue(stream, words_of(*self.client_address[:2]))


def serve(options):
    """Serve until told to finish."""
    with Server(address_of(options.bind), options.dialogue) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ready()
        wait_for_finish(Commands())


def wait_for_finish(commands):
    """Block until standard input says so or closes."""
    while True:
        select.select([commands], [], [])
        if "finish" in commands.read():
            return


def connect_once(target, dialogue, log):
    """One connection from beginning to end, logged."""
    begin = now_ms()
    try:
        with socket.create_connection(target, timeout=CONNECTION_TIMEOUT_S) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with connection.makefile("rwb") as stream:
                peer = ASK[dialogue](stream)
        log.write(begin=begin, end=now_ms(), peer=peer)
    except (OSError, ValueError) as error:
        log.write(begin=begin, end=now_ms(), error=what_failed(error))


def what_failed(error):
    """`reset`, `timeout`, `refused` or the words of the error."""
    if isinstance(error, ConnectionResetError):
        return "reset"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    return str(error)


def ask(options):
    """Connect again and again, with a pause of `--pause` seconds, until told to finish."""
    log, commands, target = Log(options.log), Commands(), address_of(options.to)
    ready()
    while not (select.select([commands], [], [], options.pause)[0] and "finish" in commands.read()):
        connect_once(target, options.dialogue, log)
        log.flush()
    log.close()


def parse(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dialogue", choices=sorted(ASK))
    parser.add_argument("--bind", help="HOST:PORT to serve on")
    parser.add_argument("--to", help="HOST:PORT to connect to")
    parser.add_argument("--pause", type=float, default=0.1, help="seconds between two connections")
    parser.add_argument("--log", help="a client's file of JSON lines")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    chosen = parse()
    ask(chosen) if chosen.to else serve(chosen)
