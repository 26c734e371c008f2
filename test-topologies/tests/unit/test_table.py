"""Tables line up."""

import unittest

from scenarios.table import is_number, milliseconds, table


class TableTest(unittest.TestCase):

    def test_numbers_to_the_right_words_to_the_left(self):
        self.assertEqual(["name  lost",
                          "----------",
                          "call     5",
                          "mail   100"], table([["name", "lost"]], [["call", 5], ["mail", 100]], indent=0))

    def test_a_group_heading_is_centred_over_its_columns(self):
        lines = table([["", "lost", None], ["name", "up", "down"]], [["call", 1, 2]], indent=0)
        self.assertEqual(["        lost", "name  up  down"], lines[:2])

    def test_a_group_heading_wider_than_its_columns_makes_room(self):
        lines = table([["", "a long heading", None], ["n", "a", "b"]], [["x", 1, 2]], indent=0)
        self.assertEqual("   a long heading", lines[0])
        self.assertEqual(len(lines[0]), len(lines[2]))

    def test_no_rows(self):
        self.assertEqual(["name", "----"], table([["name"]], [], indent=0))

    def test_no_line_ends_with_a_blank(self):
        for line in table([["a", "b"]], [["x", ""], ["long", "word"]]):
            self.assertEqual(line.rstrip(), line)

    def test_what_is_set_to_the_right(self):
        for cell in ("5", "-3.2", "5 (0)", "(1)", "-", "", "3*"):
            self.assertTrue(is_number(cell), cell)
        for cell in ("edge1", "1 air", "reset after 3 ms"):
            self.assertFalse(is_number(cell), cell)

    def test_milliseconds(self):
        self.assertEqual(("5.2", "-"), (milliseconds(5.234), milliseconds(None)))


if __name__ == "__main__":
    unittest.main()
