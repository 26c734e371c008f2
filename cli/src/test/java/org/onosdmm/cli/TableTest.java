/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TableTest {

    @Test
    void headersSetTheLeastWidth() {
        assertEquals(ImmutableList.of("Name  Count", "a         1"),
                     new Table().left("Name").right("Count").row("a", 1).lines());
    }

    @Test
    void cellsWidenTheirColumn() {
        assertEquals(ImmutableList.of("N           C", "long name   7", "b          12"),
                     new Table().left("N").right("C").row("long name", 7).row("b", 12).lines());
    }

    @Test
    void noBlanksAtTheEnd() {
        assertEquals(ImmutableList.of("A    B", "x", "yyy  z"),
                     new Table().left("A").left("B").row("x", "").row("yyy", "z").lines());
    }

    @Test
    void headingSpansAllColumns() {
        assertEquals(ImmutableList.of("A  B", "a heading wider than the columns", "x  y"),
                     new Table().left("A").left("B").heading("a heading wider than the columns").row("x", "y")
                             .lines());
    }

    @Test
    void wrapsAtBlanksWhatIsTooWide() {
        String words = "word ".repeat(30).trim();
        assertEquals(ImmutableList.of("Key       Text",
                                      "a" + " ".repeat(9) + "word ".repeat(22).trim(),
                                      " ".repeat(10) + "word ".repeat(8).trim()),
                     new Table().left("Key     ").wrapped("Text", 10).row("a", words).lines());
    }

    @Test
    void breaksWordsThatAreTooLong() {
        assertEquals(ImmutableList.of("A" + " ".repeat(118) + "B", "x".repeat(117) + "  y", "xxx"),
                     new Table().wrapped("A", 5).left("B").row("x".repeat(120), "y").lines());
    }

    @Test
    void breaksNamesBehindHyphens() {
        assertEquals(ImmutableList.of("x".repeat(108) + "  multi-", " ".repeat(110) + "media_",
                                      " ".repeat(110) + "conference"),
                     new Table().left("A").wrapped("B", 10).row("x".repeat(108), "multi-media_conference").lines()
                             .subList(1, 4));
    }

    @Test
    void theWidestColumnGivesWayFirstAndNoneBelowItsLeast() {
        String wide = "a".repeat(100);
        String line = new Table().wrapped("A", 90).wrapped("B", 5).row(wide, "b".repeat(40)).lines().get(1);
        assertEquals("a".repeat(90) + "  " + "b".repeat(28), line);
    }

    @Test
    void otherTextColumnsWrapOnlyIfNothingElseHelps() {
        assertEquals("a".repeat(100) + "  " + "b".repeat(18),
                     new Table().left("A").wrapped("B", 10).row("a".repeat(100), "b".repeat(40)).lines().get(1));
        assertEquals("a".repeat(108) + "  " + "b".repeat(10),
                     new Table().left("A").wrapped("B", 10).row("a".repeat(130), "b".repeat(40)).lines().get(1));
    }

    @Test
    void numbersAreNeverBroken() {
        String wide = "1".repeat(130);
        assertEquals(wide, new Table().right("A").row(wide).lines().get(1));
    }

    @Test
    void refusesARowOfAnotherLength() {
        Table table = new Table().left("A").left("B");
        assertThrows(IllegalArgumentException.class, () -> table.row("only one"));
    }
}
