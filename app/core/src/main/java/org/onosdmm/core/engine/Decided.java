/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.PinnedFlow;

/**
 * A flow that was decided about, and what it still needs.
 */
@AutoValue
abstract class Decided {

    /** The flow, as if it left with the node's own address. */
    abstract PinnedFlow flow();

    /** Whether it does leave with the node's own address. */
    abstract boolean ownAddress();

    static Decided of(PinnedFlow flow, boolean ownAddress) {
        return new AutoValue_Decided(flow, ownAddress);
    }
}
