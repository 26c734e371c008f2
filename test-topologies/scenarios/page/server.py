"""The REST of a network that is made up, its event stream, and the files of the page, on a port of this machine."""

import base64
import json
import mimetypes
import threading
import time
import xml.etree.ElementTree as ElementTree
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from scenarios.build import ROOT

CONTEXT = "/onos/dmm/"
WEB = ROOT / "web-gui"
FILES = (WEB / "src" / "main" / "webapp", WEB / "target" / "page-web")
USERS = {"onos": ("rocks", True), "guest": ("guest", False)}
KEPT = 20_000                 # events that can be told again
ALIVE_S = 10.0


def page_headers():
    """The headers that the filter of web.xml puts on every file of the page."""
    space = "{http://java.sun.com/xml/ns/javaee}"
    document = ElementTree.parse(FILES[0] / "WEB-INF" / "web.xml")
    return {one.findtext(f"{space}param-name"): " ".join(one.findtext(f"{space}param-value").split())
            for one in document.findall(f"{space}filter/{space}init-param")}


class Events:
    """What has happened, in its order; whoever listens waits for more."""

    def __init__(self, epoch=1):
        self._epoch, self._events, self._first = epoch, [], 1
        self._more = threading.Condition()
        self.closed = False

    def add(self, events):
        """Events as (type, object)."""
        with self._more:
            for kind, thing in events:
                number = self._first + len(self._events)
                lines = f"id: {self._epoch}-{number}", f"event: {kind}", f"data: {json.dumps(thing)}", "", ""
                self._events.append("\n".join(lines).encode())
            self._events, dropped = self._events[-KEPT:], max(0, len(self._events) - KEPT)
            self._first += dropped
            self._more.notify_all()

    def close(self):
        with self._more:
            self.closed = True
            self._more.notify_all()

    def cursor(self, since):
        """The number to go on from after an id, None where what came after it is not known any more."""
        with self._more:
            if since is None:
                return self._first + len(self._events)
            epoch, _, number = since.partition("-")
            known = epoch == str(self._epoch) and number.isdigit() and int(number) + 1 >= self._first
            return int(number) + 1 if known else None

    def after(self, number):
        """Everything from a number on, as bytes, and the next number; waits for it for a while."""
        with self._more:
            self._more.wait_for(lambda: self.closed or number < self._first + len(self._events), ALIVE_S)
            found = self._events[max(0, number - self._first):]
            return b"".join(found), number + len(found)


