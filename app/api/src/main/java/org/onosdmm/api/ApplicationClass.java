/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;

import java.util.Optional;

/**
 * What a flow is for, and what follows from it: named after the service classes of RFC 4594, bound to a continuity
 * type of RFC 8653 and to a strategy that selects the anchor.
 */
@AutoValue
public abstract class ApplicationClass {

    /** Name, such as {@code telephony}. */
    public abstract String name();

    /** What flows of this class are promised when their node moves. */
    public abstract Continuity continuity();

    /** Name of the strategy that selects the anchor of a new flow, such as {@code nearest}. */
    public abstract String strategy();

    /** The anchor that the strategy is about, where it is about one. */
    public abstract Optional<AnchorId> anchor();

    /**
     * Whether packets that arrive for a flow of this class while its node is known to be away are kept for it, and
     * passed on when it is back.
     */
    public abstract boolean rescue();

    /** The DSCPs (RFC 2474) by which flows of this class are marked, unless a rule says otherwise; usually one. */
    public abstract ImmutableSet<Integer> dscp();

    /** Which flows keep their place when a node has too many: those of the higher number. */
    public abstract int priority();

    /** How long a flow of this class may be silent, ms; absent where the timers say it. */
    public abstract Optional<Long> idle();

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** A class by its parts, without rescue. */
    public static ApplicationClass of(String name, Continuity continuity, String strategy) {
        return new AutoValue_ApplicationClass.Builder().name(name).continuity(continuity).strategy(strategy)
                .anchor(Optional.empty()).rescue(false).dscp(ImmutableSet.of()).priority(0).idle(Optional.empty())
                .build();
    }

    /** The same class with rescue, or without. */
    public ApplicationClass withRescue(boolean rescue) {
        return toBuilder().rescue(rescue).build();
    }

    /** Builder of classes. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the name. */
        public abstract Builder name(String name);

        /** Sets what its flows are promised. */
        public abstract Builder continuity(Continuity continuity);

        /** Sets the strategy. */
        public abstract Builder strategy(String id);

        /** Sets the anchor that the strategy is about. */
        public abstract Builder anchor(Optional<AnchorId> anchor);

        /** Sets whether packets are kept for an absent node. */
        public abstract Builder rescue(boolean rescue);

        /** Sets the DSCPs. */
        public abstract Builder dscp(Iterable<Integer> dscp);

        /** Sets the priority. */
        public abstract Builder priority(int priority);

        /** Sets how long a flow may be silent, ms. */
        public abstract Builder idle(Optional<Long> time);

        /** Builds the class. */
        public abstract ApplicationClass build();
    }
}
