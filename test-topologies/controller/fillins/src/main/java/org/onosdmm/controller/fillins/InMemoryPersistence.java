/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.fillins;

import org.onosproject.persistence.PersistenceService;
import org.onosproject.persistence.PersistentMapBuilder;
import org.onosproject.persistence.PersistentSetBuilder;
import org.onosproject.store.service.Serializer;
import org.osgi.service.component.annotations.Component;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps "persistent" collections in memory, one per name, for as long as the controller runs.
 *
 * <p>The controller starts from a fresh run directory, so nothing is lost that a restart would look for.
 */
@Component(immediate = true, service = PersistenceService.class)
public class InMemoryPersistence implements PersistenceService {

    private final Map<String, Map<?, ?>> maps = new ConcurrentHashMap<>();
    private final Map<String, Set<?>> sets = new ConcurrentHashMap<>();

    @Override
    public <K, V> PersistentMapBuilder<K, V> persistentMapBuilder() {
        return new MapBuilder<>();
    }

    @Override
    public <E> PersistentSetBuilder<E> persistentSetBuilder() {
        return new SetBuilder<>();
    }

    private static String required(String name) {
        if (name == null || name.isEmpty()) {
            throw new IllegalStateException("A persistent collection needs a name");
        }
        return name;
    }

    private final class MapBuilder<K, V> implements PersistentMapBuilder<K, V> {
        private String name;

        @Override
        public PersistentMapBuilder<K, V> withName(String newName) {
            name = newName;
            return this;
        }

        @Override
        public PersistentMapBuilder<K, V> withSerializer(Serializer serializer) {
            return this;
        }

        @Override
        @SuppressWarnings("unchecked") // one name, one element type: the caller's contract
        public Map<K, V> build() {
            return (Map<K, V>) maps.computeIfAbsent(required(name), key -> new ConcurrentHashMap<K, V>());
        }
    }

    private final class SetBuilder<E> implements PersistentSetBuilder<E> {
        private String name;

        @Override
        public PersistentSetBuilder<E> withName(String newName) {
            name = newName;
            return this;
        }

        @Override
        public PersistentSetBuilder<E> withSerializer(Serializer serializer) {
            return this;
        }

        @Override
        @SuppressWarnings("unchecked") // one name, one element type: the caller's contract
        public Set<E> build() {
            return (Set<E>) sets.computeIfAbsent(required(name), key -> ConcurrentHashMap.<E>newKeySet());
        }
    }
}
