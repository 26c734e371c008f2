"""Runs probes in the namespaces of hosts."""

import os
import select
import subprocess
from pathlib import Path

from topologies.errors import DmmError
from topologies.netns import entering

PYTHON = "/usr/bin/python3"
READY_TIMEOUT_S = 10.0
END_TIMEOUT_S = 10.0
_ROOT = Path(__file__).resolve().parents[1]


class ProbeError(DmmError):
    """A probe that did not start, or ended too early."""


class Probe:
    """One probe process; it ends when its standard input closes."""

    def __init__(self, name, pid, module, arguments, log=None):
        self.name = name
        self.log = log
        command = entering(pid, [PYTHON, "-m", f"probes.{module}", *map(str, arguments)])
        if log:
            command += ["--log", str(log)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                         cwd=_ROOT, start_new_session=True,
                                         env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})

    @property
    def pid(self):
        return self._process.pid

    def await_ready(self):
        """Block until the probe listens."""
        if select.select([self._process.stdout], [], [], READY_TIMEOUT_S)[0] \
                and self._process.stdout.readline() == b"ready\n":
            return
        self.check()
        raise ProbeError(f"{self.name} did not get ready within {READY_TIMEOUT_S:g} s")

    def check(self):
        """Raise when the probe has ended."""
        if self._process.poll() is not None:
            words = self._process.stderr.read().decode().strip().splitlines()
            raise ProbeError(f"{self.name} ended with code {self._process.returncode}: {words[-1] if words else ''}")

    def command(self, word):
        """Send one command."""
        try:
            self._process.stdin.write(word.encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            self.check()

    def finish(self):
        """End the probe and wait for its log to be complete."""
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            self._process.wait(timeout=END_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._process.stderr.close()
