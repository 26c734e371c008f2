/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.Lease;
import org.onosdmm.core.engine.LeasePool;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.PoolAddresses;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.MapEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lends addresses, each to one holder at a time: who puts an address into the map has it. A returned address rests for
 * {@link #REST}: packets to its old holder are then no longer under way (RFC 4787, REQ-8).
 */
final class MapLeasePool implements LeasePool {

    /** How long a returned address rests, ms. */
    static final long REST = 60_000;
    private static final Long LENT = 0L;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final AsyncConsistentMap<String, Long> taken;
    private final LongSupplier clock;
    /** What is known of the map: lent, or the time since when an address rests. */
    private final Map<IpAddress, Long> known = new ConcurrentHashMap<>();
    private final MapEventListener<String, Long> listener = event -> {
        IpAddress address = IpAddress.valueOf(event.key());
        if (event.newValue() == null) {
            known.remove(address);
        } else {
            known.put(address, event.newValue().value());
        }
    };

    MapLeasePool(AsyncConsistentMap<String, Long> taken, LongSupplier clock) {
        this.taken = taken;
        this.clock = clock;
    }

    void start() {
        taken.addListener(listener).join();
        taken.entrySet().join().forEach(e -> known.put(IpAddress.valueOf(e.getKey()), e.getValue().value()));
    }

    void stop() {
        taken.removeListener(listener);
    }

    @Override
    public CompletableFuture<Optional<Lease>> acquire(Anchor anchor, IpAddress local) {
        return anchor.uplink(local.version())
                .map(uplink -> attempt(anchor, local, new PoolAddresses(uplink.pool()), 0))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Tries the pool's addresses from a start of the node's own, so that it often gets the one it had. */
    private CompletableFuture<Optional<Lease>> attempt(Anchor anchor, IpAddress local, PoolAddresses pool, int tried) {
        for (int i = tried; i < pool.size(); i++) {
            int next = i + 1;
            IpAddress candidate = pool.at(Math.floorMod(local.hashCode() + i, pool.size()));
            String address = candidate.toString();
            Long state = known.putIfAbsent(candidate, LENT);
            if (state == null) {
                return taken.putIfAbsent(address, LENT)
                        .whenComplete((before, failure) -> forgetIf(failure != null, candidate))
                        .thenCompose(before -> before == null
                                ? lent(anchor, local, candidate) : attempt(anchor, local, pool, next));
            }
            if (!LENT.equals(state) && clock.getAsLong() - state > REST && known.replace(candidate, state, LENT)) {
                return taken.replace(address, state, LENT)
                        .whenComplete((mine, failure) -> forgetIf(failure != null, candidate))
                        .thenCompose(mine -> mine
                                ? lent(anchor, local, candidate) : attempt(anchor, local, pool, next));
            }
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** The store has not answered: who comes next asks it again, for the address may be free. */
    private void forgetIf(boolean unanswered, IpAddress address) {
        if (unanswered) {
            known.remove(address, LENT);
        }
    }

    private static CompletableFuture<Optional<Lease>> lent(Anchor anchor, IpAddress local, IpAddress outside) {
        return CompletableFuture.completedFuture(Optional.of(Lease.of(anchor.id(), local, outside)));
    }

    @Override
    public void release(Lease lease) {
        taken.put(lease.outside().toString(), clock.getAsLong()).exceptionally(e -> {
            log.warn("The lease of {} could not be returned: {}", lease.outside(), e.getMessage());
            return null;
        });
    }

    @Override
    public int used(Anchor anchor) {
        long now = clock.getAsLong();
        return (int) known.entrySet().stream()
                .filter(e -> LENT.equals(e.getValue()) || now - e.getValue() <= REST)
                .filter(e -> anchor.lends(e.getKey())).count();
    }
}
