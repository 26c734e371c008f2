/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.FlowKey;

/**
 * What the first packet of a flow shows.
 */
@AutoValue
public abstract class FlowSample {

    /** The flow. */
    public abstract FlowKey key();

    /** DSCP (RFC 2474) of the packet, 0 to 63. */
    public abstract int dscp();

    /** A sample by its parts. */
    public static FlowSample of(FlowKey key, int dscp) {
        return new AutoValue_FlowSample(key, dscp);
    }
}
