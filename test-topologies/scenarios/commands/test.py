"""Every test there is: Maven's (checks of the build included), then Python's, then those of the web page in a browser,
of the emulated network and of the whole product. The last line counts them. Exit code 0 when none failed and none was
skipped."""

import time
import unittest
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from itertools import dropwhile

from scenarios import build, machine
from scenarios.progress import StepError, say

SUITES = ("unit", "page", "network", "system")
TESTS = build.ROOT / "test-topologies" / "tests"
REASON_LENGTH = 300


@dataclass(frozen=True)
class Count:
    """How many tests passed, failed and were skipped; in words, a line on each that failed, and all of them counted."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    failures: tuple = field(default=(), compare=False)

    def __add__(self, other):
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped,
                     self.failures + other.failures)

    def __str__(self):
        return "\n".join([*self.failures, f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"])


def failure(name, words):
    """One line on a failed test: the beginning of what it said."""
    return f"FAILED {name}: {' '.join(words.split())[:REASON_LENGTH]}"


def add_options(parser):
    parser.add_argument("--only", choices=("maven", *SUITES), action="append",
                        help="only these tests; may be given more than once")


def run(options):
    ours = machine.prepare(peers=True)
    wanted = options.only or ("maven", *SUITES)
    total = Count()
    if "maven" in wanted:
        total += maven()
    elif {"system", "page"} & set(wanted):
        build.build()
    for suite in SUITES:
        if suite in wanted:
            total += python(suite)
    if ours:
        machine.stop_open_vswitch()
    say(f"\n{total}")
    return 0 if total.failed == 0 and total.skipped == 0 else 1


def maven():
    """Run Maven's tests and count them from their reports."""
    begin = time.time()
    broken = Count()
    try:
        build.verify()
    except StepError as error:
        say(f"  {error}")
        broken = Count(failed=1, failures=(failure("mvn verify", str(error)),))
    reports = [report for report in build.ROOT.rglob("target/surefire-reports/TEST-*.xml")
               if report.stat().st_mtime >= begin]
    counted = sum(map(count_report, reports), Count())
    if not counted.failed:
        counted += broken             # it was not a test that failed: the build did
    say(f"  Maven: {counted}")
    return counted


def count_report(path):
    """Count of one surefire report."""
    suite = ElementTree.parse(path).getroot()
    tests, failures, errors, skipped = (int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped"))
    named = tuple(failure(f"{case.get('classname')}.{case.get('name')}", found.get("message") or found.text or "")
                  for kind in ("failure", "error") for case in suite.iter("testcase") for found in case.findall(kind))
    return Count(tests - failures - errors - skipped, failures + errors, skipped, named)


class CountingResult(unittest.TextTestResult):
    """Also counts what passed: a failed set-up of a class is no test that ran."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.passed = 0

    def addSuccess(self, test):  # noqa: N802, the name is unittest's
        super().addSuccess(test)
        self.passed += 1

    def count(self):
        failed = len(self.failures) + len(self.errors) + len(self.unexpectedSuccesses)
        named = [failure(test.id(), last_words(trace)) for test, trace in self.failures + self.errors]
        return Count(self.passed, failed, len(self.skipped) + len(self.expectedFailures), tuple(named))


def last_words(trace):
    """What a traceback says of the error itself, after the lines of code."""
    lines = trace.rpartition("Traceback (most recent call last):")[2].splitlines()
    return " ".join(dropwhile(lambda line: not line or line.startswith(" "), lines))


def python(suite):
    """Run one Python suite and count."""
    say(f"\nPython, {suite}:")
    tests = unittest.defaultTestLoader.discover(str(TESTS / suite), top_level_dir=str(TESTS.parent))
    runner = unittest.TextTestRunner(verbosity=1 if suite == "unit" else 2, resultclass=CountingResult)
    return runner.run(tests).count()
