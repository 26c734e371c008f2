/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;

/**
 * Which groups of hosts hear each other by multicast or broadcast, and how far. All others do not.
 */
@AutoValue
public abstract class GroupPolicy {

    /** How far a packet to a group is carried. */
    public enum Scope {
        /** To the other nodes at the same edge. */
        EDGE,
        /** To all other nodes. */
        DOMAIN
    }

    /** Nothing is carried. */
    public static final GroupPolicy NONE = of(ImmutableSet.of(), Scope.EDGE, 1);

    /** The groups' addresses. */
    public abstract ImmutableSet<IpAddress> groups();

    /** How far their packets are carried. */
    public abstract Scope scope();

    /** How many packets a second are carried, from the nodes at one port. */
    public abstract int rate();

    /** A policy by its parts. */
    public static GroupPolicy of(Iterable<IpAddress> groups, Scope scope, int rate) {
        return new AutoValue_GroupPolicy(ImmutableSet.copyOf(groups), scope, rate);
    }
}
