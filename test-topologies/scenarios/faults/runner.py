"""Plays scenarios on a campus that is up."""

import os
import time

from probes.base import now_ms
from probes.flowmods import Watcher
from scenarios.controller import await_that
from scenarios.faults import paths
from scenarios.faults.ground import DEVICES, PEERS, Ground, interfaces_of
from scenarios.faults.outcome import Outcome, Times, flaps, repair, talk_figures
from scenarios.faults.talks import NEW, TALKS, Talking
from scenarios.faults.watch import Looking, look, texts
from scenarios.rest import CLEANED, ControllerError
from topologies import guests, plan
from topologies.errors import DmmError

RATE = 100.0                  # packets/s each way of every stream
SETTLE_S = 1.5                # streams run so long before anything is counted
CONTROL_S = 4.0               # and so long before the fault, as a control
CAPTURE_S = 0.4
STEADY_S = 3.0                # rules that are right so long are right
REPAIR_TIMEOUT_S = 60.0
CLEANED_TIMEOUT_S = 60.0
NEW_TALK_AFTER_S = 2.0
PLACES = ("edge2", "edge3")   # between which the node moves
COUNTERS = ("failed ", "repaired ", "refused ")   # what only tells how often something happened


class Runner:
    """Plays one scenario after another; `say` gets a line now and then."""

    def __init__(self, world, rest, directory, say, rate=RATE):
        self._world, self._rest, self._say, self._rate = world, rest, say, rate
        self._directory = directory
        self._ground = Ground(world, rest)
        self._watcher = Watcher(tuple(DEVICES))
        self._meet_guests()

    def _meet_guests(self):
        guests.arrive(self._world)
        for guest in guests.GUESTS:
            announcer = guests.announcer(self._world, guest)
            try:
                await_that(f"{guest.name} is bound", 15.0, lambda: self._is_bound(guest, announcer))
            finally:
                announcer.close()

    def _is_bound(self, guest, announcer):
        if self._rest.binding(guest.mac):
            return True
        announcer.announce()
        return False

    def play(self, scenario):
        """Play a Scenario; its Outcome. One that cannot be played has an outcome that says so."""
        try:
            return self._prepare_and_play(scenario)
        except DmmError as error:
            self._say(f"{scenario.name}: {error}")
            return Outcome(scenario, 0.0, None, None, [], [], [], [str(error)])

    def _prepare_and_play(self, scenario):
        load = os.getloadavg()[0]
        if not self._is_anchored():
            self._move_to(self._ground.anchor)
        talking = Talking(self._world, self._directory, self._rate)
        try:
            talking.begin(*TALKS)
            time.sleep(SETTLE_S)
            if self._world.air.place not in PLACES:
                self._move_to(PLACES[0])
            self._ground.old = self._world.air.place
            self._ground.new = other(self._ground.old) if scenario.moves else self._ground.old
            scenario.prepare(self._ground)
            self._await_right()
            return self._play(scenario, talking, load)
        finally:
            talking.close()
            self._ground.mend()

    def _play(self, scenario, talking, load):
        before = {} if scenario.moves or scenario.new_talk else self._steady_texts()
        control = now_ms()
        ways = self._ways(talking.talks)
        time.sleep(CONTROL_S)
        looking = Looking(self._ground, before)
        try:
            times, reported = self._fault(scenario, talking, control)
            looking.await_right(times.end, STEADY_S, REPAIR_TIMEOUT_S)
            wrong = self._wrong()
        finally:
            looking.close()
        times = Times(times.control, times.begin, times.end, now_ms())
        ledgers = talking.collect()
        failed = self._failed(scenario, ways)
        figures = [talk_figures(talk, ledgers[talk], talk.name in failed, times) for talk in talking.talks]
        mods = [mod for mod in self._watcher.between(times.begin, times.over) if self._is_ours(mod)]
        wrong += [f"{talk.name} does not get through" for talk in talking.talks
                  if not all(way.arrivals and way.arrivals[-1] > times.over - 2_000 for way in ledgers[talk])]
        outcome = Outcome(scenario, times.end - times.begin, *repair(looking.samples, times), figures,
                          [] if scenario.rules_go else flaps(mods), reported, wrong, max(load, os.getloadavg()[0]))
        self._say(progress(outcome))
        return outcome

    def _is_ours(self, mod):
        return mod.cookie >> 48 == self._ground.app

    def _fault(self, scenario, talking, control):
        """Bring the fault about and mend it; its Times so far, and what the check said meanwhile."""
        begin = now_ms()
        if scenario.breaks_first:
            scenario.break_it(self._ground)
        if scenario.moves:
            self._world.air.move("air", self._ground.new)
        if not scenario.breaks_first:
            scenario.break_it(self._ground)
        if scenario.new_talk:
            time.sleep(NEW_TALK_AFTER_S)
            talking.begin(NEW)
        time.sleep(max(0.0, scenario.lasts_s - (now_ms() - begin) / 1e3))
        reported = self._findings()
        scenario.mend(self._ground)
        end = now_ms()
        return Times(control, begin, end, end), reported

    def _findings(self):
        """What the check says now, without counters."""
        try:
            return [one for one in self._rest.findings() if not one[1].startswith(COUNTERS)]
        except ControllerError:
            return [("-", "controller", "does not answer")]

    def _wrong(self):
        """What is not as it should be at the end, once the handover is over."""
        wrong = []
        try:
            self._await_cleaned()
            await_that("the check finds nothing", 20.0, lambda: not self._findings())
        except DmmError as error:
            wrong.append(str(error))
            wrong += [" ".join(one) for one in self._findings()]
        sample = look(self._ground)
        wrong += [f"{bridge} is not connected" for bridge in sample.away] + list(sample.wrong)
        place = (self._rest.binding(plan.NODE.mac) or {}).get("attachments", [{}])[-1].get("edge")
        if place != self._world.air.place:
            wrong.append(f"the node is at {self._world.air.place}, its binding at {place}")
        return wrong

    def _ways(self, talks):
        """{talk's name: interfaces that it passes}."""
        interfaces = [name for bridge in DEVICES for name in interfaces_of(bridge)]
        seen = paths.seen(interfaces, [one for talk in talks for one in talk.ids], CAPTURE_S)
        return {talk.name: set().union(*(seen[one] for one in talk.ids)) for talk in talks}

    def _failed(self, scenario, ways):
        """Names of the talks whose path led over what failed."""
        gone = frozenset(scenario.broken(self._ground))
        return {name for name, way in ways.items() if paths.is_concerned(way, gone, PEERS)}

    def _is_anchored(self):
        """Whether the node's call to the outside has its anchor already, from an earlier scenario."""
        call = TALKS[0]
        return any(flow.local_port == call.own_port and flow.anchor == self._ground.anchor
                   for flow in self._rest.flows(plan.NODE.mac))

    def _steady_texts(self):
        """The rules that have stayed the same for a while: a switch that has just come back is gone round at first."""
        seen = []

        def steady():
            seen.append(texts(self._ground))
            time.sleep(STEADY_S)
            return seen[-1] == texts(self._ground)
        await_that("the rules stay as they are", REPAIR_TIMEOUT_S, steady)
        return seen[-1]

    def _move_to(self, edge):
        if self._world.air.place != edge:
            self._world.air.move("air", edge)
        self._await_cleaned()

    def _await_cleaned(self):
        def cleaned():
            binding = self._rest.binding(plan.NODE.mac)
            return binding and binding["phase"] == CLEANED and \
                binding["attachments"][-1]["edge"] == self._world.air.place
        await_that("the node's handover is over", CLEANED_TIMEOUT_S, cleaned)

    def _await_right(self):
        await_that("all rules are right", REPAIR_TIMEOUT_S, lambda: look(self._ground).right)

    def close(self):
        self._ground.close()
        self._watcher.close()


def other(place):
    """The other one of the two places."""
    return PLACES[1 - PLACES.index(place)]


def progress(outcome):
    """One line about a scenario that was played."""
    words = "NEVER RIGHT" if outcome.right_ms is None else f"right {outcome.right_ms / 1e3:.1f} s after its end"
    node = sum(talk.lost for talk in outcome.talks if talk.of_node)
    others = sum(talk.lost for talk in outcome.talks if not talk.of_node and not talk.path_failed)
    return "; ".join([f"{outcome.scenario.name:20}  {words}, lost {node} of the node, {others} of others",
                      *outcome.wrong])
