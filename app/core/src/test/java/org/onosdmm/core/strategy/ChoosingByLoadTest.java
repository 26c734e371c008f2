/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorStrategy;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onosdmm.core.strategy.Scene.edge;

/** The strategies that look at what anchors carry, or at one anchor alone. */
class ChoosingByLoadTest {
    private final Scene scene = new Scene().uplink(1, 0, Scene.reach("0.0.0.0/0", 10))
            .uplink(2, 2, Scene.reach("0.0.0.0/0", 10)).uplink(3, 3, Scene.reach("0.0.0.0/0", 10));

    private void selects(int expected, AnchorStrategy strategy) {
        assertEquals(Optional.of(edge(expected)), strategy.select(scene.input(1)));
    }

    @Test
    void anIdleNetworkIsNotUneven() {
        scene.load(1, 5, 900_000);
        selects(1, new LeastLoadedStrategy());
    }

    @Test
    void theUplinkThatCarriesLeast() {
        scene.load(1, 0, 80_000_000).load(2, 0, 20_000_000).load(3, 0, 30_000_000);
        selects(2, new LeastLoadedStrategy());
    }

    @Test
    void theFewestFlows() {
        scene.load(1, 300, 0).load(2, 200, 0).load(3, 100, 0);
        selects(3, new LeastLoadedStrategy());
    }

    @Test
    void theAnchorOfTheLastFlowIsLeftOnlyForHalfOfItsLoad() {
        scene.load(1, 0, 40_000_000).load(2, 0, 30_000_000).load(3, 0, 100_000_000).latest(1);
        selects(1, new LeastLoadedStrategy());
        scene.load(2, 0, 10_000_000);
        selects(2, new LeastLoadedStrategy());
    }

    @Test
    void theAnchorOfTheLastFlowMayBeDraining() {
        scene.load(2, 0, 1_000_000).load(3, 0, 9_000_000).latest(1).draining(1);
        selects(2, new LeastLoadedStrategy());
    }

    @Test
    void noneIfNoneCanBeLeft() {
        scene.routerUnknown(1).routerUnknown(2).routerUnknown(3).latest(1);
        assertEquals(Optional.empty(), new LeastLoadedStrategy().select(scene.input(1)));
    }

    @Test
    void theOneThatTheClassNames() {
        selects(3, new CentralStrategy(), scene.about("central", 3));
        selects(2, new PinnedStrategy(), scene.about("pinned", 2));
    }

    private void selects(int expected, AnchorStrategy strategy, Scene about) {
        assertEquals(Optional.of(edge(expected)), strategy.select(about.input(1)));
    }
}
