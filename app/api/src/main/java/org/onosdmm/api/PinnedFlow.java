/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;

/**
 * A flow that keeps its anchor and its outside address when the node moves.
 */
@AutoValue
public abstract class PinnedFlow {

    /** Who sent the first packet. */
    public enum Origin {
        /** The node: the flow has an address of its anchor's pool outside. */
        NODE,
        /** A correspondent outside, towards the node's own address: anchored at home and never rewritten. */
        OUTSIDE
    }

    /** The flow. */
    public abstract FlowKey key();

    /** Who sent the first packet. */
    public abstract Origin origin();

    /** Name of the application class (RFC 4594). */
    public abstract String applicationClass();

    /** What the flow is promised. */
    public abstract Continuity continuity();

    /** Where the flow enters and leaves the domain. */
    public abstract AnchorId anchor();

    /** The address of the node that the correspondent sees. */
    public abstract IpAddress outside();

    /** Why this class and this anchor, in words. */
    public abstract String reason();

    /** Time of the first packet, ms since the epoch. */
    public abstract long since();

    /** Whether packets leave with an address that the anchor leased. */
    public boolean translated() {
        return !outside().equals(key().local());
    }

    /** Starts a flow. */
    public static Builder builder() {
        return new AutoValue_PinnedFlow.Builder();
    }

    /** Builder of pinned flows. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the flow. */
        public abstract Builder key(FlowKey key);

        /** Sets who sent the first packet. */
        public abstract Builder origin(Origin origin);

        /** Sets the name of the application class. */
        public abstract Builder applicationClass(String name);

        /** Sets what the flow is promised. */
        public abstract Builder continuity(Continuity continuity);

        /** Sets the anchor. */
        public abstract Builder anchor(AnchorId anchor);

        /** Sets the address that the correspondent sees. */
        public abstract Builder outside(IpAddress address);

        /** Sets why, in words. */
        public abstract Builder reason(String reason);

        /** Sets the time of the first packet, ms since the epoch. */
        public abstract Builder since(long time);

        /** Builds the flow. */
        public abstract PinnedFlow build();
    }
}
