/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.metrics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.Metric;

import java.math.BigDecimal;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something took, as numbers of observations up to each bound. Safe on any thread.
 */
public final class Histogram {

    /** Bounds for phases of handovers and waiting packets, us: 1 ms to 1 s, and what a break takes. */
    public static final ImmutableList<Long> MILLISECONDS = ImmutableList.of(1_000L, 2_000L, 5_000L, 10_000L, 20_000L,
            50_000L, 100_000L, 200_000L, 500_000L, 1_000_000L, 5_000_000L, 10_000_000L, 30_000_000L);
    /** Bounds for calculations, us: 100 us to 100 ms. */
    public static final ImmutableList<Long> MICROSECONDS = ImmutableList.of(100L, 200L, 500L, 1_000L, 2_000L, 5_000L,
            10_000L, 20_000L, 50_000L, 100_000L);

    private static final int MICROS = 6;

    private final ImmutableList<Long> bounds;
    /** Observations between two bounds; the last ones are above all of them. */
    private final LongAdder[] between;
    private final LongAdder sum = new LongAdder();

    /** Nothing is observed yet. */
    public Histogram(ImmutableList<Long> bounds) {
        this.bounds = bounds;
        this.between = new LongAdder[bounds.size() + 1];
        for (int i = 0; i < between.length; i++) {
            between[i] = new LongAdder();
        }
    }

    /** It has taken so long, us; what clocks that were set back make negative counts as nothing. */
    public void observe(long micros) {
        long taken = Math.max(0, micros);
        int i = 0;
        while (i < bounds.size() && taken > bounds.get(i)) {
            i++;
        }
        between[i].increment();
        sum.add(taken);
    }

    /** What was observed, in seconds. */
    public ImmutableList<Metric.Sample> samples(ImmutableMap<String, String> labels) {
        ImmutableList.Builder<Metric.Sample> samples = ImmutableList.builder();
        long count = 0;
        for (int i = 0; i < between.length; i++) {
            count += between[i].sum();
            String bound = i == bounds.size() ? "+Inf" : BigDecimal.valueOf(bounds.get(i), MICROS)
                    .stripTrailingZeros().toPlainString();
            samples.add(Metric.Sample.of("_bucket", ImmutableMap.<String, String>builder().putAll(labels)
                    .put("le", bound).build(), count));
        }
        return samples.add(Metric.Sample.of("_sum", labels, sum.sum() / 1e6))
                .add(Metric.Sample.of("_count", labels, count)).build();
    }
}
