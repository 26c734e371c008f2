/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * A mobile node as it is now: its binding, its leases, its pinned flows and the rules that it owns.
 */
@AutoValue
public abstract class NodeInfo {

    /** Where the node is and was. */
    public abstract Binding binding();

    /** Addresses that anchors lent to it. */
    public abstract ImmutableList<Lease> leases();

    /** Flows that keep their anchor. */
    public abstract ImmutableList<PinnedFlow> flows();

    /** Rules of the node, over all switches. */
    public abstract RuleStatus rules();

    /** A description by its parts. */
    public static NodeInfo of(Binding binding, Iterable<Lease> leases, Iterable<PinnedFlow> flows, RuleStatus rules) {
        return new AutoValue_NodeInfo(binding, ImmutableList.copyOf(leases), ImmutableList.copyOf(flows), rules);
    }
}
