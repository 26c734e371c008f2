/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import org.onosdmm.api.Delay;
import org.onosdmm.core.metrics.Histogram;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long packets have waited in the controller, by what they waited for.
 */
public final class Delays {

    private static final int KEPT = 10_000;

    private static final class Samples {

        private final long[] last = new long[KEPT];
        private final Histogram all = new Histogram(Histogram.MILLISECONDS);
        private long count;

        private synchronized void add(long micros) {
            last[(int) (count++ % KEPT)] = micros;
            all.observe(micros);
        }

        private synchronized Delay delay() {
            long[] sorted = Arrays.copyOf(last, (int) Math.min(count, KEPT));
            Arrays.sort(sorted);
            return Delay.of(count, quantile(sorted, 50), quantile(sorted, 99), sorted[sorted.length - 1]);
        }

        private static long quantile(long[] sorted, int percent) {
            return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
        }
    }

    private final Map<String, Samples> samples = new ConcurrentHashMap<>();

    /** A packet has waited for so long, us. */
    void waited(String what, long micros) {
        samples.computeIfAbsent(what, w -> new Samples()).add(micros);
    }

    /** All that was waited since the start, by what packets waited for. */
    public ImmutableSortedMap<String, Histogram> histograms() {
        return ImmutableSortedMap.copyOf(Maps.transformValues(samples, some -> some.all));
    }

    /** The delays, by what packets waited for. */
    public ImmutableSortedMap<String, Delay> all() {
        ImmutableSortedMap.Builder<String, Delay> all = ImmutableSortedMap.naturalOrder();
        samples.forEach((what, some) -> all.put(what, some.delay()));
        return all.build();
    }
}
