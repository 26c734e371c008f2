/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorStrategy;
import org.onosdmm.api.StrategyInput;

import java.util.Optional;

/**
 * The anchor that owns the node's own address, wherever the node is.
 */
public final class HomeStrategy implements AnchorStrategy {

    /** The name of this strategy. */
    public static final String ID = "home";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<AnchorId> select(StrategyInput input) {
        return Optional.of(input.home());
    }
}
