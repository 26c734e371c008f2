"""Attachment notices to the controller, as an access network sends them: over a connection that stays open."""

import base64
import http.client
import json

from scenarios.rest import ControllerError
from topologies import plan

PATH = "/onos/dmm/v1/attachments"
TIMEOUT_S = 5.0


class Notices:
    """A connection for notices about the mobile node."""

    def __init__(self, host="127.0.0.1", port=8181, user="onos", password="rocks"):
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
        self._connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_S)

    def expected(self, edge, window_ms):
        """Tell that the node will come to an edge (a plan.Edge) within `window_ms`."""
        self._send({"event": "expected", "node": plan.NODE.mac, "port": f"{edge.device}/{plan.PORT_AP}",
                    "window": window_ms})

    def _send(self, notice):
        for last in (False, True):
            try:
                self._connection.request("POST", PATH, json.dumps(notice), self._headers)
                answer = self._connection.getresponse()
                words = answer.read().decode(errors="replace")
                break
            except (OSError, http.client.HTTPException) as error:
                self._connection.close()      # it may have been closed for being idle: once more on a new one
                if last:
                    raise ControllerError(f"POST {PATH}: {error}") from error
        if answer.status // 100 != 2:
            raise ControllerError(f"POST {PATH}: {answer.status} {words.strip()}")

    def close(self):
        self._connection.close()
