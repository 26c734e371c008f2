/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;

import java.util.Optional;

/**
 * A flow that was decided about one by one. Unless it is NON_PERSISTENT it keeps its anchor and its outside address
 * when the node moves; a GRACEFUL_REPLACEMENT one for a while.
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

    /** The step of classification that told the class, such as {@code name}. */
    public abstract String step();

    /** What that went by, in words; never any payload. */
    public abstract String evidence();

    /** The strategy that selected the anchor, or what is in place of one. */
    public abstract String strategy();

    /** Why this anchor, in words. */
    public abstract String reason();

    /** Time of the first packet, ms since the epoch. */
    public abstract long since();

    /** Whether its packets are shown to the controller throughout, for they announce other flows. */
    public abstract boolean copied();

    /** When its overlap after a move ends and it is released to the serving anchor, ms since the epoch. */
    public abstract Optional<Long> overlapEnds();

    /** When it was last released to the serving anchor, ms since the epoch. */
    public abstract Optional<Long> released();

    /** Whether it keeps its anchor when the node moves, if only for a while. */
    public boolean kept() {
        return continuity().pinned();
    }

    /** Whether packets leave with an address that the anchor leased. */
    public boolean translated() {
        return !outside().equals(key().local());
    }

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** Starts a flow. */
    public static Builder builder() {
        return new AutoValue_PinnedFlow.Builder().step("").evidence("").strategy("").copied(false)
                .overlapEnds(Optional.empty()).released(Optional.empty());
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

        /** Sets the step of classification. */
        public abstract Builder step(String id);

        /** Sets what the classification went by, in words. */
        public abstract Builder evidence(String evidence);

        /** Sets what selected the anchor. */
        public abstract Builder strategy(String id);

        /** Sets whether its packets are shown to the controller. */
        public abstract Builder copied(boolean copied);

        /** Sets when the overlap ends, ms since the epoch. */
        public abstract Builder overlapEnds(Optional<Long> time);

        /** Sets when it was released, ms since the epoch. */
        public abstract Builder released(Optional<Long> time);

        /** Sets why this anchor, in words. */
        public abstract Builder reason(String reason);

        /** Sets the time of the first packet, ms since the epoch. */
        public abstract Builder since(long time);

        /** Builds the flow. */
        public abstract PinnedFlow build();
    }
}
