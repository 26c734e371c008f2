/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Binding;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;

import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one mobile node: the unit of storage, and with the views the input of the rule compiler.
 */
@AutoValue
public abstract class NodeState {

    /** Where the node is and was. */
    public abstract Binding binding();

    /** Addresses lent to the node. */
    public abstract ImmutableList<Lease> leases();

    /** Flows that were decided about one by one: those that keep their anchor, and those that do not. */
    public abstract ImmutableMap<FlowKey, PinnedFlow> flows();

    /** Nodes in the domain that this one talks with. */
    public abstract ImmutableSet<MobileNodeId> peers();

    /** Addresses of prefixes that the node has left, and when each was last used, ms since the epoch. */
    public abstract ImmutableMap<IpAddress, Long> left();

    /** What is known of flows that it may begin. */
    public abstract Hints hints();

    /** Whether it has more flows than there is room for. */
    public abstract Crowding crowding();

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** The state of a node that has just attached. */
    public static NodeState attached(Binding binding) {
        return new AutoValue_NodeState.Builder().binding(binding).leases(ImmutableList.of())
                .flows(ImmutableMap.of()).peers(ImmutableSet.of())
                .left(ImmutableMap.of()).hints(Hints.NONE).crowding(Crowding.NONE).build();
    }

    /** The node. */
    public MobileNodeId node() {
        return binding().node();
    }

    /** The lease at an anchor for one of the node's own addresses. */
    public Optional<Lease> lease(AnchorId anchor, IpAddress local) {
        return leases().stream().filter(l -> l.anchor().equals(anchor) && l.local().equals(local)).findFirst();
    }

    /** The lease by which the node has this address outside. */
    public Optional<Lease> lent(IpAddress outside) {
        return leases().stream().filter(l -> l.outside().equals(outside)).findFirst();
    }

    /** The same state with another binding. */
    public NodeState with(Binding binding) {
        return toBuilder().binding(binding).build();
    }

    /** The same state with these leases. */
    public NodeState withLeases(Iterable<Lease> leases) {
        return toBuilder().leases(leases).build();
    }

    /** The same state with these flows. */
    public NodeState withFlows(Map<FlowKey, PinnedFlow> flows) {
        return toBuilder().flows(ImmutableMap.copyOf(flows)).build();
    }

    /** The same state with these hints. */
    public NodeState with(Hints hints) {
        return hints.equals(hints()) ? this : toBuilder().hints(hints).build();
    }

    /** The same state, crowded like this. */
    public NodeState with(Crowding crowding) {
        return crowding == crowding() ? this : toBuilder().crowding(crowding).build();
    }

    /** What is worth being kept: flows that are not kept are shown again. */
    public NodeState lasting() {
        return flows().values().stream().allMatch(PinnedFlow::kept) && crowding() == Crowding.NONE ? this
                : withFlows(Maps.filterValues(flows(), PinnedFlow::kept)).with(Crowding.NONE);
    }

    /** What of it has rules that a node waits for when it is to be let in. */
    public NodeState urgent() {
        return lasting().with(Hints.NONE);
    }

    /** The same state with these addresses of prefixes that the node has left. */
    public NodeState withLeft(Map<IpAddress, Long> left) {
        return toBuilder().left(ImmutableMap.copyOf(left)).build();
    }

    /** The same state with these peers. */
    public NodeState withPeers(Iterable<MobileNodeId> peers) {
        return toBuilder().peers(peers).build();
    }

    /** Builder of states. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets where the node is and was. */
        public abstract Builder binding(Binding binding);

        /** Sets the leases. */
        public abstract Builder leases(Iterable<Lease> leases);

        /** Sets the flows. */
        public abstract Builder flows(ImmutableMap<FlowKey, PinnedFlow> flows);

        /** Sets the peers. */
        public abstract Builder peers(Iterable<MobileNodeId> peers);

        /** Sets the addresses of prefixes that the node has left. */
        public abstract Builder left(ImmutableMap<IpAddress, Long> left);

        /** Sets what is known of flows to come. */
        public abstract Builder hints(Hints hints);

        /** Sets how crowded the node is. */
        public abstract Builder crowding(Crowding crowding);

        /** Builds the state. */
        public abstract NodeState build();
    }
}
