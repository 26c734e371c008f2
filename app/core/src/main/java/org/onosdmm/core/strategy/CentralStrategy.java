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
 * One anchor for all flows of the class, wherever their nodes are, as in classical mobility. While it cannot be left
 * or takes no more flows, new ones fall back to the serving anchor.
 */
public final class CentralStrategy implements AnchorStrategy {

    /** The name of this strategy. */
    public static final String ID = "central";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<AnchorId> select(StrategyInput input) {
        return input.applicationClass().anchor();
    }
}
