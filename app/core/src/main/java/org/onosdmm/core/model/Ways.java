/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onosproject.net.PortNumber;

import java.util.List;

/**
 * The ways from one switch to one edge, by the distance of the neighbour that each leads to.
 *
 * <p>A neighbour that is nearer lies on a shortest way. One that is as near as this switch is a loop-free alternate by
 * inequality 1 of RFC 5286: its distance to the edge is less than its distance to this switch plus that from here to
 * the edge, so its own shortest way does not come back here. Every link counts one, so the neighbours that are neither
 * are one step farther, and the inequality does not hold for them.
 */
@AutoValue
public abstract class Ways {

    /** Ports to neighbours that are nearer: never none. */
    public abstract ImmutableList<PortNumber> nearer();

    /** Ports to neighbours that are as near: for when none of the nearer ones is alive. */
    public abstract ImmutableList<PortNumber> level();

    /** Ports by which neighbours that are as near send what they cannot send nearer. */
    public abstract ImmutableList<PortNumber> diverted();

    /** The one to take if only one can be. */
    public PortNumber first() {
        return nearer().get(0);
    }

    /** Ways by their parts. */
    public static Ways of(List<PortNumber> nearer, List<PortNumber> level, List<PortNumber> diverted) {
        return new AutoValue_Ways(ImmutableList.copyOf(nearer), ImmutableList.copyOf(level),
                ImmutableList.copyOf(diverted));
    }
}