class PageServer:
    """A context in which the page can be opened at `url`. `stop` and `start` lose and regain the connection."""

    def __init__(self, network, port=0, streams=True):
        self.network, self.streams = network, streams
        self.events = Events()
        self.lock = threading.RLock()
        self.applied = []
        self.windows, self.highlighted = 0, None
        self._port, self._server, self._open = port, None, set()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_error):
        self.stop()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._port}{CONTEXT}"

    def start(self, restarted=False):
        """Answer from now on; after a restart as a controller that remembers no events."""
        self.events = Events(2) if restarted else Events() if self.events.closed else self.events
        handler = type("PageHandler", (Handler,), {"page": self, "headers_of_page": page_headers()})
        self._server = Server(("127.0.0.1", self._port), handler)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        """Refuse connections, and end those that there are."""
        self._server.shutdown()
        self._server.server_close()
        self.events.close()

    def tell(self, events):
        """Have everybody who listens know."""
        self.events.add(events)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    page = None
    headers_of_page = {}

    def log_message(self, *_arguments):
        """Nothing is logged."""

    def do_GET(self):  # noqa: N802, the name is the library's
        self._answer()

    do_PUT = do_POST = do_DELETE = do_GET

    def _answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        user = self._user()
        if self.page.events.closed:
            self.close_connection = True
        elif user is None:
            self._send(401, b"", {"WWW-Authenticate": 'Basic realm="karaf"'})
        else:
            path = urlsplit(self.path)
            name = unquote(path.path)[len(CONTEXT):]
            if name == "v1/events" and self.page.streams:
                self._stream(parse_qs(path.query))
            elif name.startswith("v1/"):
                self._rest(name[3:], user, body, parse_qs(path.query))
            else:
                self._file(name or "index.html")

    def _user(self):
        try:
            name, _, password = base64.b64decode(self.headers.get("Authorization", "")[6:]).decode().partition(":")
        except ValueError:
            return None
        return name if USERS.get(name, (None,))[0] == password else None

    def _send(self, status, body, headers=()):
        self.send_response(status)
        for name, value in {"Content-Length": len(body), **dict(headers)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def _json(self, status, thing, headers=()):
        self._send(status, json.dumps(thing).encode(), {"Content-Type": "application/json", **dict(headers)})

    def _file(self, name):
        found = next((root / name for root in FILES if (root / name).is_file()), None)
        if found is None or ".." in name or name.startswith("WEB-INF"):
            self._send(404, b"")
            return
        kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        self._send(200, found.read_bytes(), {"Content-Type": kind, **self.headers_of_page})

    def _rest(self, name, user, body, query):
        with self.page.lock:
            answer = resource(self.page, self.command, name, user, body, query, self.headers.get("If-Match"))
        self._json(*answer)

    def _stream(self, query):
        wanted = set(",".join(query.get("types", [])).split(",")) - {""}
        since = self.headers.get("Last-Event-ID") or next(iter(query.get("since", [])), None)
        events = self.page.events
        number = events.cursor(since)
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self.wfile.write(b": there\n\n")
            if number is None:
                self.wfile.write(b"event: reset\ndata: {}\n\n")
                number = events.cursor(None)
            while not events.closed:
                found, number = events.after(number)
                self.wfile.write(chosen(found, wanted) or b": alive\n\n")
        except OSError:
            pass                  # the browser has gone


def chosen(found, wanted):
    """Events of the types that are wanted; all if none are named."""
    if not wanted:
        return found
    return b"".join(one + b"\n\n" for one in found.split(b"\n\n")[:-1]
                    if one.split(b"event: ", 1)[1].split(b"\n", 1)[0].decode() in wanted)


def resource(page, method, name, user, body, query, match=None):
    """(status, JSON[, headers]) of a resource."""
    network, admin = page.network, USERS[user][1]
    if method != "GET" and not admin:
        return 403, {"code": 403, "message": "User has insufficient privilege for this request"}
    lists = {"anchors": network.anchors, "bindings": network.nodes, "flows": network.flows}
    if method == "GET" and name in lists:
        return 200, {name: list(lists[name].values())}
    if method == "GET" and name == "handovers":
        return 200, {name: list(network.handovers)[-int(query.get("last", [1000])[0]):]}
    if method == "GET" and name in ("classes", "grants"):
        return 200, {name: network.classes() if name == "classes" else network.grants}
    if name == "check":
        return 200, {"verdict": "OK" if not network.findings else "WARNING", "findings": network.findings}
    if name == "session":
        return 200, {"user": user, "admin": admin}
    if name.split("/")[0] == "highlights":
        return highlights(page, method, name)
    if name == "topology":
        return 200, network.topology()
    if name.startswith("policy"):
        return policy(page, method, name, body, match)
    if name.startswith("anchors/"):
        return anchor(page, method, name.split("/"))
    if name.startswith("flows/") and name.endswith("/explain"):
        answer = network.explain(name[len("flows/"):-len("/explain")])
        return (200, answer) if answer else (404, {"code": 404, "message": "no such flow"})
    return 404, {"code": 404, "message": f"{name} is not there"}


def anchor(page, method, parts):
    one = page.network.anchors.get(parts[1])
    if one is None:
        return 404, {"code": 404, "field": "anchor", "message": f"anchor: '{parts[1]}' is not known"}
    if method != "GET":
        one["draining"] = method == "PUT"
        page.tell([("anchor", one)])
    return 200, one


def highlights(page, method, name):
    """What the topology of ONOS's second GUI shows; as many windows as a test says."""
    if method == "PUT" and not page.windows:
        return 409, {"code": 409, "field": "windows", "message": "windows: you have no window open"}
    if method != "GET":
        page.highlighted = name.removeprefix("highlights/") if method == "PUT" else None
    return 200, {"windows": page.windows}


def policy(page, method, name, body, match):
    """The configuration: to read, to check, to put in place of the version that was read."""
    tag = f'"{len(page.applied)}"'
    if method == "GET":
        return 200, page.network.document, {"ETag": tag}
    if method == "PUT" and match is None:
        return 428, {"code": 428, "field": "If-Match", "message": "If-Match: is missing"}
    if method == "PUT" and match not in (tag, "*"):
        return 412, {"code": 412, "field": "If-Match", "message": "If-Match: there is another version"}
    try:
        document = json.loads(body)
        names = [one["name"] for one in document["classes"]]
    except (ValueError, KeyError, TypeError) as error:
        return 400, {"code": 400, "field": "document", "message": f"document: is not a configuration ({error!r})"}
    known = [one["name"] for one in page.network.classes()]
    check = {"version": tag.strip('"'), "applied": None,
             "changes": [f"class {one} is new" for one in names if one not in known],
             "unharmed": len(page.network.flows), "broken": []}
    if name == "policy" and method == "PUT":
        page.applied.append(document)
        page.network.document = document
    return 200, check
