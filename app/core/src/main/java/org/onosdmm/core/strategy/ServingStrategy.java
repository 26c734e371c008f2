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
 * The anchor where the node is: the shortest way out of the domain.
 */
public final class ServingStrategy implements AnchorStrategy {

    /** The name of this strategy. */
    public static final String ID = "serving";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<AnchorId> select(StrategyInput input) {
        return Optional.of(input.serving());
    }
}
