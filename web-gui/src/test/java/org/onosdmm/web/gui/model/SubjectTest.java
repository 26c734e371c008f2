/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import org.junit.jupiter.api.Test;
import org.onosdmm.view.example.Example;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SubjectTest {

    @Test
    void idsOfTheTopologyAreHostsOrSwitches() {
        assertEquals(Subject.of(Example.NODE), Subject.named("00:00:00:00:01:01/None"));
        assertEquals(Subject.of(Example.NODE), Subject.named("00:00:00:00:01:01/-1"));
        assertEquals(Subject.of(Example.SWITCH1), Subject.named("of:0000000000000001"));
    }

    @Test
    void whatIsNeitherIsNothing() {
        for (String id : new String[] {"", "x/None", "/", "of:1/2-of:2/1", "<b>", "\u0000"}) {
            assertEquals(Subject.nothing(), Subject.named(id), id);
        }
    }
}
