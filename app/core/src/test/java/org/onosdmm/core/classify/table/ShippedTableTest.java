/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.table;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The form of the tables that ship with the app. */
class ShippedTableTest {

    @Test
    void linesBelongToTheClassAboveThem() {
        List<String> found = new ArrayList<>();
        ShippedTable.read(List.of("# all", "", "[oam]", " tcp 22 # SSH", "# more", "[standard] # the rest", "tcp 80"),
                (name, line) -> found.add(name + ": " + line));
        assertEquals(List.of(": # all", "oam: tcp 22 # SSH", "oam: # more", "standard: tcp 80"), found);
    }

    @Test
    void aTableThatIsNotThereIsAMistakeInTheBuild() {
        assertThrows(IllegalArgumentException.class, () ->
                ShippedTable.read(ShippedTableTest.class, "nowhere.txt", (name, line) -> { }));
    }
}
