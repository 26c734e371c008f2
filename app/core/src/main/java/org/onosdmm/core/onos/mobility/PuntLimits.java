/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many packets of one source are looked at. What comes on top of this is a flood, and must not keep the controller
 * from other sources. A token bucket a source, which a second fills, full at the start.
 *
 * @param <K> what packets are told apart by
 */
public final class PuntLimits<K> {

    private static final long NANOS = 1_000_000_000L;

    private final class Bucket {

        private double tokens = rate;
        private long filled;

        private Bucket(long now) {
            filled = now;
        }

        private synchronized boolean take(long now) {
            tokens = Math.min(rate, tokens + (double) (now - filled) * rate / NANOS);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private final LongSupplier nanos;
    private final int rate;
    private final Map<K, Bucket> buckets = new ConcurrentHashMap<>();

    /** Limits by a clock that counts nanoseconds, to so many packets a second and source; as many may come at once. */
    public PuntLimits(LongSupplier nanos, int rate) {
        this.nanos = nanos;
        this.rate = rate;
    }

    /** Whether a packet of this source is still within the limit. */
    public boolean allow(K source) {
        long now = nanos.getAsLong();
        return buckets.computeIfAbsent(source, s -> new Bucket(now)).take(now);
    }
}
