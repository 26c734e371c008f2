/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.onosproject.store.service.AsyncConsistentMapAdapter;
import org.onosproject.store.service.MapEvent;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.StorageException;
import org.onosproject.store.service.Versioned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A consistent map of leases that several controller instances share. */
final class SharedMap extends AsyncConsistentMapAdapter<String, Long> {

    private final Map<String, Long> content = new TreeMap<>();
    private final List<MapEventListener<String, Long>> listeners = new ArrayList<>();
    private boolean quiet;
    private boolean failing;

    /** Instances hear nothing of each other from now on: as if the events were late. */
    void quiet() {
        quiet = true;
    }

    /** The map does not answer, or does again. */
    void failing(boolean fails) {
        failing = fails;
    }

    Map<String, Long> content() {
        return content;
    }

    @Override
    public CompletableFuture<Versioned<Long>> putIfAbsent(String key, Long value) {
        if (failing) {
            return CompletableFuture.failedFuture(new StorageException.Timeout());
        }
        Long before = content.putIfAbsent(key, value);
        if (before == null) {
            tell(key, null, value);
        }
        return CompletableFuture.completedFuture(before == null ? null : new Versioned<>(before, 1));
    }

    @Override
    public CompletableFuture<Boolean> replace(String key, Long before, Long value) {
        boolean same = Objects.equals(content.get(key), before);
        if (same) {
            content.put(key, value);
            tell(key, before, value);
        }
        return CompletableFuture.completedFuture(same);
    }

    @Override
    public CompletableFuture<Versioned<Long>> put(String key, Long value) {
        Long before = content.put(key, value);
        tell(key, before, value);
        return CompletableFuture.completedFuture(before == null ? null : new Versioned<>(before, 1));
    }

    @Override
    public CompletableFuture<Set<Map.Entry<String, Versioned<Long>>>> entrySet() {
        return CompletableFuture.completedFuture(content.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), new Versioned<>(e.getValue(), 1))).collect(Collectors.toSet()));
    }

    @Override
    public CompletableFuture<Void> addListener(MapEventListener<String, Long> listener) {
        listeners.add(listener);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> addListener(MapEventListener<String, Long> listener, Executor executor) {
        return addListener(listener);
    }

    private void tell(String key, Long before, Long value) {
        if (!quiet) {
            MapEvent<String, Long> event = new MapEvent<>("leases", key, new Versioned<>(value, 1),
                    before == null ? null : new Versioned<>(before, 1));
            listeners.forEach(listener -> listener.event(event));
        }
    }
}
