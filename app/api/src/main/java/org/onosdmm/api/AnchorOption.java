/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

import java.util.Optional;

/**
 * An anchor as it is offered to a strategy: one whose uplink works, and that takes new flows.
 */
@AutoValue
public abstract class AnchorOption {

    /** Its name. */
    public abstract AnchorId id();

    /** The number of its edge. */
    public abstract int number();

    /** Number of links from the node's edge to it; absent where no path is known. */
    public abstract Optional<Integer> links();

    /** Cost from its uplink to the correspondent, in links; absent where the uplink does not reach that. */
    public abstract Optional<Integer> cost();

    /** Number of pinned flows that are anchored there. */
    public abstract int flows();

    /** Number of pinned flows that it takes at most; absent where that is not limited. */
    public abstract Optional<Integer> capacity();

    /** What its uplink carries in and out, as last counted. */
    public abstract long bitsPerSecond();

    /** Starts an option that carries nothing. */
    public static Builder builder() {
        return new AutoValue_AnchorOption.Builder().flows(0).capacity(Optional.empty()).bitsPerSecond(0);
    }

    /** Builder of options. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the name. */
        public abstract Builder id(AnchorId id);

        /** Sets the number of the edge. */
        public abstract Builder number(int number);

        /** Sets the number of links to it. */
        public abstract Builder links(Optional<Integer> links);

        /** Sets the cost beyond it. */
        public abstract Builder cost(Optional<Integer> cost);

        /** Sets the number of flows. */
        public abstract Builder flows(int flows);

        /** Sets how many it takes. */
        public abstract Builder capacity(Optional<Integer> capacity);

        /** Sets what its uplink carries. */
        public abstract Builder bitsPerSecond(long rate);

        /** Builds the option. */
        public abstract AnchorOption build();
    }
}
