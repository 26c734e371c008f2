/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.fillins;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class InMemoryPersistenceTest {

    private final InMemoryPersistence persistence = new InMemoryPersistence();

    private Map<String, Integer> map(String name) {
        return persistence.<String, Integer>persistentMapBuilder().withName(name).withSerializer(null).build();
    }

    private Set<String> set(String name) {
        return persistence.<String>persistentSetBuilder().withName(name).withSerializer(null).build();
    }

    @Test
    void aMapIsFoundAgainByItsName() {
        map("flows").put("one", 1);
        assertEquals(Map.of("one", 1), map("flows"));
        assertSame(map("flows"), map("flows"));
        assertNotSame(map("flows"), map("groups"));
    }

    @Test
    void aSetIsFoundAgainByItsName() {
        set("seen").add("one");
        assertEquals(Set.of("one"), set("seen"));
        assertNotSame(set("seen"), set("other"));
    }

    @Test
    void mapsAndSetsDoNotShareNames() {
        map("same").put("one", 1);
        assertEquals(Set.of(), set("same"));
    }

    @Test
    void aNameIsNeeded() {
        assertThrows(IllegalStateException.class, () -> persistence.persistentMapBuilder().build());
        assertThrows(IllegalStateException.class, () -> persistence.persistentSetBuilder().withName("").build());
    }
}
