/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * A pinned flow as it is now, with what its switches hold of it.
 */
@AutoValue
public abstract class FlowInfo {

    /** Whether a flow reaches the outside. */
    public enum Status {
        /** By its anchor's own uplink. */
        ACTIVE,
        /** By the anchor that stands in for its own. */
        BACKUP,
        /** It does not: the uplink of its anchor is dead, and nobody stands in. */
        ANCHOR_DOWN
    }

    /** The node that the flow belongs to. */
    public abstract MobileNodeId node();

    /** The flow. */
    public abstract PinnedFlow flow();

    /** Where it enters the domain now: the edge at which the node is. */
    public abstract AnchorId serving();

    /** Whether it reaches the outside. */
    public abstract Status status();

    /** Rules of the flow's own pin. */
    public abstract RuleStatus rules();

    /** Packets that its pin rules have counted since they were installed. */
    public abstract long packets();

    /** A description by its parts. */
    public static FlowInfo of(MobileNodeId node, PinnedFlow flow, AnchorId serving, Status status, RuleStatus rules,
                              long packets) {
        return new AutoValue_FlowInfo(node, flow, serving, status, rules, packets);
    }
}
