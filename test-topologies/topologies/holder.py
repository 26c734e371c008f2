"""Keeps a running campus alive in the background, and moves its node on request.

Requests come over a Unix socket in the run directory: one JSON object in, one out.
"""

import json
import os
import signal
import socket
import sys
import time

from topologies.errors import DmmError
from topologies.record import RUN_DIRECTORY

SOCKET = RUN_DIRECTORY / "campus.sock"
LOG = RUN_DIRECTORY / "campus.log"
PORT_DOWN_S = 0.7             # how long a hard move leaves the old port down after the node has arrived
REQUEST_TIMEOUT_S = 10.0


class HolderError(DmmError):
    """There is no campus to talk to, or it refused."""


def hold(world):
    """Fork a background process that owns `world` from now on; returns its process id.

    The caller's own `world` is released: closing it afterwards does nothing.
    """
    ready, done = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        os.close(ready)
        _run(world, done)
    os.close(done)
    os.read(ready, 1)
    os.close(ready)
    world.release()
    return pid


def _run(world, done):
    """The background process, from its first to its last moment."""
    code = 1
    try:
        _detach()
        world.hand_over()
        listener = _listen()
        os.close(done)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _leave)
        _serve(listener, world)
    except SystemExit:
        code = 0
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        SOCKET.unlink(missing_ok=True)
        world.close()
        os._exit(code)


def _leave(_number, _frame):
    raise SystemExit


def _detach():
    """Away from the terminal; what is printed goes to a log."""
    os.setsid()
    log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for target, source in ((0, nothing), (1, log), (2, log)):
        os.dup2(source, target)


def _listen():
    SOCKET.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(SOCKET))
    listener.listen()
    return listener


def _serve(listener, world):
    while True:
        connection, _ = listener.accept()
        with connection, connection.makefile("rw") as stream:
            connection.settimeout(REQUEST_TIMEOUT_S)
            try:
                answer = _answer(world, json.loads(stream.readline()))
            except Exception as error:  # whatever a request breaks, the campus stays up
                answer = {"error": str(error)}
            try:
                stream.write(json.dumps(answer) + "\n")
                stream.flush()
            except OSError:
                pass


def _answer(world, request):
    if request.get("request") == "where":
        return {"place": world.air.place}
    if request.get("request") != "move":
        raise ValueError("no such request")
    move = world.air.move(request["kind"], request["target"])
    if move.kind == "hard":
        time.sleep(PORT_DOWN_S)
        world.air.restore_ports()
    return {**move.as_json(), "gap_ms": move.gap_ms}


def ask(**request):
    """Send a request to the campus that is up; returns its answer."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(REQUEST_TIMEOUT_S)
    try:
        with connection, connection.makefile("rw") as stream:
            connection.connect(str(SOCKET))
            stream.write(json.dumps(request) + "\n")
            stream.flush()
            answer = json.loads(stream.readline())
    except (OSError, ValueError) as error:
        raise HolderError(f"campus is not up ({error}): ./dmm up") from error
    if "error" in answer:
        raise HolderError(answer["error"])
    return answer
