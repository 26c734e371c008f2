/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onosdmm.core.mobility.Samples.ADDRESS;
import static org.onosdmm.core.mobility.Samples.DOMAIN;
import static org.onosdmm.core.mobility.Samples.flow;
import static org.onosdmm.core.mobility.Samples.lease;
import static org.onosdmm.core.mobility.Samples.walked;

/** Which leases a node needs, and for how long it keeps others. */
class LeasesTest {
    private static final long LINGER = DOMAIN.timers().leaseLinger();

    private static Set<Integer> edges(Iterable<Leases.Need> needs) {
        Set<Integer> edges = new TreeSet<>();
        needs.forEach(need -> edges.add(DOMAIN.anchor(need.anchor()).number()));
        return edges;
    }

    @Test
    void oneAtEachPlaceForEachAddress() {
        assertEquals(Set.of(1), edges(Leases.needs(DOMAIN, walked(1))));
        assertEquals(Set.of(1, 3), edges(Leases.needs(DOMAIN, walked(1, 3))));
        NodeState two = walked(2);
        two = two.with(two.binding().toBuilder().addresses(List.of(ADDRESS, IpAddress.valueOf("10.1.0.11"))).build());
        assertEquals(2, Leases.needs(DOMAIN, two).size());
    }

    @Test
    void oneForEachFlowThatHasOne() {
        NodeState state = walked(1).withFlows(Map.of(flow(3, "198.51.100.130").key(), flow(3, "198.51.100.130"),
                flow(4, "10.1.0.10").key(), flow(4, "10.1.0.10")));
        assertEquals(Set.of(1, 3), edges(Leases.needs(DOMAIN, state)));
        assertEquals(Set.of(3), edges(Leases.missing(DOMAIN, state.withLeases(List.of(lease(1, "198.51.100.7"))))));
    }

    @Test
    void whatNothingNeedsLingersAndGoes() {
        NodeState state = walked(2).withLeases(List.of(lease(1, "198.51.100.7"), lease(2, "198.51.100.70")));
        NodeState marked = Leases.aged(DOMAIN, state, 5_000);
        assertEquals(List.of(Optional.of(5_000L), Optional.empty()), unused(marked));
        assertEquals(marked, Leases.aged(DOMAIN, marked, 5_000 + LINGER - 1));
        NodeState gone = Leases.aged(DOMAIN, marked, 5_000 + LINGER);
        assertEquals(List.of(lease(2, "198.51.100.70")), gone.leases());
    }

    @Test
    void whatIsNeededAgainIsMarkedNoMore() {
        NodeState marked = Leases.aged(DOMAIN, walked(2).withLeases(List.of(lease(1, "198.51.100.7"))), 5_000);
        NodeState back = walked(1).withLeases(marked.leases());
        assertEquals(List.of(Optional.empty()), unused(Leases.aged(DOMAIN, back, 6_000)));
    }

    @Test
    void atAnEdgeWithoutAnUplinkTheHomeLends() {
        Domain plain = Domain.of(DOMAIN.gatewayMac(), DOMAIN.anchors().values().stream()
                .map(a -> Anchor.builder().id(a.id()).device(a.device()).number(a.number())
                        .prefixes(a.prefixes()).gateways(a.gateways())
                        .uplink(a.equals(Topology.anchor(DOMAIN, 2)) ? Optional.empty() : a.uplink()).build())
                .collect(Collectors.toList()), DOMAIN.policy(), DOMAIN.timers());
        assertEquals(Set.of(Leases.Need.of(Topology.anchor(plain, 1).id(), ADDRESS)),
                Leases.needs(plain, walked(2)));
    }

    private static List<Optional<Long>> unused(NodeState state) {
        return state.leases().stream().map(l -> l.unusedSince()).collect(Collectors.toList());
    }
}
