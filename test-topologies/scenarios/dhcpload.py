"""Runs the load generator for DHCP in the namespace of a host, and says in figures what it saw."""

import json
import math
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from probes.dhcpload import mac_of
from scenarios.process import PYTHON
from topologies.errors import DmmError
from topologies.netns import entering

ROOT = Path(__file__).resolve().parents[1]
WINDOW = 50
EXTRA_S = 10.0                # for the interpreter to start and end


class LoadError(DmmError):
    """The load generator failed."""


@dataclass(frozen=True)
class Outcome:
    """One run: who has which address, and how long each took."""

    asked: int
    seconds: float
    addresses: dict               # number of the client -> address
    took_ms: list
    refused: int
    repeated: int

    @property
    def rate(self):
        """Leases a second."""
        return len(self.addresses) / self.seconds

    @property
    def twice(self):
        """How many addresses more than one client has."""
        return len(self.addresses) - len(set(self.addresses.values()))

    def quantile(self, share):
        """The time, ms, within which so many of the leases were had."""
        ordered = sorted(self.took_ms)
        return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan

    def __str__(self):
        return (f"{len(self.addresses)} of {self.asked} leases in {self.seconds:.1f} s, {self.rate:.0f}/s, "
                f"p50 {self.quantile(0.5):.1f} ms, p99 {self.quantile(0.99):.1f} ms, asked again {self.repeated}, "
                f"refused {self.refused}, given twice {self.twice}")


def mac(number):
    """MAC address of a client as the controller writes it."""
    return ":".join(f"{octet:02X}" for octet in mac_of(number))


def run(pid, interface, clients, renew=None, window=WINDOW, timeout_s=60.0):
    """So many clients get addresses, or those of an earlier Outcome are renewed."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        arguments = ["--clients", clients, "--window", window, "--timeout", timeout_s]
        if renew:
            json.dump({"addresses": renew.addresses}, file)
            file.flush()
            arguments += ["--renew", file.name]
        done = subprocess.run(entering(pid, [PYTHON, "-m", "probes.dhcpload", interface, *map(str, arguments)]),
                              cwd=ROOT, capture_output=True, text=True, check=False, timeout=timeout_s + EXTRA_S)
    if done.returncode != 0:
        raise LoadError(f"the load generator failed: {done.stderr.strip()}")
    return outcome(json.loads(done.stdout))


def outcome(data):
    """Outcome of what the generator printed."""
    addresses = {int(number): address for number, address in data["addresses"].items()}
    return Outcome(data["asked"], data["seconds"], addresses, data["took_ms"], data["refused"], data["repeated"])


def lost(had, rest):
    """The addresses of an Outcome that the controller does not know as their clients'."""
    stored = {one["address"]: one["node"] for one in rest.get("/dmm/v1/grants")["grants"]}
    return [address for number, address in had.addresses.items() if stored.get(address) != mac(number)]
