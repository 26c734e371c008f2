"""A session of a program: something is exchanged all the time, so it is known when that last came to something."""

import os
import select
import signal
import subprocess
import threading
import time
from contextlib import suppress

from topologies.netns import entering

PACE_S = 0.1
ANSWER_S = 0.5
END_TIMEOUT_S = 5.0


class Session(threading.Thread):
    """Exchanges something again and again, until it is closed or breaks. `matches(flow)` tells its flows on the
    wire."""

    def __init__(self, name, family, matches):
        super().__init__(daemon=True)
        self.name, self.family, self.matches = name, family, matches
        self.last = 0.0               # when something last came back, of the monotonic clock
        self.error = None             # what ended it, in words
        self.server = None            # what serves it alone
        self._closing = False

    def run(self):
        try:
            while not self._closing:
                self.exchange()
                self.last = time.monotonic()
                self.rest()
        except Exception as error:  # noqa: BLE001, the libraries of programs raise what they like
            if not self._closing:
                self.error = f"{type(error).__name__}: {error}".strip(": ")

    def exchange(self):
        """Send something and wait for what it is to bring; raises when the session is over."""
        raise NotImplementedError

    def rest(self):
        """Wait before the next one."""
        time.sleep(PACE_S)

    def began(self, timeout_s):
        """Whether something has come back within a time."""
        return self.heard_since(0.0, time.monotonic() + timeout_s)

    def heard_since(self, since, deadline):
        """Whether something has come back after a time; waits until the deadline, or until it is over."""
        while self.last <= since and self.error is None and time.monotonic() < deadline:
            time.sleep(0.02)
        return self.last > since and self.error is None

    def close(self):
        """End it; what it raises from now on is no error."""
        self._closing = True
        with suppress(OSError, ValueError):
            self.hang_up()
        if self.is_alive():
            self.join(END_TIMEOUT_S)
        self.release()
        if self.server:
            self.server.close()

    def hang_up(self):
        """Have what it waits for come to an end."""

    def release(self):
        """Let go of what it holds; it waits for nothing any more."""


class Program:
    """A process in the namespace of a host, ended with whatever it has started."""

    def __init__(self, pid, command, directory, name, silent=False):
        """A `silent` one's output goes to its log, too: nobody reads it."""
        self._log = (directory / f"{name}.log").open("w+b")
        self._said = b""
        self._process = subprocess.Popen(entering(pid, [str(part) for part in command]), cwd=directory,
                                         stdin=subprocess.PIPE, stdout=self._log if silent else subprocess.PIPE,
                                         stderr=self._log, start_new_session=True)

    @property
    def ended(self):
        """Its exit code, or None while it runs."""
        return self._process.poll()

    def words(self):
        """How it ended: its exit code, and the last that it said."""
        code = self._process.wait(END_TIMEOUT_S)
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip().splitlines()
        return f"exit code {code}{': ' + said[-1].strip() if said else ''}"

    def say(self, line):
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def line(self, timeout_s=None):
        """The next line that it prints; EOFError when it has ended, TimeoutError when there is none in time."""
        while b"\n" not in self._said:
            if not select.select([self._process.stdout], [], [], timeout_s)[0]:
                raise TimeoutError
            more = os.read(self._process.stdout.fileno(), 65536)
            if not more:
                raise EOFError(self.words())
            self._said += more
        line, _newline, self._said = self._said.partition(b"\n")
        return line.decode(errors="replace").strip()

    def end(self):
        """End it and what it has started; who waits for a line gets no more."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(END_TIMEOUT_S)

    def close(self):
        """End it and let go of its files, which nobody may read any more."""
        self.end()
        for file in (self._process.stdin, self._process.stdout, self._log):
            if file:
                with suppress(BrokenPipeError):
                    file.close()


class Spoken(Session):
    """A session of a program that sends on what it is told and prints what comes back. One over datagrams `repeats`:
    what is lost is lost."""

    def __init__(self, name, family, matches, program, repeats=False):
        super().__init__(name, family, matches)
        self._program = program
        self._patience_s = ANSWER_S if repeats else None
        self._count = 0

    def exchange(self):
        while not self._closing:
            self._count += 1
            self._program.say(f"{self.name} {self._count}")
            try:
                while f"{self.name} {self._count}" != self._program.line(self._patience_s):
                    pass
                return
            except TimeoutError:
                continue

    def hang_up(self):
        self._program.end()

    def release(self):
        self._program.close()


class Heard(Session):
    """A session of a program that prints something whenever data has come; `counts(line)` says which lines mean
    that."""

    def __init__(self, name, family, matches, program, counts=lambda line: True):
        super().__init__(name, family, matches)
        self._program, self._counts = program, counts

    def exchange(self):
        while not self._counts(self._program.line()):
            pass

    def rest(self):
        pass

    def hang_up(self):
        self._program.end()

    def release(self):
        self._program.close()
