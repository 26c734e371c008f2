/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

import java.util.Optional;

/**
 * What an anchor strategy may take into account. Immutable.
 */
@AutoValue
public abstract class StrategyInput {

    /** The node that begins the flow. */
    public abstract MobileNodeId node();

    /** The flow. */
    public abstract FlowKey flow();

    /** Its class. */
    public abstract ApplicationClass applicationClass();

    /** The anchor at the node's present point of attachment. */
    public abstract AnchorId serving();

    /** The anchor that owns the prefix of the node's own address. */
    public abstract AnchorId home();

    /** Where the newest running flow of this node and class is anchored. */
    public abstract Optional<AnchorId> latest();

    /** The anchors that can be left now and take new flows, by number. */
    public abstract ImmutableList<AnchorOption> options();

    /** The anchor of this name, if it can be chosen. */
    public Optional<AnchorOption> option(AnchorId id) {
        return options().stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** Starts an input. */
    public static Builder builder() {
        return new AutoValue_StrategyInput.Builder().latest(Optional.empty());
    }

    /** Builder of inputs. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the node. */
        public abstract Builder node(MobileNodeId node);

        /** Sets the flow. */
        public abstract Builder flow(FlowKey flow);

        /** Sets the class. */
        public abstract Builder applicationClass(ApplicationClass applicationClass);

        /** Sets the anchor where the node is. */
        public abstract Builder serving(AnchorId anchor);

        /** Sets the owner of the node's address. */
        public abstract Builder home(AnchorId anchor);

        /** Sets where the newest flow of the class is anchored. */
        public abstract Builder latest(Optional<AnchorId> anchor);

        /** Sets the anchors to choose from. */
        public abstract Builder options(Iterable<AnchorOption> options);

        /** Builds the input. */
        public abstract StrategyInput build();
    }
}
