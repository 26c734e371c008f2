/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.onosdmm.core.mobility.Samples.ADDRESS;
import static org.onosdmm.core.mobility.Samples.CAMPUS;
import static org.onosdmm.core.mobility.Samples.DOMAIN;
import static org.onosdmm.core.mobility.Samples.flow;
import static org.onosdmm.core.mobility.Samples.lease;
import static org.onosdmm.core.mobility.Samples.walked;

/** What is left of a node when the configuration changes. */
class FittingTest {

    private static Domain without(int edge) {
        return Domain.of(DOMAIN.gatewayMac(), DOMAIN.anchors().values().stream()
                .filter(a -> a.number() != edge).collect(Collectors.toList()), DOMAIN.policy(), DOMAIN.timers());
    }

    private static Domain with(int edge, UnaryOperator<Anchor.Builder> change) {
        return Domain.of(DOMAIN.gatewayMac(), DOMAIN.anchors().values().stream()
                .map(a -> a.number() == edge ? change.apply(Anchor.builder().id(a.id()).device(a.device())
                        .number(a.number()).prefixes(a.prefixes()).gateways(a.gateways()).uplink(a.uplink())).build()
                        : a).collect(Collectors.toList()), DOMAIN.policy(), DOMAIN.timers());
    }

    private static NodeState full() {
        return walked(1, 2).withLeases(List.of(lease(1, "198.51.100.7"), lease(3, "198.51.100.130")))
                .withFlows(Map.of(flow(3, "198.51.100.130").key(), flow(3, "198.51.100.130"),
                        flow(1, "10.1.0.10").key(), flow(1, "10.1.0.10")));
    }

    @Test
    void underTheSameConfigurationEverythingStays() {
        assertEquals(Optional.of(full()), Fitting.fit(DOMAIN, full()));
        assertEquals(Optional.of(walked(1, 2, 3)), Fitting.fit(DOMAIN, walked(1, 2, 3)));
    }

    @Test
    void withoutItsEdgeANodeHasNoPlace() {
        assertFalse(Fitting.fit(without(2), full()).isPresent());
    }

    @Test
    void withoutItsHomeANodeHasNoAddress() {
        assertFalse(Fitting.fit(without(1), full()).isPresent());
        assertFalse(Fitting.fit(with(1, a -> a.prefixes(List.of(IpPrefix.valueOf("10.9.0.0/24")))), full())
                .isPresent());
        assertFalse(Fitting.fit(with(1, a -> a.gateways(Set.of(ADDRESS))), full()).isPresent());
    }

    @Test
    void anEdgeOnAnotherSwitchOrWithAnotherNumberIsAnother() {
        assertFalse(Fitting.fit(with(2, a -> a.device(CAMPUS.cores().get(0))), full()).isPresent());
        assertFalse(Fitting.fit(with(2, a -> a.number(77)), full()).isPresent());
    }

    @Test
    void formerPlacesGoWithTheirEdges() {
        NodeState state = walked(1, 4, 2);
        assertEquals(List.of(1L, 3L), Fitting.fit(without(4), state).get().binding().attachments().stream()
                .map(a -> a.sequence()).collect(Collectors.toList()));
    }

    @Test
    void leasesAndFlowsGoWithTheirAnchors() {
        NodeState fitted = Fitting.fit(without(3), full()).get();
        assertEquals(List.of(lease(1, "198.51.100.7")), fitted.leases());
        assertEquals(Set.of(flow(1, "10.1.0.10").key()), fitted.flows().keySet());
    }

    @Test
    void leasesAndFlowsGoWithTheirPools() {
        Domain other = with(3, a -> a.uplink(DOMAIN.anchor(Topology.anchor(DOMAIN, 2).id()).uplink()));
        NodeState fitted = Fitting.fit(other, full()).get();
        assertEquals(List.of(lease(1, "198.51.100.7")), fitted.leases());
        assertEquals(1, fitted.flows().size());
    }

    @Test
    void oneAddressOfTwoMayGo() {
        NodeState state = full();
        IpAddress second = IpAddress.valueOf("10.4.0.40");
        NodeState two = state.with(state.binding().toBuilder().addresses(List.of(second, ADDRESS)).build());
        NodeState fitted = Fitting.fit(without(4), two).get();
        assertEquals(Set.of(ADDRESS), fitted.binding().addresses());
        assertEquals(Topology.anchor(DOMAIN, 1).id(), fitted.binding().home());
    }
}
