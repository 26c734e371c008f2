/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NodeState;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.mobility.Samples.ADDRESS;
import static org.onosdmm.core.mobility.Samples.DOMAIN;
import static org.onosdmm.core.mobility.Samples.access;
import static org.onosdmm.core.mobility.Samples.sign;
import static org.onosdmm.core.mobility.Samples.walked;

/** Addresses of prefixes that a node has left. */
class RenumberingTest {
    private static final IpAddress FIRST = IpAddress.valueOf("2001:db8:0:1::10");
    private static final IpAddress SECOND = IpAddress.valueOf("2001:db8:0:2::10");
    private static final IpPrefix OLD = IpPrefix.valueOf("2001:db8:0:1::/64");
    private static final long VALID = DOMAIN.timers().validLifetime();

    private static NodeState with(NodeState state, IpAddress... addresses) {
        return state.with(state.binding().toBuilder().addresses(Set.of(addresses)).build());
    }

    private static NodeState aged(NodeState state, Set<IpAddress> used, long now) {
        return Renumbering.aged(DOMAIN, state, used::contains, now);
    }

    @Test
    void nothingIsLeftBehindAtHome() {
        NodeState home = with(walked(1, 1), FIRST, ADDRESS);
        assertEquals(home, aged(home, Set.of(), 1_000));
    }

    @Test
    void whatIsLeftBehindIsMarkedAndGoneAfterItsLifetime() {
        NodeState away = with(walked(2, 1, 2), FIRST, SECOND, ADDRESS);
        NodeState marked = aged(away, Set.of(), 1_000);
        assertEquals(Map.of(FIRST, 1_000L), marked.left());
        assertEquals(VALID, Renumbering.remaining(DOMAIN, marked, OLD, 1_000));
        assertEquals(VALID - 500, Renumbering.remaining(DOMAIN, marked, OLD, 1_500));
        assertEquals(0, Renumbering.remaining(DOMAIN, marked, OLD, 1_000 + VALID + 1));
        NodeState late = aged(marked, Set.of(), 1_000 + VALID);
        assertTrue(late.binding().addresses().contains(FIRST), "the node may still have it");
        NodeState later = aged(late, Set.of(), 1_000 + VALID + 61_000);
        assertEquals(Set.of(SECOND, ADDRESS), later.binding().addresses());
        assertTrue(later.left().isEmpty());
    }

    @Test
    void itsTimeRunsFromItsLastUse() {
        NodeState away = aged(with(walked(2, 1, 2), FIRST, SECOND), Set.of(), 1_000);
        NodeState used = aged(away, Set.of(FIRST), 900_000);
        assertEquals(Map.of(FIRST, 900_000L), used.left());
        assertEquals(used, aged(used, Set.of(), 950_000));
        assertEquals(VALID - 50_000, Renumbering.remaining(DOMAIN, used, OLD, 950_000));
    }

    @Test
    void backHomeItIsForgotten() {
        NodeState away = aged(with(walked(2, 1, 2), FIRST, SECOND), Set.of(), 1_000);
        NodeState back = with(walked(3, 1, 2, 1), FIRST, SECOND).withLeft(away.left());
        assertEquals(Map.of(SECOND, 2_000L), aged(back, Set.of(), 2_000).left());
    }

    @Test
    void theLastAddressStays() {
        NodeState away = aged(with(walked(2, 1, 2), FIRST), Set.of(), 1_000);
        NodeState late = aged(away, Set.of(), 1_000 + 2 * VALID);
        assertEquals(Set.of(FIRST), late.binding().addresses());
        assertSame(late.left(), aged(late, Set.of(), 1_000 + 2 * VALID).left());
    }

    @Test
    void forANewAddressTheOneThatRestsLongestMakesRoom() {
        IpAddress[] old = IntStream.range(0, MobilityStep.MAX_ADDRESSES)
                .mapToObj(i -> IpAddress.valueOf("2001:db8:0:1::" + (10 + i))).toArray(IpAddress[]::new);
        MobilityStep step = new MobilityStep(DOMAIN, edge -> Locator.of(edge.number(), 99), (address, trigger) -> true);
        NodeState full = with(walked(2, 1, 2), old);
        assertFalse(step.apply(Optional.of(full), sign(Trigger.NDP, access(2), 5_000, SECOND.toString())).get()
                .binding().addresses().contains(SECOND));
        NodeState resting = full.withLeft(ImmutableMap.of(old[3], 3_000L, old[7], 2_000L));
        Set<IpAddress> after = step.apply(Optional.of(resting),
                sign(Trigger.NDP, access(2), 5_000, SECOND.toString())).get().binding().addresses();
        assertEquals(Stream.concat(Stream.of(old).filter(a -> !a.equals(old[7])), Stream.of(SECOND))
                .collect(ImmutableSet.toImmutableSet()), after);
    }

    @Test
    void whereNothingIsAnnouncedNodesKeepWhatTheyHave() {
        NodeState state = with(walked(1, 1), FIRST);
        Anchor first = Topology.anchor(DOMAIN, 1);
        Anchor bare = Anchor.builder().id(first.id()).device(first.device()).number(1).prefixes(Set.of())
                .gateways(Set.of()).uplink(Optional.empty()).build();
        assertEquals(Set.of(OLD), Renumbering.preferred(DOMAIN, first, Optional.empty()));
        assertEquals(Set.of(), Renumbering.preferred(DOMAIN, bare, Optional.empty()));
        assertEquals(Set.of(OLD), Renumbering.preferred(DOMAIN, bare, Optional.of(state)));
    }
}
