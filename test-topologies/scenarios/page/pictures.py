"""Pictures of the page for the documentation, of a network that is made up: always of the same."""

import time

from scenarios.page.browser import Browser
from scenarios.page.feed import Network
from scenarios.page.server import PageServer

NAMES = ("laptop", "phone-3", "scanner", "robot-1", "tablet", "camera", "robot-2", "phone-7", "kiosk", "cart")
NODE = "00:00:00:01:00:03"
WIDE, PHONE = (1600, 900), (390, 844)
KINDS = (("telephony", "SESSION_LASTING", "nearest"), ("multimedia-conferencing", "SESSION_LASTING", "nearest"),
         ("standard", "NON_PERSISTENT", "serving"), ("oam", "FIXED", "home"))
MOVES, PAUSE_S = 24, 0.35
SEEN_S = 1.3                  # after a move: the node has arrived, the old way still fades


def network():
    """A campus with ten nodes that have a name, each with flows of all classes."""
    made = Network(nodes=len(NAMES), flows=0)
    for number, (mac, name) in enumerate(zip(made.nodes, NAMES)):
        made.grants.append({"node": mac, "name": name})
        for kind_number, kind in enumerate(KINDS):
            made.add_flow(mac, 7 * number + 1000 * kind_number, kind)
    return made


def take(directory, say):
    """Write them into a directory; the exit code."""
    directory.mkdir(parents=True, exist_ok=True)
    with PageServer(network()) as server, Browser(*WIDE) as browser:
        browser.open(server.url)
        browser.see("live", ".connection")
        wander(server)
        flow = next(one["id"] for one in server.network.flows_of(NODE) if one["class"] == "telephony")
        for name, size, dark, fragment, target in (
                ("page-light", WIDE, False, f"#/handovers?node={NODE}", "edge3"),
                ("page-dark", WIDE, True, f"#/flows?flow={flow}", None),
                ("phone-light", PHONE, False, "#/nodes", None),
                ("phone-dark", PHONE, True, f"#/nodes?node={NODE}", "edge2")):
            browser.resize(*size)
            browser.dark(dark)
            browser.go(fragment)
            time.sleep(2 * SEEN_S)
            if target:
                move(server, NODE, target)
                time.sleep(SEEN_S)
            browser.screenshot(directory / f"{name}.png")
            say(str(directory / f"{name}.png"))
    return 0


def move(server, mac, target=None):
    with server.lock:
        events = server.network.move(mac, target)
    server.tell(events)


def wander(server):
    """Nodes move for a while, so that there is something to see of it."""
    macs = list(server.network.nodes)
    for number in range(MOVES):
        mac = macs[(number * 7) % len(macs)]
        move(server, mac)
        time.sleep(PAUSE_S)
        with server.lock:
            events = server.network.clean(mac)
        server.tell(events)
