"""Run one command of the controller's shell and print what it answers."""

import argparse
import subprocess

from scenarios import controller
from scenarios.progress import StepError


def add_options(parser):
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="COMMAND", help='for example "dmm-bindings -j"')


def run(options):
    if not options.words:
        raise StepError('which command? For example: ./dmm cli "dmm-bindings"')
    if not controller.running():
        raise StepError("the controller does not run: ./dmm up")
    return subprocess.run([controller.PROGRAM, "cli", " ".join(options.words)], env=controller.environment(),
                          check=False).returncode
