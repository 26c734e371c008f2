/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

import java.util.Optional;

/**
 * What the network does with one flow, and why.
 */
@AutoValue
public abstract class Explanation {

    /** The flow. */
    public abstract FlowKey key();

    /** The node that it belongs to. */
    public abstract MobileNodeId node();

    /** The flow as it was decided about; absent if nobody knows it one by one. */
    public abstract Optional<PinnedFlow> known();

    /** Its class, and what told it. */
    public abstract String classified();

    /** Its anchor, and what chose it. */
    public abstract String anchored();

    /** What it is promised. */
    public abstract String promised();

    /** Where its node is, and how far the last handover has come. */
    public abstract String placed();

    /** From the node to the correspondent. */
    public abstract FlowDirection outbound();

    /** From the correspondent to the node. */
    public abstract FlowDirection inbound();

    /** What would happen at the next move, for each other edge; empty for flows inside the domain. */
    public abstract ImmutableList<NextMove> next();

    /** Starts an explanation. */
    public static Builder builder() {
        return new AutoValue_Explanation.Builder().known(Optional.empty()).next(ImmutableList.of());
    }

    /** Builder of explanations. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the flow. */
        public abstract Builder key(FlowKey key);

        /** Sets the node. */
        public abstract Builder node(MobileNodeId node);

        /** Sets the flow as it was decided about. */
        public abstract Builder known(Optional<PinnedFlow> flow);

        /** Sets the sentence about its class. */
        public abstract Builder classified(String sentence);

        /** Sets the sentence about its anchor. */
        public abstract Builder anchored(String sentence);

        /** Sets the sentence about what it is promised. */
        public abstract Builder promised(String sentence);

        /** Sets the sentence about where its node is. */
        public abstract Builder placed(String sentence);

        /** Sets the way from the node. */
        public abstract Builder outbound(FlowDirection direction);

        /** Sets the way to the node. */
        public abstract Builder inbound(FlowDirection direction);

        /** Sets what would happen at the next move. */
        public abstract Builder next(Iterable<NextMove> moves);

        /** Builds the explanation. */
        public abstract Explanation build();
    }
}
