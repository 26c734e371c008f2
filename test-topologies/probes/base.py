"""What every probe shares: its log, its commands and its clock."""

import json
import os
import socket
import sys
import time


def now_ms():
    """CLOCK_REALTIME in milliseconds."""
    return time.time_ns() / 1e6


class Log:
    """A file of JSON lines, written in blocks so that logging never delays a packet."""

    def __init__(self, path):
        self._file = open(path, "w", buffering=1 << 16, encoding="utf-8")

    def write(self, **record):
        self._file.write(json.dumps(record, separators=(",", ":")) + "\n")

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()


def read_log(path):
    """The records of a log, in order; an unfinished last line (a killed probe) is left out."""
    records = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                records.append(json.loads(line))
    return records


class Commands:
    """Standard input as a stream of commands; `finish` when it closes."""

    def __init__(self):
        os.set_blocking(sys.stdin.fileno(), False)

    def fileno(self):
        return sys.stdin.fileno()

    def read(self):
        """The commands that have arrived: words, one a line."""
        data = os.read(sys.stdin.fileno(), 4096)
        return data.decode().split() if data else ["finish"]


def ready():
    """Tell whoever started this probe that it listens."""
    print("ready", flush=True)


def address_of(text, default_port=0):
    """`host:port`, with brackets around an IPv6 address, as a socket address."""
    host, _, port = text.rpartition(":")
    return (host.strip("[]"), int(port)) if host else (text, default_port)


def words_of(host, port):
    """`host:port` as a text, with brackets around an IPv6 address."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def family_of(address):
    """The family of a socket address."""
    return socket.AF_INET6 if ":" in address[0] else socket.AF_INET
