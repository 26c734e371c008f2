"""A DHCP and DNS server that is not ours, of both families, in the namespace of a host outside: Debian's dnsmasq."""

import subprocess
from pathlib import Path

from topologies.netns import entering

END_TIMEOUT_S = 10.0


class Dnsmasq:
    """Serves ranges of addresses to relays, or names at a port; `options` are those of its command line. What it says
    is kept."""

    def __init__(self, pid, directory, *options, port=0):
        self._log = Path(directory) / "dnsmasq.log"
        command = ["dnsmasq", "--keep-in-foreground", "--log-facility=-", "--log-dhcp", f"--port={port}",
                   "--conf-file=/dev/null", "--user=root", f"--dhcp-leasefile={Path(directory) / 'dnsmasq.leases'}",
                   f"--pid-file={Path(directory) / 'dnsmasq.pid'}", *options]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(entering(pid, command), stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def said(self):
        """All that it has logged."""
        return self._log.read_text()

    def close(self):
        self._process.terminate()
        self._process.wait(END_TIMEOUT_S)
