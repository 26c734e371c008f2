/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

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

    /**
     * Whether packets that arrive for a flow of this class while its node is known to be away are kept for it, and
     * passed on when it is back.
     */
    public abstract boolean rescue();

    /** A class by its parts, without rescue. */
    public static ApplicationClass of(String name, Continuity continuity, String strategy) {
        return new AutoValue_ApplicationClass(name, continuity, strategy, false);
    }

    /** The same class with rescue, or without. */
    public ApplicationClass withRescue(boolean rescue) {
        return new AutoValue_ApplicationClass(name(), continuity(), strategy(), rescue);
    }
}
