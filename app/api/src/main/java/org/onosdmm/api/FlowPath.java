/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * One way that packets of a flow take in one direction, switch by switch.
 */
@AutoValue
public abstract class FlowPath {

    /** The switches, in the order in which they are passed. Never empty. */
    public abstract ImmutableList<PathHop> hops();

    /** Where it ends. */
    public abstract PathEnd end();

    /** Whether these are further copies of packets that take another way, too. */
    public abstract boolean copy();

    /** A path by its parts. */
    public static FlowPath of(Iterable<PathHop> hops, PathEnd end, boolean copy) {
        return new AutoValue_FlowPath(ImmutableList.copyOf(hops), end, copy);
    }
}
