"""What REST says to those who ask for what they should not; one HTTP connection a question."""

import base64
import http.client
import json
from contextlib import ExitStack
from dataclasses import dataclass

BASE = "/onos/dmm/v1/"
TIMEOUT_S = 10.0


@dataclass(frozen=True)
class Answer:
    """Status, headers (names in lower case) and the JSON of the body."""

    status: int
    headers: dict
    json: dict


def ask(method, resource, body=None, user="onos:rocks", **headers):
    """Ask, with a body of bytes or of an iterator of them (then without its length)."""
    connection = http.client.HTTPConnection("127.0.0.1", 8181, timeout=TIMEOUT_S)
    try:
        _send(connection, method, resource, body, user, headers)
        return _read(connection.getresponse())
    finally:
        connection.close()


def ask_for_streams(number):
    """Have so many event streams at once: the statuses, and the answer to one that was refused, if any."""
    with ExitStack() as open_ones:
        answers, refused = [], None
        for _one in range(number):
            connection = http.client.HTTPConnection("127.0.0.1", 8181, timeout=TIMEOUT_S)
            open_ones.callback(connection.close)
            _send(connection, "GET", "events", None, "onos:rocks", {})
            answer = connection.getresponse()
            answers.append(answer.status)
            refused = _read(answer) if answer.status != 200 else refused
        return answers, refused


def _send(connection, method, resource, body, user, headers):
    known = {"Authorization": "Basic " + base64.b64encode(user.encode()).decode()} if user else {}
    if body is not None:
        known["Content-Type"] = "application/json"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, BASE + resource, body, {**known, **named},
                           encode_chunked=body is not None and not isinstance(body, bytes))
    except (BrokenPipeError, ConnectionResetError):
        pass                      # the answer was there before the body was sent, and says why


def _read(answer):
    text = answer.read()
    try:
        document = json.loads(text) if text else None
    except ValueError:
        document = None
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, document)
