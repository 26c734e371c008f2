/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;

import java.util.Optional;

/**
 * An address of an anchor's pool, lent to one address of a node: packets that leave at the anchor are rewritten to
 * it, 1:1 and statelessly.
 */
@AutoValue
public abstract class Lease {

    /** The anchor whose pool the address is of. */
    public abstract AnchorId anchor();

    /** The node's own address. */
    public abstract IpAddress local();

    /** The pool's address. */
    public abstract IpAddress outside();

    /** Time since when nothing needs the lease, ms since the epoch; absent while something does. */
    public abstract Optional<Long> unusedSince();

    /** A lease in use. */
    public static Lease of(AnchorId anchor, IpAddress local, IpAddress outside) {
        return new AutoValue_Lease(anchor, local, outside, Optional.empty());
    }

    /** The same lease, unused since this time (ms since the epoch) or in use. */
    public Lease unusedSince(Optional<Long> time) {
        return new AutoValue_Lease(anchor(), local(), outside(), time);
    }
}
