"""Says what is going on: one line a step, and a long command's output in a log instead of on the screen."""

import itertools
import subprocess
import sys
import time

from topologies.errors import DmmError

TICK_S = 0.2
TAIL_LINES = 25
SPINNER = "|/-\\"


class StepError(DmmError):
    """A step failed; the message is one line that says what is wrong and the way out."""


def say(line):
    """One line of progress."""
    print(line, flush=True)


def run(label, command, log, way_out="", **options):
    """Run a command with its output in the file `log`; a running clock meanwhile, StepError if it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    begin = time.monotonic()
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                   **options)
        try:
            wait(process, label, begin)
        except BaseException:
            process.terminate()
            process.wait()
            raise
    seconds = time.monotonic() - begin
    if process.returncode == 0:
        finish_line(f"{label}  ({seconds:.0f} s)")
        return
    finish_line(f"{label}  FAILED after {seconds:.0f} s; the end of {log}:")
    for line in tail(log):
        say(f"    {line}")
    raise StepError(f"{label} failed{': ' + way_out if way_out else f'; all of it is in {log}'}")


def wait(process, label, begin):
    """Wait for a process with a running clock, where there is a terminal to show it on."""
    if not sys.stdout.isatty():
        process.wait()
        return
    for sign in itertools.cycle(SPINNER):
        try:
            process.wait(timeout=TICK_S)
            return
        except subprocess.TimeoutExpired:
            print(f"\r  {sign} {label}  {time.monotonic() - begin:.0f} s ", end="", flush=True)


def finish_line(line):
    """Replace the running clock by the last word on a step."""
    print(("\r\033[K" if sys.stdout.isatty() else "") + f"  {line}", flush=True)


def tail(path):
    """The last lines of a file."""
    return path.read_text(errors="replace").splitlines()[-TAIL_LINES:]
