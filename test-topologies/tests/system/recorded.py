"""The session of docs/session.md: an operator's commands while the mobile node moves. Played on a fresh campus it has to
look as it is written down; `python3 -m tests.system.recorded` writes it down anew.

What differs from one time to the next is masked, on both sides, by MASKS. What then is left are the columns, the words and
the values that are the same every time; where lines are broken does not count."""

import json
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from scenarios import build, controller
from scenarios.process import PYTHON
from scenarios.rest import APP, Controller
from scenarios.stage import Stage
from scenarios.traffic import STREAMS, Calls
from tests.system.switches import eventually
from topologies import plan

DOCUMENT = build.ROOT / "docs" / "session.md"
PROMPT = "    onos@root > "
POLICY = Path("/tmp/graceful.json")
MOVED_TIMEOUT_S = 10.0
PORT_DOWN_S = 0.7
CLEANED_TIMEOUT_S = 30.0
QUIET_TIMEOUT_S = 30.0

CALL = "udp,10.1.0.10,5004,203.0.113.10,16384"
CONFERENCE = "udp,10.1.0.10,5006,203.0.113.20,3478"
GRACEFUL = "udp,10.1.0.10,5010,203.0.113.20,3479"

MASKS = (                     # (what is masked, its pattern, what stands for it)
    ("durations", r"\b\d+(\.\d+)? ?(ms|s|min|h|d)\b", "TIME"),
    ("versions of the configuration", r"\b([Vv]ersion) [0-9a-f]{16}\b", r"\1 VERSION"),
    ("cookies", r"0x[0-9a-f]{16}", "COOKIE"),
    ("addresses that are lent: the anchor is left", r"\b198\.51\.100\.(\d+)\b", lambda m: f"LENT{int(m[1]) // 64 + 1}"),
    ("attachment numbers of locators: the edge is left", r"\b0A:00:00:(0\d):00:[1-9A-F][0-9A-F]\b", r"PLACE\1"),
    ("MAC addresses of routers and of uplinks", r"\b(?!00:00:00:00:|0A:00:00:)([0-9A-F]{2}:){5}[0-9A-F]{2}\b", "MAC"),
    ("flow-mods", r"\b\d+ on \d+\b", "COUNT"),
    ("rules and leases, with the counter before them", r"(?:\b\d+\s+)?(?<![:.\w])\d+/\d+(?=\s|$)", "COUNT"),
    ("handovers of the last minute", r"^last minute .*", "last minute COUNT"),
    ("packets that the controller was shown", r"^Packet-ins .*", "Packet-ins COUNT"),
    ("rules that are sent again", r"^\d+ rules sent again", "COUNT rules sent again"),
    ("what told of a move", r"\b(ARP|DATA_PACKET|HOST_EVENT)\b", "TRIGGER"),
)


@dataclass(frozen=True)
class Entry:
    """A command and what it printed."""

    command: str
    output: str


