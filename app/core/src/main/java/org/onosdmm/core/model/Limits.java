/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;

/**
 * How much is kept at most. At a limit flows fall back to the default class.
 */
@AutoValue
public abstract class Limits {

    /** What an operator gets without saying anything. */
    public static final Limits DEFAULTS = of(1_024, 32_768, 256);

    /** Flows of one node that are known one by one. */
    public abstract int flowsPerNode();

    /** Flows of the nodes at one edge that are known one by one. */
    public abstract int flowsPerEdge();

    /** Addresses of one node that are known by their names. */
    public abstract int namesPerNode();

    /** Limits by their parts. */
    public static Limits of(int flowsPerNode, int flowsPerEdge, int namesPerNode) {
        return new AutoValue_Limits(flowsPerNode, flowsPerEdge, namesPerNode);
    }
}
