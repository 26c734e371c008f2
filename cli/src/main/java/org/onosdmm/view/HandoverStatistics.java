/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the handovers of a span of time went. Times are us, from the sign of the move until all steers to the new place.
 */
@AutoValue
public abstract class HandoverStatistics {

    private static final double HALF = 0.5;
    private static final double ALMOST_ALL = 0.99;

    /** How many there were. */
    public abstract int count();

    /** How many of them have reached the new place. */
    public abstract int switched();

    /** How many were rolled back: the node was still at the old place. */
    public abstract int rolledBack();

    /** How many are stuck: the switches refused or did not answer. */
    public abstract int failed();

    /** What half of those that have reached the new place did not exceed. */
    public abstract Optional<Long> median();

    /** What 99 of 100 did not exceed. */
    public abstract Optional<Long> p99();

    /** The longest. */
    public abstract Optional<Long> most();

    /** The statistics of those that were detected since a time, us since the epoch. */
    static HandoverStatistics since(Iterable<Handover> handovers, long time) {
        Stream.Builder<Handover> recent = Stream.builder();
        handovers.forEach(handover -> {
            if (handover.detectedAt() >= time) {
                recent.add(handover);
            }
        });
        Handover[] all = recent.build().toArray(Handover[]::new);
        long[] times = Stream.of(all).filter(h -> h.switchedAt().isPresent())
                .mapToLong(h -> h.switchedAt().get() - h.detectedAt()).sorted().toArray();
        return new AutoValue_HandoverStatistics(all.length, times.length, count(all, HandoverPhase.ROLLED_BACK),
                count(all, HandoverPhase.FAILED), quantile(times, HALF), quantile(times, ALMOST_ALL),
                quantile(times, 1));
    }

    private static int count(Handover[] handovers, HandoverPhase phase) {
        return (int) Stream.of(handovers).filter(handover -> handover.phase() == phase).count();
    }

    /** By nearest rank. */
    private static Optional<Long> quantile(long[] sorted, double share) {
        return sorted.length == 0 ? Optional.empty()
                : Optional.of(sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)]);
    }
}
