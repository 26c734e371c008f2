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
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Versioned;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Grants by address: who replaces what he has seen there has the address. What is known of the map is kept at hand, for
 * looking through a range must not ask the cluster.
 */
final class MapGrantStore implements GrantStore {

    private final AsyncConsistentMap<String, AddressGrant> map;
    private final Map<IpAddress, AddressGrant> known = new ConcurrentHashMap<>();
    private final Map<MobileNodeId, Set<IpAddress>> byNode = new ConcurrentHashMap<>();
    private final Map<ConnectPoint, Set<IpAddress>> byPort = new ConcurrentHashMap<>();
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

    /** Index entries of an earlier holder or port stay until they are looked at: every look checks the grant itself. */
    private void learn(AddressGrant grant) {
        known.put(grant.address(), grant);
        index(byNode, grant.node()).add(grant.address());
        index(byPort, grant.port()).add(grant.address());
    }

    private static <K> Set<IpAddress> index(Map<K, Set<IpAddress>> map, K key) {
        return map.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet());
    }

    @Override
    public Optional<AddressGrant> at(IpAddress address) {
        return Optional.ofNullable(known.get(address));
    }

    @Override
    public ImmutableList<AddressGrant> of(MobileNodeId node) {
        return indexed(byNode, node, grant -> grant.node().equals(node)).collect(ImmutableList.toImmutableList());
    }

    @Override
    public int held(ConnectPoint port, long now) {
        return (int) indexed(byPort, port, grant -> grant.port().equals(port)).filter(g -> g.holds(now)).count();
    }

    private <K> Stream<AddressGrant> indexed(Map<K, Set<IpAddress>> map, K key, Predicate<AddressGrant> still) {
        Set<IpAddress> addresses = map.get(key);
        if (addresses == null) {
            return Stream.empty();
        }
        addresses.removeIf(address -> !still.test(known.get(address)));
        return addresses.stream().map(known::get).filter(still);
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
