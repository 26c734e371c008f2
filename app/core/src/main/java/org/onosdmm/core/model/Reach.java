/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpPrefix;

/**
 * What an uplink reaches, and at what cost.
 */
@AutoValue
public abstract class Reach {

    /** The outside prefix. */
    public abstract IpPrefix prefix();

    /** Cost beyond the uplink, in the same unit as the cost of a link inside (one a hop); 0 or more. */
    public abstract int cost();

    /** A reach by its parts. */
    public static Reach of(IpPrefix prefix, int cost) {
        return new AutoValue_Reach(prefix, cost);
    }
}
