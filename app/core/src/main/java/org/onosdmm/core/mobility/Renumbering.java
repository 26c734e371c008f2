/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A prefix per anchor: a node makes itself an address of the announced prefix wherever it goes, and keeps the old ones
 * as long as it uses them (RFC 8885, section 3; RFC 4862, section 5.5.4).
 */
public final class Renumbering {

    /** A node drops an address a little later than told: it heard of it later, and its clock is another one. */
    private static final long GRACE = 60_000;

    private Renumbering() {
    }

    /** The prefixes that a node is to make its addresses of: those of the edge, or what it has if that has none. */
    public static ImmutableSet<IpPrefix> preferred(Domain domain, Anchor edge, Optional<NodeState> state) {
        return edge.announced().isEmpty() ? state.map(s -> held(domain, s)).orElse(ImmutableSet.of())
                : ImmutableSet.copyOf(edge.announced());
    }

    /** The announced prefixes that the node has addresses of. */
    public static ImmutableSet<IpPrefix> held(Domain domain, NodeState state) {
        return domain.anchors().values().stream().flatMap(a -> a.announced().stream())
                .filter(prefix -> state.binding().addresses().stream().anyMatch(prefix::contains))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** How long the node may still use addresses of a prefix that it has brought along, ms. */
    public static long remaining(Domain domain, NodeState state, IpPrefix prefix, long now) {
        long unused = state.binding().addresses().stream().filter(prefix::contains)
                .mapToLong(address -> now - state.left().getOrDefault(address, now)).min().orElse(0);
        return Math.max(0, domain.timers().validLifetime() - unused);
    }

    /**
     * The state as time goes on: addresses of prefixes that the node has left are marked, and given up once they are no
     * longer valid. Their time runs from when they were last used.
     *
     * @param used whether an address was used since it was asked last
     * @param now ms since the epoch
     */
    public static NodeState aged(Domain domain, NodeState state, Predicate<IpAddress> used, long now) {
        ImmutableMap.Builder<IpAddress, Long> left = ImmutableMap.builder();
        leftBehind(domain, state).forEach(address ->
                left.put(address, used.test(address) ? now : state.left().getOrDefault(address, now)));
        ImmutableMap<IpAddress, Long> times = left.build();
        ImmutableSet<IpAddress> rest = state.binding().addresses().stream()
                .filter(address -> now - times.getOrDefault(address, now) <= domain.timers().validLifetime() + GRACE)
                .collect(ImmutableSet.toImmutableSet());
        if (rest.isEmpty()) {
            return state;
        }
        NodeState aged = state.withLeft(ImmutableMap.copyOf(
                Maps.filterKeys(times, rest::contains)));
        return rest.size() == state.binding().addresses().size() ? aged
                : aged.with(state.binding().toBuilder().addresses(rest).build());
    }

    private static Stream<IpAddress> leftBehind(Domain domain, NodeState state) {
        Anchor edge = domain.anchor(state.binding().current().edge());
        Sets.SetView<IpPrefix> old = Sets.difference(held(domain, state),
                preferred(domain, edge, Optional.of(state)));
        return state.binding().addresses().stream()
                .filter(address -> old.stream().anyMatch(prefix -> prefix.contains(address)));
    }
}
