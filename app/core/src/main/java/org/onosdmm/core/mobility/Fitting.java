/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;

/**
 * What of a node's state still makes sense after the configuration has changed: an anchor may be gone, or have moved to
 * another switch, or own other addresses.
 */
public final class Fitting {

    private final Domain domain;

    private Fitting(Domain domain) {
        this.domain = domain;
    }

    /** The part of the state that the domain admits; absent if the node is no longer at a place or has no address. */
    public static Optional<NodeState> fit(Domain domain, NodeState state) {
        return new Fitting(domain).fit(state);
    }

    /** What is left of the state without one of its addresses; absent if that was the only one. */
    public static Optional<NodeState> without(Domain domain, NodeState state, IpAddress address) {
        ImmutableSet<IpAddress> rest = state.binding().addresses().stream().filter(a -> !a.equals(address))
                .collect(ImmutableSet.toImmutableSet());
        return rest.isEmpty() ? Optional.empty()
                : fit(domain, state.with(state.binding().toBuilder().addresses(rest).build()));
    }

    private Optional<NodeState> fit(NodeState state) {
        Binding binding = state.binding();
        ImmutableSet<IpAddress> addresses = binding.addresses().stream()
                .filter(a -> domain.homeOf(a).isPresent() && !domain.isGateway(a))
                .collect(ImmutableSet.toImmutableSet());
        if (addresses.isEmpty() || !isThere(binding.current())) {
            return Optional.empty();
        }
        ImmutableList<Attachment> places = binding.attachments().stream().filter(this::isThere)
                .collect(ImmutableList.toImmutableList());
        NodeState fitted = state.with(binding.toBuilder().addresses(addresses).attachments(places)
                .home(domain.homeOf(addresses.iterator().next()).get().id())
                .expected(binding.expected().filter(e -> isThere(e.place()))).build());
        fitted = fitted.withLeases(state.leases().stream()
                .filter(lease -> addresses.contains(lease.local()) && isLent(lease))
                .collect(ImmutableList.toImmutableList()));
        NodeState withLeases = fitted;
        return Optional.of(fitted.withFlows(Maps.filterValues(state.flows(), flow -> isAnchored(withLeases, flow))));
    }

    private boolean isThere(Attachment place) {
        return domain.anchorAt(place.poa().deviceId())
                .filter(edge -> edge.id().equals(place.edge()) && edge.number() == place.locator().edge()
                        && !edge.uplink().map(u -> u.port().equals(place.poa().port())).orElse(false))
                .isPresent();
    }

    private boolean isLent(Lease lease) {
        return Optional.ofNullable(domain.anchors().get(lease.anchor()))
                .map(anchor -> anchor.lends(lease.outside())).orElse(false);
    }

    private boolean isAnchored(NodeState state, PinnedFlow flow) {
        if (!state.binding().addresses().contains(flow.key().local())) {
            return false;
        }
        if (!flow.kept()) {
            return true;
        }
        return flow.translated()
                ? state.lease(flow.anchor(), flow.key().local()).filter(l -> l.outside().equals(flow.outside()))
                        .isPresent()
                : domain.homeOf(flow.key().local()).get().id().equals(flow.anchor());
    }
}
