/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Lease;
import org.onosdmm.api.MobileNodeId;
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

    private final Map<IpAddress, MobileNodeId> owners = new ConcurrentHashMap<>();
    private final Map<MobileNodeId, Set<IpAddress>> held = new ConcurrentHashMap<>();
    private final Map<IpAddress, MobileNodeId> borrowers = new ConcurrentHashMap<>();
    private final Map<MobileNodeId, Set<IpAddress>> borrowed = new ConcurrentHashMap<>();

    /** The node that holds the address. */
    Optional<MobileNodeId> of(IpAddress address) {
        return Optional.ofNullable(owners.get(address));
    }

    /** The node that has this address outside, by a lease. */
    Optional<MobileNodeId> borrower(IpAddress outside) {
        return Optional.ofNullable(borrowers.get(outside));
    }

    /** Gives a free address to the node; tells whether the node holds it now. */
    boolean claim(IpAddress address, MobileNodeId node) {
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
        kept.forEach(address -> claim(address, node));
        for (IpAddress address : held.getOrDefault(node, Set.of())) {
            if (!kept.contains(address)) {
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
