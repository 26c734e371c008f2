/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorId;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.onosdmm.core.strategy.Scene.edge;

/** The strategies by name. */
class StrategiesTest {
    private final Scene scene = new Scene().uplink(1, 0, Scene.reach("0.0.0.0/0", 10))
            .uplink(2, 2, Scene.reach("0.0.0.0/0", 1)).uplink(3, 2, Scene.reach("0.0.0.0/0", 10));

    @Test
    void theBuiltInOnes() {
        assertEquals(ImmutableSet.of("central", "home", "least-loaded", "nearest", "pinned", "serving"),
                Strategies.builtIn().ids());
    }

    @Test
    void eachSelectsItsOwnAnchor() {
        assertEquals(Optional.of(edge(1)), select("serving"));
        assertEquals(Optional.of(edge(2)), select("nearest"));
        assertEquals(Optional.of(edge(3)), select("home"));
    }

    @Test
    void anUnknownNameIsNone() {
        assertEquals(Optional.empty(), Strategies.builtIn().named("closest"));
    }

    @Test
    void namesAreUnique() {
        assertThrows(IllegalArgumentException.class, () ->
                Strategies.of(ImmutableList.of(new HomeStrategy(), new HomeStrategy())));
    }

    private Optional<AnchorId> select(String id) {
        return Strategies.builtIn().named(id).get().select(scene.input(3));
    }
}
