"""Runs Java tests that print figures, and reads them: one line of JSON each, after the word MEASURED."""

import json

from scenarios import build
from scenarios.progress import run
from topologies.record import RUN_DIRECTORY

MARK = "MEASURED "
MODULE = "app/core"


def figures(test, label, properties=None):
    """(records, passed): what the tests of a class (several: separated by commas) printed, and whether all passed.

    `properties` are Java's system properties that they get."""
    command = ["mvn", "-B", "-ntp", "-pl", MODULE, "-am", "test", f"-Dtest={test}",
               "-Dsurefire.failIfNoSpecifiedTests=false",
               *(f"-D{name}={value}" for name, value in (properties or {}).items())]
    passed = run_tests(label, command, log(test))
    return records(log(test).read_text(errors="replace").splitlines()), passed


def log(test):
    """Where the output of the tests of a class goes."""
    return RUN_DIRECTORY / f"measured-{test.split(',')[0]}.log"


def run_tests(label, command, output):
    """Run Maven with its output in a file; whether it was content."""
    wrapper = ["/bin/sh", "-c", '"$@"; echo "EXIT $?"', "sh", *command]
    run(label, wrapper, output, cwd=build.ROOT, env=build.environment())
    return output.read_text(errors="replace").rstrip().endswith("EXIT 0")


def records(lines):
    """The records in the lines of a log."""
    return [json.loads(line[line.index(MARK) + len(MARK):]) for line in lines if MARK in line]
