"""The subcommands of `./dmm`."""

import argparse
import importlib
import signal
import sys

from topologies.errors import DmmError

COMMANDS = {
    "demo": "the scene: calls, web, mail and a session while the node moves; one table at the end",
    "up": "controller, app and campus, left running",
    "down": "take down what is running, also what a killed run left behind",
    "status": "what is running, and what the controller says of it",
    "move": "move the node of a running campus",
    "cli": "run one command of the controller's shell",
    "topo": "a topology alone, with Mininet's prompt",
    "test": "every test there is: Maven's, Python's and the system test",
    "bench": "what handovers take and cost: many moves, rules, states, faults",
}
EPILOG = "commands:\n" + "\n".join(f"  {name:8} {words}" for name, words in COMMANDS.items()) + \
    "\n\n./dmm COMMAND --help tells more."


def main(arguments=None):
    """Run a subcommand; the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="./dmm", usage="./dmm COMMAND [options]", epilog=EPILOG,
                                     description="Distributed mobility management for ONOS, on an emulated campus.",
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="what to do")
    if not arguments:
        parser.print_help()
        return 2
    name = parser.parse_args(arguments[:1]).command
    module = importlib.import_module(f"scenarios.commands.{name}")
    options = argparse.ArgumentParser(prog=f"./dmm {name}", description=module.__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    module.add_options(options)
    return guarded(module.run, options.parse_args(arguments[1:]))


def guarded(run, options):
    """Run it; known failures become one line on standard error, a polite request to end unwinds as they do."""
    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGINT, signal.default_int_handler)    # a shell script's background job inherits it ignored
    try:
        return run(options)
    except DmmError as error:
        print(f"dmm: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("dmm: interrupted; everything that was made is gone", file=sys.stderr)
        return 130


def interrupt(_number, _frame):
    raise SystemExit(128 + signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
