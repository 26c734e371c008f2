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
 * One anchor for all flows of the class, and no other: for correspondents that know it by its address. While it cannot
 * be left its new flows wait for it, as its old ones do; so they go by its backup, if it has one.
 */
public final class PinnedStrategy implements AnchorStrategy {

    /** The name of this strategy. */
    public static final String ID = "pinned";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<AnchorId> select(StrategyInput input) {
        return input.applicationClass().anchor();
    }
}
