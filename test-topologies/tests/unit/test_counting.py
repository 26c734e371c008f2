"""What the test command says of tests that failed."""

import io
import tempfile
import unittest
from pathlib import Path

from scenarios.commands.test import Count, CountingResult, count_report

REPORT = """<testsuite name="org.example.FooTest" tests="3" failures="1" errors="1" skipped="0">
  <testcase classname="org.example.FooTest" name="good"/>
  <testcase classname="org.example.FooTest" name="wrong"><failure message="expected: 1
 but was: 2">at org.example</failure></testcase>
  <testcase classname="org.example.FooTest" name="broken"><error>java.lang.Error: no message</error></testcase>
</testsuite>"""


class CountingTest(unittest.TestCase):

    def test_failures_of_maven_are_named_from_its_reports(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "TEST-org.example.FooTest.xml"
            path.write_text(REPORT)
            self.assertEqual(["FAILED org.example.FooTest.wrong: expected: 1 but was: 2",
                              "FAILED org.example.FooTest.broken: java.lang.Error: no message",
                              "1 passed, 2 failed, 0 skipped"], str(count_report(path)).splitlines())

    def test_failures_of_python_are_named_with_the_beginning_of_what_they_said(self):
        def wrong():
            try:
                raise KeyError("cause")
            except KeyError:
                self.fail("said " * 200)

        result = unittest.TextTestRunner(stream=io.StringIO(), resultclass=CountingResult).run(
            unittest.FunctionTestCase(wrong))
        line, count = str(result.count()).splitlines()
        self.assertRegex(line, r"^FAILED .*wrong.*: AssertionError: said said")
        self.assertLess(len(line), 400)
        self.assertEqual("0 passed, 1 failed, 0 skipped", count)

    def test_counts_add_up(self):
        total = Count(1, 1, 0, ("FAILED a: b",)) + Count(2, 0, 1)
        self.assertEqual("FAILED a: b\n3 passed, 1 failed, 1 skipped", str(total))


if __name__ == "__main__":
    unittest.main()
