/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.onosdmm.api.AnchorId;

import java.util.Optional;

/**
 * A way to select the anchor of a new flow. The same input always gives the same answer.
 */
public interface AnchorStrategy {

    /** The name by which classes refer to the strategy. */
    String id();

    /** The anchor at which a flow should leave the domain; none if this strategy finds none. */
    Optional<AnchorId> select(StrategyInput input);
}
