"""Sets the stage for a scene and strikes it: machine, build, controller, network, in this order."""

import signal

from scenarios import build, controller, machine
from scenarios.progress import say
from topologies import plan
from topologies.holder import hold
from topologies.world import World


class Stage:
    """A context in which campus runs under the controller; whatever it made is gone afterwards, unless kept."""

    def __init__(self, variant=plan.CAMPUS):
        self.world = None
        self._variant = variant
        self._controller_is_ours = False
        self._open_vswitch_is_ours = False
        self._kept = False

    def __enter__(self):
        try:
            self._set()
        except BaseException:
            self.strike()
            raise
        return self

    def _set(self):
        World().refuse_a_second()
        self._open_vswitch_is_ours = machine.start_open_vswitch()
        build.build()
        self._controller_is_ours = not controller.running()
        controller.start(self._variant)
        self.world = World(variant=self._variant).__enter__()
        say(f"  {self._variant.name} is up: edges 1 to 4, core 1 and 2, the outside and its correspondents")
        controller.await_network()
        if self._variant.addresses:
            controller.await_hosts(self.world)
        else:
            self.world.air.appear("edge1")

    def keep(self):
        """Leave everything running; the campus goes on in a background process."""
        hold(self.world)
        self._kept = True

    def strike(self):
        """Take down what this stage brought up; nothing interrupts that."""
        before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            self._strike()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)    # what is ignored here would be ignored by every later child

    def _strike(self):
        if self._kept:
            return
        if self.world:
            self.world.close()
        if self._controller_is_ours:
            controller.stop()
        if self._open_vswitch_is_ours:
            machine.stop_open_vswitch()

    def __exit__(self, *_error):
        self.strike()
