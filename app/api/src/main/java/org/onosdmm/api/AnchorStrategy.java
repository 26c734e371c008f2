/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import java.util.Optional;

/**
 * A way to select the anchor of a new flow. Any bundle may bring one as an OSGi service of this type; classes refer to
 * it by its name. It is asked on the threads of handovers: it answers at once, from its input alone, and the same input
 * always gives the same answer. What it throws is taken as no answer.
 */
public interface AnchorStrategy {

    /** The name by which classes refer to the strategy: lower-case letters, digits and hyphens. */
    String id();

    /** The anchor at which a flow should leave the domain; none if this strategy finds none. */
    Optional<AnchorId> select(StrategyInput input);
}
