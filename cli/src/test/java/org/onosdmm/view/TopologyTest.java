/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.view.example.ExampleNetwork;

import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What of ONOS's devices and links is on the map.
 */
class TopologyTest {

    private final Topology topology = ExampleNetwork.topology();

    @Test
    void switchesAreThereByIdWithTheirNames() {
        assertEquals("[of:0000000000000001 edge one true, of:0000000000000002 of:0000000000000002 true, "
                             + "of:0000000000000011 <b>core</b> false]",
                     topology.switches().stream().map(one -> one.id() + " " + one.name() + " " + one.available())
                             .collect(Collectors.toList()).toString());
    }

    @Test
    void aLinkIsThereOnceThoughItHasTwoDirectionsAndNotWhileItIsInactive() {
        assertEquals("[of:0000000000000001/1 of:0000000000000011/1, of:0000000000000002/1 of:0000000000000011/2]",
                     topology.lines().stream().map(line -> line.one() + " " + line.other())
                             .collect(Collectors.toList()).toString());
    }

    @Test
    void nothingIsAnEmptyMap() {
        Topology empty = Topology.of(ImmutableList.of(), id -> true, ImmutableList.of());
        assertEquals(0, empty.switches().size() + empty.lines().size());
    }
}
