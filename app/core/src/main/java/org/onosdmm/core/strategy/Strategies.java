/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Ordering;
import org.onosdmm.api.AnchorStrategy;

import java.util.Optional;

/**
 * The anchor strategies by name. Immutable.
 */
public final class Strategies {

    private final ImmutableSortedMap<String, AnchorStrategy> byId;

    private Strategies(ImmutableSortedMap<String, AnchorStrategy> byId) {
        this.byId = byId;
    }

    /** The strategies that are always there. */
    public static Strategies builtIn() {
        return of(ImmutableList.of(new ServingStrategy(), new HomeStrategy(), new NearestStrategy(),
                new LeastLoadedStrategy(), new CentralStrategy(), new PinnedStrategy()));
    }

    /**
     * These strategies.
     *
     * @throws IllegalArgumentException if two of them have the same name
     */
    public static Strategies of(Iterable<AnchorStrategy> strategies) {
        return new Strategies(ImmutableSortedMap.copyOf(Maps.uniqueIndex(strategies, AnchorStrategy::id),
                Ordering.natural()));
    }

    /** These strategies and others. */
    public Strategies with(Iterable<AnchorStrategy> others) {
        return of(Iterables.concat(byId.values(), others));
    }

    /** Their names, sorted. */
    public ImmutableSet<String> ids() {
        return byId.keySet();
    }

    /** The strategy of this name. */
    public Optional<AnchorStrategy> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
