/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.FlowSample;

import java.nio.ByteBuffer;

/**
 * The packet by which a flow is told. Not to be stored: it holds payload.
 */
@AutoValue
public abstract class FirstPacket {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /** The flow as its node sees it, whoever sent the packet, and the packet's DSCP. */
    public abstract FlowSample sample();

    /** Who sent the packet. */
    public abstract PinnedFlow.Origin origin();

    /** The payload of the transport protocol, read-only; empty where there is none, or in a fragment. */
    public abstract ByteBuffer payload();

    /** A packet by its parts; of the payload a read-only view is kept. */
    public static FirstPacket of(FlowSample sample, PinnedFlow.Origin origin, ByteBuffer payload) {
        return new AutoValue_FirstPacket(sample, origin, payload.slice().asReadOnlyBuffer());
    }

    /** A packet without payload. */
    public static FirstPacket of(FlowSample sample, PinnedFlow.Origin origin) {
        return new AutoValue_FirstPacket(sample, origin, NOTHING);
    }

    /** Whether the node has sent it. */
    public boolean fromNode() {
        return origin() == PinnedFlow.Origin.NODE;
    }

    /** The port that it comes from, 0 to 65535. */
    public int sourcePort() {
        return fromNode() ? sample().key().localPort() : sample().key().remotePort();
    }

    /** The port that it goes to, 0 to 65535. */
    public int destinationPort() {
        return fromNode() ? sample().key().remotePort() : sample().key().localPort();
    }

    @Override
    public final String toString() {
        return sample() + ", begun by " + origin() + ", " + payload().remaining() + " octets";
    }
}
