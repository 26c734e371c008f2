/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import com.google.common.collect.ImmutableList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Things of one kind as they were told last. Compares them with what they are now, and says what is to be told.
 *
 * @param <K> what names a thing
 * @param <T> the thing
 */
final class Changes<K, T> {

    private final Function<T, K> name;
    private final BiPredicate<T, T> same;
    private final Map<K, T> told = new LinkedHashMap<>();

    /**
     * Nothing is told yet.
     *
     * @param name names a thing
     * @param same whether there is nothing to tell of a thing as it was told and as it is now
     */
    Changes(Function<T, K> name, BiPredicate<T, T> same) {
        this.name = name;
        this.same = same;
    }

    /** Takes all things of the kind as they are now: those that were told and are no more are gone. */
    void all(List<T> things, Consumer<T> changed, Consumer<K> gone) {
        Map<K, T> now = new LinkedHashMap<>();
        things.forEach(thing -> now.put(name.apply(thing), thing));
        for (K key : ImmutableList.copyOf(told.keySet())) {
            if (!now.containsKey(key)) {
                one(key, Optional.empty(), changed, gone);
            }
        }
        now.forEach((key, thing) -> one(key, Optional.of(thing), changed, gone));
    }

    /** Takes one thing as it is now, or that it is gone. */
    void one(K key, Optional<T> now, Consumer<T> changed, Consumer<K> gone) {
        T before = now.isPresent() ? told.put(key, now.get()) : told.remove(key);
        if (now.isPresent()) {
            if (before == null || !same.test(before, now.get())) {
                changed.accept(now.get());
            }
        } else if (before != null) {
            gone.accept(key);
        }
    }

    /** The things as they were taken last. */
    Collection<T> things() {
        return told.values();
    }
}