class Player:
    """Plays the session on a stage: `enter` makes a command and returns what it prints; `at_rest` is called wherever the
    node has come to stay."""

    def __init__(self, world, rest, enter, at_rest=lambda: None):
        self._world, self._rest, self._enter, self._at_rest = world, rest, enter, at_rest
        self._last = ""

    def play(self):
        """The entries, in order. The configuration of campus is in force again afterwards."""
        try:
            with tempfile.TemporaryDirectory() as directory, Calls(self._world, directory, STREAMS):
                return list(self._play())
        finally:
            POLICY.unlink(missing_ok=True)
            controller.call("cfg", plan.CONFIGURATION)
            self._until("the configuration of campus is in force again", lambda: self._conferences() == "SESSION_LASTING")

    def _play(self):
        self._until("both streams are known", lambda: len(self._rest.flows(plan.NODE.mac)) == len(STREAMS))
        self._quiet()
        self._at_rest()
        yield from self._say("dmm-check", "dmm-summary", "dmm-nodes", "dmm-anchors", "dmm-classes", "dmm-flows",
                             f"dmm-explain {CONFERENCE}", "dmm-explain tcp 10.1.0.10:40000 203.0.113.30:443")
        self._move("air", "edge2")
        yield from self._say("dmm-handovers --last 1", f"dmm-explain {CALL}", f"dmm-bindings {plan.NODE.mac}",
                             f"dmm-move {CALL} edge2")
        self._write_policy()
        yield from self._say(f"dmm-policy diff {POLICY}", f"dmm-policy check {POLICY}", f"dmm-policy apply {POLICY}")
        self._graceful_flow()
        yield from self._say(f"dmm-move {GRACEFUL} edge4", "dmm-drain edge3", "dmm-flows --anchor edge3 --why",
                             "dmm-drain --off edge3")
        self._move("hard", "edge4")
        yield from self._say("dmm-handovers --last 2", f"dmm-resync {plan.NODE.mac}")
        self._quiet()
        yield from self._say("dmm-summary", "dmm-check", "dmm-explain udp 10.1.0.10:5004")

    def _say(self, *commands):
        for command in commands:
            self._last = self._enter(command).rstrip("\n")
            yield Entry(command, self._last)

    def _until(self, what, holds, timeout_s=MOVED_TIMEOUT_S):
        if not eventually(holds, timeout_s):
            raise AssertionError(f"waited {timeout_s:g} s in vain until {what}; the last that was printed is\n{self._last}")

    def _quiet(self):
        self._until("there is nothing to be said", lambda: not self._rest.findings(), QUIET_TIMEOUT_S)

    def _move(self, kind, edge):
        """Move the node, and wait until nothing is left of its former place."""
        before = len(self._rest.handovers(plan.NODE.mac))
        self._world.air.move(kind, edge)
        if kind == "hard":
            time.sleep(PORT_DOWN_S)
            self._world.air.restore_ports()
        self._until(f"the node is at {edge}", lambda: len(self._rest.handovers(plan.NODE.mac)) > before)
        self._rest.await_cleaned(plan.NODE.mac, CLEANED_TIMEOUT_S)
        self._at_rest()

    def _write_policy(self):
        """The configuration of campus, with which conferences are replaced gracefully."""
        document = json.loads(plan.CONFIGURATION.read_text())
        for entry in document["apps"][APP]["dmm"]["classes"]:
            if entry["name"] == "multimedia-conferencing":
                entry["continuity"] = "GRACEFUL_REPLACEMENT"
        POLICY.write_text(json.dumps(document))

    def _conferences(self):
        """What conferences are promised now."""
        return self._rest.classes()["multimedia-conferencing"]["continuity"]

    def _graceful_flow(self):
        """Once that is in force, the node sends something to a second conference."""
        self._until("the policy is in force", lambda: self._conferences() == "GRACEFUL_REPLACEMENT")
        conference = plan.OUTSIDE_BY_NAME["conf"].ip
        program = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); " \
                  f"s.bind(('', 5010)); s.sendto(b'hello', ('{conference}', 3479))"
        self._world.net[plan.NODE.name].cmd(f'{PYTHON} -c "{program}"')
        self._until("the flow is known", lambda: any(one.local_port == 5010 for one in self._rest.flows(plan.NODE.mac)))


def by_shell(command):
    """What a command prints, errors included."""
    done = controller.call("cli", command)
    return done.stdout + done.stderr


def written():
    """The entries of the document."""
    entries, command, lines = [], None, []
    for line in [*DOCUMENT.read_text().splitlines(), ""]:
        if line.startswith(PROMPT):
            if command:
                entries.append(Entry(command, "\n".join(lines).strip("\n")))
            command, lines = line[len(PROMPT):], []
        elif command and (line.startswith("    ") or not line):
            lines.append(line[4:])
        elif command:
            entries.append(Entry(command, "\n".join(lines).strip("\n")))
            command = None
    return entries + ([Entry(command, "\n".join(lines).strip("\n"))] if command else [])


def masked(output):
    """The words that are left, and how often each is there."""
    text = output
    for _what, pattern, stand_in in MASKS:
        text = re.sub(pattern, stand_in, text, flags=re.MULTILINE)
    return Counter(text.split())


def differences(expected, found):
    """What differs between two sessions, in words."""
    commands = [entry.command for entry in expected]
    if commands != [entry.command for entry in found]:
        return [f"other commands: {commands} and {[entry.command for entry in found]}"]
    faults = []
    for one, other in zip(expected, found):
        missing, more = masked(one.output) - masked(other.output), masked(other.output) - masked(one.output)
        if missing or more:
            faults.append(f"{one.command}: is lacking {sorted(missing.elements())}, and has {sorted(more.elements())}: "
                          f"\n{other.output}")
    return faults


def record():
    """Play the session and put it in the place of the one in the document."""
    text = DOCUMENT.read_text()
    with Stage() as stage:
        time.sleep(1)
        entries = iter(Player(stage.world, Controller(), by_shell).play())
    found = {(number, entry.command): entry.output for number, entry in enumerate(entries)}
    blocks, number = [], 0
    for block in re.split(rf"(?m)^(?={re.escape(PROMPT)})", text):
        head, _newline, rest = block.partition("\n")
        if not block.startswith(PROMPT):
            blocks.append(block)
            continue
        output = found[number, head[len(PROMPT):]]
        number += 1
        after = re.search(r"(?m)^(?!    |$).*", rest)
        indented = "".join(f"    {line}".rstrip() + "\n" for line in output.splitlines())
        blocks.append(f"{head}\n{indented}\n{rest[after.start():] if after else ''}")
    DOCUMENT.write_text("".join(blocks).rstrip("\n") + "\n")


if __name__ == "__main__":
    sys.exit(record())
