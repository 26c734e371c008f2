/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosproject.net.ConnectPoint;

/**
 * A sign that a node is at a place. Evidence is not truth: it may be late, repeated or forged.
 */
@AutoValue
public abstract class Evidence {

    /** The node. */
    public abstract MobileNodeId node();

    /** Addresses that the node used; may be empty. */
    public abstract ImmutableSet<IpAddress> addresses();

    /** Where it was seen. */
    public abstract ConnectPoint poa();

    /** What kind of sign it is. */
    public abstract Trigger trigger();

    /** When it was seen, ms since the epoch. */
    public abstract long time();

    /** The same sign of another kind. */
    Evidence by(Trigger trigger) {
        return of(node(), addresses(), poa(), trigger, time());
    }

    /** The same sign at another time, ms since the epoch. */
    Evidence at(long time) {
        return of(node(), addresses(), poa(), trigger(), time);
    }

    /** A sign by its parts. */
    public static Evidence of(MobileNodeId node, Iterable<IpAddress> addresses, ConnectPoint poa, Trigger trigger,
                              long time) {
        return new AutoValue_Evidence(node, ImmutableSet.copyOf(addresses), poa, trigger, time);
    }
}
