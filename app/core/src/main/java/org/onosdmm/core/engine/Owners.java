/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Lease;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.NodeState;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which node holds which address: an address has one holder at a time, so that nobody can take another's. And which
 * node has borrowed which address outside.
 */
final class Owners {

    /** Nodes of which is known what they have given up. */
    private static final long MOST = 4_096;
    /** Addresses of one node that are remembered so. */
    private static final int EACH = 64;

    private final Map<IpAddress, MobileNodeId> owners = new ConcurrentHashMap<>();
    private final Map<MobileNodeId, Set<IpAddress>> held = new ConcurrentHashMap<>();
    private final Map<IpAddress, MobileNodeId> borrowers = new ConcurrentHashMap<>();
    private final Map<MobileNodeId, Set<IpAddress>> borrowed = new ConcurrentHashMap<>();
    /** What nodes have given up: ONOS's host service goes on telling of it. */
    private final Cache<MobileNodeId, Set<IpAddress>> givenUp = CacheBuilder.newBuilder().maximumSize(MOST).build();
    private final Contests contests = new Contests();

    /** The addresses that one node holds and another claims. */
    Contests contests() {
        return contests;
    }

    /** The node that holds the address. */
    Optional<MobileNodeId> of(IpAddress address) {
        return Optional.ofNullable(owners.get(address));
    }

    /** The node that has this address outside, by a lease. */
    Optional<MobileNodeId> borrower(IpAddress outside) {
        return Optional.ofNullable(borrowers.get(outside));
    }

    /**
     * There is a sign that the node has the address: it gets it if it is free. Tells whether it holds it now. What
     * ONOS's host service says is no sign from the node: it remembers addresses that hosts have given up. These it does
     * not get back before it uses them.
     */
    boolean claim(IpAddress address, MobileNodeId node, Trigger trigger) {
        if (trigger == Trigger.HOST_EVENT) {
            Set<IpAddress> old = givenUp.getIfPresent(node);
            return (old == null || !old.contains(address)) && take(address, node);
        }
        hasBack(node, address);
        boolean mine = take(address, node);
        if (mine) {
            contests.defended(address);
        } else {
            contests.claimed(address, node);
        }
        return mine;
    }

    /** A node has given an address up, or lost it. */
    void givesUp(MobileNodeId node, IpAddress address) {
        Set<IpAddress> old = givenUp.asMap().computeIfAbsent(node, n -> ConcurrentHashMap.newKeySet());
        if (old.size() >= EACH) {
            old.clear();
        }
        old.add(address);
    }

    private void hasBack(MobileNodeId node, IpAddress address) {
        Set<IpAddress> old = givenUp.getIfPresent(node);
        if (old != null) {
            old.remove(address);
        }
    }

    private boolean take(IpAddress address, MobileNodeId node) {
        MobileNodeId before = owners.putIfAbsent(address, node);
        boolean mine = before == null || before.equals(node);
        if (mine) {
            held.computeIfAbsent(node, n -> ConcurrentHashMap.newKeySet()).add(address);
        }
        return mine;
    }

    /** Notes what a node's state says; looks at nothing but what this node holds. */
    void changed(MobileNodeId node, NodeState after) {
        Set<IpAddress> kept = after == null ? Set.of() : after.binding().addresses();
        kept.forEach(address -> {
            take(address, node);
            hasBack(node, address);
        });
        for (IpAddress address : held.getOrDefault(node, Set.of())) {
            if (!kept.contains(address)) {
                if (after != null) {
                    givesUp(node, address);
                }
                held.get(node).remove(address);
                owners.remove(address, node);
            }
        }
        if (after == null) {
            held.remove(node);
        }
        borrows(node, after == null ? Set.of()
                : after.leases().stream().map(Lease::outside).collect(ImmutableSet.toImmutableSet()));
    }

    private void borrows(MobileNodeId node, Set<IpAddress> outside) {
        Set<IpAddress> before = outside.isEmpty() ? borrowed.remove(node) : borrowed.put(node, outside);
        outside.forEach(address -> borrowers.put(address, node));
        if (before != null) {
            Sets.difference(before, outside).forEach(address -> borrowers.remove(address, node));
        }
    }
}
