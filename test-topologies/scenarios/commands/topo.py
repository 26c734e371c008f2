"""Bring up a topology alone and open Mininet's prompt on it; it is gone when the prompt ends."""

from scenarios import machine
from topologies import plan


def add_options(parser):
    parser.add_argument("name", choices=sorted(plan.VARIANTS), metavar="NAME", help=", ".join(plan.VARIANTS))
    parser.add_argument("--controller", metavar="ADDRESS:PORT", default="127.0.0.1:6653",
                        help="where the switches connect to (default %(default)s)")


def run(options):
    ours = machine.prepare()
    from mininet.cli import CLI
    from mininet.log import setLogLevel

    from topologies.world import World

    class Prompt(CLI):
        """Mininet's prompt, with the air."""

        prompt = f"{options.name}> "

        def do_move(self, line):
            """move EDGE [hard]: move the node; hard takes its old port down until the node returns."""
            edge, *how = line.split() or [""]
            try:
                move = world.air.move("hard" if how == ["hard"] else "air", edge)
                print(f"first frame after {move.gap_ms:.1f} ms")
            except (KeyError, RuntimeError) as error:
                print(f"not moved: {error}; usage: move edge2 [hard]")

    address, _, port = options.controller.rpartition(":")
    with World((address, int(port)), variant=plan.VARIANTS[options.name]) as world:
        world.air.appear("edge1")
        setLogLevel("output")
        print("The node mn is at edge1. `move edge2 [hard]` moves it, `mn ping web` sends from it, `exit` ends.")
        Prompt(world.net)
    if ours:
        machine.stop_open_vswitch()
    return 0
