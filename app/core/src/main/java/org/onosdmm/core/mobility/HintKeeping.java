/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.Hints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Keeps hints about flows to come: bounded in number and in time.
 */
public final class HintKeeping {

    /** How long an announced session may take until its flows begin, ms; those that have begun need no hint. */
    public static final long SESSION = 600_000;

    /** Hints of each kind that signalling gives. */
    private static final int MAX_ANNOUNCED = 128;
    /** Hosts use an address for longer than they may: connections are kept open, applications cache for themselves. */
    private static final long SHORTEST = 300_000;
    private static final long LONGEST = 3_600_000;
    /** What is known is not renewed for less than this, ms: every change is written to the store. */
    private static final long NEWS = 60_000;

    private HintKeeping() {
    }

    /** How long the names behind an address are believed, ms, by the time to live, s. */
    public static long lifetime(long ttl) {
        return Math.max(SHORTEST, Math.min(LONGEST, ttl * 1_000));
    }

    /** The hints with names beside them; of too many those that end first go. */
    public static Hints named(Hints hints, Map<IpAddress, Hints.Named> news, int most, long now) {
        boolean known = news.entrySet().stream().allMatch(e -> {
            Hints.Named before = hints.named().get(e.getKey());
            return before != null && before.names().equals(e.getValue().names())
                    && e.getValue().until() - before.until() < NEWS;
        });
        if (known) {
            return hints;
        }
        Map<IpAddress, Hints.Named> all = new LinkedHashMap<>(hints.named());
        all.putAll(news);
        ImmutableMap.Builder<IpAddress, Hints.Named> kept = ImmutableMap.builder();
        all.entrySet().stream().filter(e -> e.getValue().until() > now)
                .sorted(Comparator.<Map.Entry<IpAddress, Hints.Named>>comparingLong(e -> e.getValue().until())
                        .reversed().thenComparing(Map.Entry::getKey))
                .limit(most)
                .sorted(Comparator.<Map.Entry<IpAddress, Hints.Named>>comparingLong(e -> e.getValue().until())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> kept.put(e.getKey(), e.getValue()));
        return Hints.of(kept.build(), hints.sessions(), hints.told(), hints.requests());
    }

    /** The hints with announced sessions and told addresses beside them; of too many the oldest go. */
    public static Hints announced(Hints hints, List<Hints.Session> sessions, List<Hints.Told> told, long now) {
        return Hints.of(hints.named(),
                merged(hints.sessions(), sessions, Hints.Session::until, HintKeeping::same, now),
                merged(hints.told(), told, Hints.Told::until, HintKeeping::same, now), hints.requests());
    }

    /** What is left of the hints as time goes on. */
    public static Hints aged(Hints hints, long now) {
        if (hints.equals(Hints.NONE)) {
            return hints;
        }
        ImmutableMap.Builder<IpAddress, Hints.Named> named = ImmutableMap.builder();
        hints.named().forEach((address, names) -> {
            if (names.until() > now) {
                named.put(address, names);
            }
        });
        return Hints.of(named.build(),
                merged(hints.sessions(), List.of(), Hints.Session::until, HintKeeping::same, now),
                merged(hints.told(), List.of(), Hints.Told::until, HintKeeping::same, now),
                hints.requests().stream().filter(r -> r.until() > now).collect(ImmutableList.toImmutableList()));
    }

    private interface Same<T> {
        boolean test(T one, T other);
    }

    private static boolean same(Hints.Session one, Hints.Session other) {
        return one.equals(Hints.Session.of(other.protocol(), other.address(), other.firstPort(), other.lastPort(),
                other.applicationClass(), other.by(), one.until()));
    }

    private static boolean same(Hints.Told one, Hints.Told other) {
        return one.equals(Hints.Told.of(other.protocol(), other.address(), other.port(), one.until()));
    }

    private static <T> List<T> merged(List<T> before, List<T> news, ToLongFunction<T> until, Same<T> same, long now) {
        List<T> all = new ArrayList<>();
        before.stream().filter(b -> until.applyAsLong(b) > now && news.stream().noneMatch(n -> same.test(b, n)))
                .forEach(all::add);
        all.addAll(news);
        return all.subList(Math.max(0, all.size() - MAX_ANNOUNCED), all.size());
    }
}
