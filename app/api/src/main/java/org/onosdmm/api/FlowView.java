/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;

import java.nio.ByteBuffer;

/**
 * What is seen of a new flow. Not to be kept: it holds payload.
 */
@AutoValue
public abstract class FlowView {

    /** The flow. */
    public abstract FlowKey flow();

    /** DSCP (RFC 2474) of its first packet, 0 to 63. */
    public abstract int dscp();

    /** Who sent the first packet. */
    public abstract PinnedFlow.Origin origin();

    /** The payload of its first packet, read-only; empty where there is none. */
    public abstract ByteBuffer payload();

    /** The names by which the node has looked the correspondent up. */
    public abstract ImmutableSet<String> names();

    /** A view by its parts. */
    public static FlowView of(FlowKey flow, int dscp, PinnedFlow.Origin origin, ByteBuffer payload,
                              Iterable<String> names) {
        return new AutoValue_FlowView(flow, dscp, origin, payload.asReadOnlyBuffer(), ImmutableSet.copyOf(names));
    }
}
