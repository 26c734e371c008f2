/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.core.metrics.Histogram;
import org.onosdmm.core.metrics.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what went wrong and what was refused. The first of each kind is logged as a warning, the rest at debug.
 */
public final class Counters {

    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final Delays delays = new Delays();
    private final Map<String, LongAdder> passed = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> shown = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> claims = new ConcurrentHashMap<>();
    private final Histogram compilations = new Histogram(Histogram.MICROSECONDS);

    /** How long packets have waited. */
    public Delays delays() {
        return delays;
    }

    /** How long compilations of nodes' rules have taken. */
    public Histogram compilations() {
        return compilations;
    }

    /** Counts a packet that a switch has shown to the controller. */
    public void shown(String reason) {
        shown.computeIfAbsent(reason, n -> new LongAdder()).increment();
    }

    /** The packets that switches have shown to the controller, by the reason. */
    public ImmutableSortedMap<String, Long> packetIns() {
        return sums(shown);
    }

    /** Counts a packet that went the way of the controller, as it should. */
    public void passed(String what) {
        passed.computeIfAbsent(what, n -> new LongAdder()).increment();
    }

    /** The packets that went the way of the controller, by the reason. */
    public ImmutableSortedMap<String, Long> packets() {
        return sums(passed);
    }

    /** Counts what becomes of a claim that a node has moved. */
    public void claim(String what) {
        claims.computeIfAbsent(what, n -> new LongAdder()).increment();
    }

    /** The questions that claimed moves have led to, and the claims that were belied. */
    public ImmutableSortedMap<String, Long> claims() {
        return sums(claims);
    }

    /** Counts a failure of something that is tried again. */
    public void failed(String what, Throwable cause) {
        count(Troubles.FAILED + what, String.valueOf(cause.getMessage()));
    }

    /** Counts something that was refused because a limit was reached. */
    public void refused(String what) {
        refused(what, "limit reached");
    }

    /** Counts something that was refused, with the reason. */
    public void refused(String what, String why) {
        count(Troubles.REFUSED + what, why);
    }

    /** Counts rules that were not as they should be and were put right. */
    public void repaired(Object where, int rules) {
        LOG.info("{} rules at {} had drifted and are put right", rules, where);
        counters.computeIfAbsent(Troubles.REPAIRED + where, n -> new LongAdder()).add(rules);
    }

    /** The counts by name. */
    public ImmutableSortedMap<String, Long> counts() {
        return sums(counters);
    }

    private static ImmutableSortedMap<String, Long> sums(Map<String, LongAdder> adders) {
        ImmutableSortedMap.Builder<String, Long> sums = ImmutableSortedMap.naturalOrder();
        adders.forEach((name, count) -> sums.put(name, count.sum()));
        return sums.build();
    }

    private void count(String name, String why) {
        LongAdder counter = counters.computeIfAbsent(name, n -> {
            LOG.warn("{}: {}; further ones are counted", n, why);
            return new LongAdder();
        });
        counter.increment();
        LOG.debug("{}: {}", name, why);
    }
}
