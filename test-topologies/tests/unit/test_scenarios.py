"""REST entries, the route, what the machine must have, and the command line."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from scenarios import command, machine, rest, scene
from topologies import plan

HANDOVER = {"node": "00:00:00:00:01:10", "sequence": 5, "from": {"edge": "edge1", "port": "of:0000000000000001/3"},
            "to": {"edge": "edge2", "port": "of:0000000000000002/3"}, "trigger": "ARP", "phase": "SWITCHED",
            "detectedAt": 1000.5, "preparedAt": 1001, "switchedAt": 1002.25}


class RestTest(unittest.TestCase):

    def test_handover_that_is_not_finished(self):
        times = rest.handover(HANDOVER)
        self.assertEqual((5, "edge1", "edge2", "ARP", "SWITCHED"),
                         (times.sequence, times.source, times.target, times.trigger, times.phase))
        self.assertEqual((1000.5, 1001.0, 1002.25, None),
                         (times.detected, times.prepared, times.switched, times.cleaned))

    def test_handovers_of_other_nodes_are_left_out(self):
        controller = rest.Controller()
        answer = {"handovers": [HANDOVER, {**HANDOVER, "node": "00:00:00:00:01:11"}]}
        with mock.patch.object(controller, "get", return_value=answer):
            self.assertEqual(1, len(controller.handovers("00:00:00:00:01:10")))

    def test_newest_handover_to_the_target_counts(self):
        controller = rest.Controller()
        later = {**HANDOVER, "detectedAt": 5000.0, "phase": "CLEANED"}
        with mock.patch.object(controller, "get", return_value={"handovers": [HANDOVER, later]}):
            self.assertEqual(5000.0, controller.await_handover("00:00:00:00:01:10", "edge2", 4000.0, 0).detected)
            self.assertIsNone(controller.await_handover("00:00:00:00:01:10", "edge3", 0.0, 0))

    def test_a_controller_that_is_not_there(self):
        with self.assertRaises(rest.ControllerError):
            rest.Controller("http://127.0.0.1:1").anchors()


class RouteTest(unittest.TestCase):

    def test_every_move_goes_elsewhere_and_every_edge_is_reached_by_both_kinds(self):
        place, reached = "edge1", set()
        for step in scene.route():
            self.assertNotEqual(place, step.target)
            place = step.target
            if not step.warm_up:
                reached.add((step.kind, place))
        self.assertEqual({(kind, edge.name) for kind in ("air", "hard") for edge in plan.EDGES}, reached)

    def test_eight_moves_of_each_kind_after_one_to_warm_up(self):
        for kind in ("air", "hard"):
            steps = [step for step in scene.route() if step.kind == kind]
            self.assertEqual((1, 8), (sum(step.warm_up for step in steps), sum(not step.warm_up for step in steps)))


class MachineTest(unittest.TestCase):

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def jdk(self, name, version, compiler=True):
        home = self.directory / name
        (home / "bin").mkdir(parents=True)
        (home / "release").write_text(f'JAVA_VERSION="{version}"\n')
        if compiler:
            (home / "bin" / "javac").touch()
        return home

    def test_java_home_comes_first(self):
        mine, _other = self.jdk("mine", "17.0.9"), self.jdk("java-17-other", "17.0.1")
        self.assertEqual(mine, machine.jdk_home({"JAVA_HOME": str(mine)}, self.directory))

    def test_wrong_java_home_is_passed_over(self):
        wrong, right = self.jdk("wrong", "25.0.1"), self.jdk("java-17-openjdk", "17.0.1")
        self.assertEqual(right, machine.jdk_home({"JAVA_HOME": str(wrong)}, self.directory))

    def test_a_runtime_without_compiler_does_not_do(self):
        self.jdk("java-17-jre", "17.0.1", compiler=False)
        self.assertIsNone(machine.jdk_home({}, self.directory))
        self.assertIsNone(machine.jdk_home({}, self.directory / "none"))

    def test_port_in_use_is_said_with_the_way_out(self):
        with mock.patch.object(machine, "in_use", side_effect=lambda port: port == 8181), \
                mock.patch.object(machine, "user_of", return_value="java, process 7"), \
                self.assertRaisesRegex(machine.StepError, "port 8181 .* in use by java, process 7: stop that"):
            machine.require_free_ports()

    def test_not_root(self):
        with mock.patch("os.geteuid", return_value=1000), self.assertRaisesRegex(machine.StepError, "sudo"):
            machine.require_root()


class CommandTest(unittest.TestCase):

    def test_every_command_has_help(self):
        for name in command.COMMANDS:
            output = io.StringIO()
            with contextlib.redirect_stdout(output), self.assertRaises(SystemExit) as end:
                command.main([name, "--help"])
            self.assertEqual(0, end.exception.code)
            self.assertIn(f"./dmm {name}", output.getvalue())

    def test_a_known_failure_is_one_line_and_exit_code_1(self):
        def fail(_options):
            raise machine.StepError("the way out")
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            self.assertEqual(1, command.guarded(fail, None))
        self.assertEqual("dmm: the way out\n", errors.getvalue())


if __name__ == "__main__":
    unittest.main()
