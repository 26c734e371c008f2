/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.dhcp.GrantChange;
import org.onosdmm.core.dhcp.GrantStore;
import org.onosdmm.core.dhcp.HeldAddresses;
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Versioned;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Grants by address: who replaces what he has seen there has the address. What is known of the map is kept at hand, for
 * looking through a range must not ask the cluster.
 */
final class MapGrantStore implements GrantStore {

    private final AsyncConsistentMap<String, AddressGrant> map;
    private final Map<IpAddress, AddressGrant> known = new ConcurrentHashMap<>();
    private final Map<MobileNodeId, Set<IpAddress>> byNode = new HashMap<>();
    private final HeldAddresses held = new HeldAddresses();
    private final MapEventListener<String, AddressGrant> listener = event -> {
        if (event.newValue() != null) {
            learn(event.newValue().value());
        }
    };

    MapGrantStore(AsyncConsistentMap<String, AddressGrant> map) {
        this.map = map;
    }

    void start() {
        map.addListener(listener).join();
        map.values().join().stream().map(Versioned::value).forEach(this::learn);
    }

    void stop() {
        map.removeListener(listener);
    }

    /** Index entries of an earlier holder stay until they are looked at: every look checks the grant itself. */
    private synchronized void learn(AddressGrant grant) {
        held.changed(known.put(grant.address(), grant), grant);
        byNode.computeIfAbsent(grant.node(), n -> new HashSet<>()).add(grant.address());
    }

    @Override
    public Optional<AddressGrant> at(IpAddress address) {
        return Optional.ofNullable(known.get(address));
    }

    @Override
    public synchronized ImmutableList<AddressGrant> of(MobileNodeId node) {
        Set<IpAddress> addresses = byNode.get(node);
        if (addresses == null) {
            return ImmutableList.of();
        }
        addresses.removeIf(address -> !known.get(address).node().equals(node));
        return addresses.stream().map(known::get).collect(ImmutableList.toImmutableList());
    }

    @Override
    public int held(ConnectPoint port, long now) {
        return held.at(port, now);
    }

    @Override
    public ImmutableList<AddressGrant> all() {
        return known.values().stream().sorted(Comparator.comparing(AddressGrant::address))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public CompletableFuture<Boolean> change(GrantChange change) {
        AddressGrant after = change.after();
        String key = after.address().toString();
        CompletableFuture<Boolean> made = change.before().isPresent()
                ? map.replace(key, change.before().get(), after)
                : map.putIfAbsent(key, after).thenApply(before -> before == null);
        return made.thenCompose(done -> {
            if (done) {
                learn(after);
                return CompletableFuture.completedFuture(true);
            }
            return refresh(key);
        });
    }

    /** Another instance was first: what it wrote may not have been heard of yet. */
    private CompletableFuture<Boolean> refresh(String key) {
        return map.get(key).thenApply(present -> {
            if (present != null) {
                learn(present.value());
            }
            return false;
        });
    }
}
