"""Remembers what a run made, so that the next run or `dmm down` can remove it even when the run was killed.

The record is a JSON file. It lies where every clone on the machine finds it, and not in the clone that made it: names of
interfaces are taken for all of them. Everything is removed by its exact name or by a process id together with that
process's start time; nothing is ever searched for by pattern.
"""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

TERM_TIMEOUT_S = 15.0
RUN_DIRECTORY = Path(os.environ.get("DMM_RUN") or Path(__file__).resolve().parents[2] / ".run")    # logs and builds
MACHINE_DIRECTORY = Path("/run/onos-dmm")    # what a machine has one of; a boot ends it as it ends the things themselves
CAMPUS_RECORD = MACHINE_DIRECTORY / "campus.record"


def start_time(pid):
    """When a process started, in clock ticks since boot; None when there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    state, *rest = stat.rpartition(")")[2].split()
    return None if state == "Z" else int(rest[18])


def identity(pid):
    """A process as the record keeps it."""
    return {"pid": pid, "started": start_time(pid)}


def is_alive(process):
    """Whether the very process of an `identity` still runs."""
    return process["started"] is not None and start_time(process["pid"]) == process["started"]


class Record:
    """What exists because of one run: its owner, processes, namespaces, bridges, interfaces."""

    def __init__(self, path):
        self._path = Path(path)
        self.owner = None
        self.processes, self.bridges, self.interfaces = [], [], []
        self.hosts = {}

    @classmethod
    def load(cls, path):
        """The record at `path`; an empty one when there is none."""
        record = cls(path)
        if record._path.exists():
            for name, value in json.loads(record._path.read_text()).items():
                setattr(record, name, value)
        return record

    def save(self):
        """Write atomically: a run may be killed at any time."""
        kept = {name: value for name, value in vars(self).items() if not name.startswith("_")}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(kept, indent=1))
        fresh.replace(self._path)

    def add_process(self, pid):
        self.processes.append(identity(pid))
        self.save()

    def owner_alive(self):
        return bool(self.owner) and is_alive(self.owner)

    def sweep(self):
        """Remove everything recorded that still exists, the owner first, and the record itself."""
        if self.owner_alive() and self.owner["pid"] != os.getpid():
            stop_processes([self.owner], signal.SIGTERM)
        stop_processes(self.processes, signal.SIGHUP)      # which an interactive shell heeds, too
        if self.bridges:
            delete_bridges(self.bridges)
        for interface in [*self.bridges, *self.interfaces]:    # a killed Open vSwitch leaves its bridges' interfaces
            if Path(f"/sys/class/net/{interface}").exists():
                subprocess.run(["ip", "link", "del", interface], stderr=subprocess.DEVNULL, check=False)
        if self._path.is_file():
            self._path.unlink()


def delete_bridges(names):
    """Delete Open vSwitch bridges, all in one transaction; none of them need exist."""
    command = ["ovs-vsctl", "--timeout=10"]
    for name in names:
        command += ["--", "--if-exists", "del-br", name]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def stop_processes(processes, request):
    """End processes: ask with the signal `request`, wait, insist."""
    alive = [process for process in processes if is_alive(process)]
    for number, patience in ((request, TERM_TIMEOUT_S), (signal.SIGKILL, 2.0)):
        for process in alive:
            try:
                os.kill(process["pid"], number)
            except ProcessLookupError:
                pass
        deadline = time.monotonic() + patience
        while (alive := [process for process in alive if is_alive(process)]) and time.monotonic() < deadline:
            time.sleep(0.05)
        if not alive:
            return
