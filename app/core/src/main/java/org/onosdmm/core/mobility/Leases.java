/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Expected;
import org.onosdmm.api.Lease;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which leases a node needs: one for each of its addresses at its serving anchor, which is its home where the edge has
 * no uplink, and at the anchors of its flows.
 */
public final class Leases {

    /** A lease that is needed: at an anchor, for one of the node's own addresses. */
    @AutoValue
    public abstract static class Need {

        /** The anchor. */
        public abstract AnchorId anchor();

        /** The node's own address. */
        public abstract IpAddress local();

        /** A need by its parts. */
        public static Need of(AnchorId anchor, IpAddress local) {
            return new AutoValue_Leases_Need(anchor, local);
        }
    }

    private Leases() {
    }

    /** Needs that no lease meets yet. */
    public static ImmutableSet<Need> missing(Domain domain, NodeState state) {
        return needs(domain, state).stream()
                .filter(n -> !state.lease(n.anchor(), n.local()).isPresent())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** All needs. */
    public static ImmutableSet<Need> needs(Domain domain, NodeState state) {
        ImmutableSet.Builder<Need> needs = ImmutableSet.builder();
        Stream.concat(state.binding().attachments().stream(), Streams.stream(state.binding().expected())
                        .map(Expected::place))
                .map(place -> domain.anchor(place.edge()))
                .forEach(edge -> state.binding().addresses().forEach(address -> lender(domain, edge, address)
                        .ifPresent(anchor -> needs.add(Need.of(anchor.id(), address)))));
        domain.policy().centralAnchors().stream().map(domain::anchor).forEach(central ->
                state.binding().addresses().stream().filter(address -> central.lends(address.version()))
                        .forEach(address -> needs.add(Need.of(central.id(), address))));
        state.flows().values().stream()
                .filter(flow -> flow.kept() && flow.translated())
                .forEach(flow -> needs.add(Need.of(flow.anchor(), flow.key().local())));
        return needs.build();
    }

    /** The anchor that lends addresses to nodes at this edge now; none if they leave with their own. */
    private static Optional<Anchor> lender(Domain domain, Anchor edge, IpAddress address) {
        return Optional.of(domain.serving(edge, address)).filter(anchor -> anchor.lends(address.version()));
    }

    /**
     * The state as time goes on: leases that nothing needs are marked, and given up when they have lingered.
     *
     * @param now ms since the epoch
     */
    public static NodeState aged(Domain domain, NodeState state, long now) {
        ImmutableSet<Need> needs = needs(domain, state);
        ImmutableList.Builder<Lease> leases = ImmutableList.builder();
        for (Lease lease : state.leases()) {
            if (needs.contains(Need.of(lease.anchor(), lease.local()))) {
                leases.add(lease.unusedSince(Optional.empty()));
            } else if (!lease.unusedSince().isPresent()) {
                leases.add(lease.unusedSince(Optional.of(now)));
            } else if (now - lease.unusedSince().get() < domain.timers().leaseLinger()) {
                leases.add(lease);
            }
        }
        return state.withLeases(leases.build());
    }
}
