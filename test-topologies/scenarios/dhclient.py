"""Debian's DHCP client in the namespace of a host, with its stock script and a directory `/etc` of its own.

The client writes its name servers to /etc/resolv.conf: it must not be this machine's.
"""

import re
import shutil
import subprocess
import time
from pathlib import Path

from topologies.errors import DmmError
from topologies.netns import entering

ETC = ("dhcp", "hosts", "host.conf", "nsswitch.conf", "passwd", "group", "services", "protocols")
END_TIMEOUT_S = 10.0
LEASE_S = 60                  # what it asks for: it renews after half of that
ASKS_AGAIN = "initial-interval 1;\nbackoff-cutoff 2;\n"   # s; by itself it asks again after 7 to 22, as it likes
PRIVATE_ETC = 'mount --bind "$1" /etc && shift && exec "$@"'


class DhclientError(DmmError):
    """The client did not do in time what was waited for."""


class Dhclient:
    """A client for one interface; what it remembers of its lease outlives its process, as on a real host."""

    def __init__(self, pid, interface, directory, lease_s=LEASE_S, protocol=("-4",), timers=None):
        self._protocol = protocol     # ("-6", "-S") for information alone, ("-6",) for an address
        self._pid, self._interface, self._directory = pid, interface, Path(directory)
        self._log = self._directory / "dhclient.log"
        self._process = None
        etc = self._directory / "etc"
        etc.mkdir(parents=True)
        for name in ETC:
            source = Path("/etc") / name
            if source.is_dir():
                shutil.copytree(source, etc / name)
            elif source.exists():
                shutil.copy(source, etc / name)
        for name in ("resolv.conf", "fstab"):      # its script writes the one and reads the other
            (etc / name).touch()
        with (etc / "dhcp" / "dhclient.conf").open("a") as configuration:
            configuration.write(f"\nsend dhcp-lease-time {lease_s};\n")
            if timers:            # when it renews and when it rebinds, s, whatever it is told; IPv4 alone
                configuration.write("supersede dhcp-renewal-time {};\nsupersede dhcp-rebinding-time {};\n".format(*timers))
                configuration.write(ASKS_AGAIN)

    def _command(self, *options):
        return entering(self._pid, ["unshare", "--mount", "--propagation", "private", "sh", "-c", PRIVATE_ETC, "sh",
                                    str(self._directory / "etc"), "dhclient", *self._protocol, "-v", *options,
                                    "-pf", str(self._directory / "pid"), "-lf", str(self._directory / "leases"),
                                    self._interface])

    def start(self):
        """Start it: with an address that it remembers it asks for that one (INIT-REBOOT), else for any."""
        with self._log.open("a") as log:
            self._process = subprocess.Popen(self._command("-d"), stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def stop(self):
        """End the process; the host keeps its address."""
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait(END_TIMEOUT_S)
        self._process = None

    def release(self):
        """Give the address back."""
        self.stop()
        with self._log.open("a") as log:
            subprocess.run(self._command("-r"), stdout=log, stderr=log, stdin=subprocess.DEVNULL, check=True,
                           timeout=END_TIMEOUT_S)

    def said(self):
        """All that it has logged."""
        return self._log.read_text() if self._log.exists() else ""

    def acks(self):
        """The addresses that it was granted, in order; a renewal counts."""
        return re.findall(r"^DHCPACK of (\S+) from", self.said(), re.MULTILINE)

    def await_said(self, words, timeout_s):
        """Until it has said something, which is returned."""
        deadline = time.monotonic() + timeout_s
        while words not in self.said():
            if time.monotonic() > deadline:
                raise DhclientError(f"{self._interface}: no {words!r} after {timeout_s:g} s:\n{self.said()}")
            time.sleep(0.05)
        return self.said()

    def let_time_pass(self, which):
        """As if the host had slept: its IPv6 lease is at the time to `renew` or to `rebind` when it starts again."""
        leases = self._directory / "leases"
        leases.write_text(re.sub(r"\b(renew|rebind) \d+;", lambda found: found[0] if which == "renew"
                                 and found[1] == "rebind" else f"{found[1]} 1;", leases.read_text()))

    def resolver(self):
        """What it wrote to /etc/resolv.conf."""
        return (self._directory / "etc" / "resolv.conf").read_text()

    def await_acks(self, count, timeout_s):
        """The address, once it was granted so many times."""
        deadline = time.monotonic() + timeout_s
        while len(self.acks()) < count or not self.bound():
            if time.monotonic() > deadline:
                raise DhclientError(f"{self._interface} has no address after {timeout_s:g} s:\n{self.said()}")
            time.sleep(0.05)
        return self.acks()[-1]

    def bound(self):
        """Whether its script has run to the end since its last grant."""
        return "bound to " in self.said().rpartition("DHCPACK")[2]
