/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosproject.net.ConnectPoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many packets of one port are looked at. A flow needs a handful until its rules are there; what comes on top of
 * this is a flood, and must not keep the controller from other ports. A token bucket a port, full at the start.
 */
public final class PuntLimits {

    /** Packets a second and port. */
    static final int RATE = 2_000;
    /** Packets that may come at once. */
    static final int BURST = 2_000;

    private static final long NANOS = 1_000_000_000L;

    private static final class Bucket {

        private double tokens = BURST;
        private long filled;

        private Bucket(long now) {
            filled = now;
        }

        private synchronized boolean take(long now) {
            tokens = Math.min(BURST, tokens + (double) (now - filled) * RATE / NANOS);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private final LongSupplier nanos;
    private final Map<ConnectPoint, Bucket> buckets = new ConcurrentHashMap<>();

    /** Limits by a clock that counts nanoseconds. */
    public PuntLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a packet of this port is still within the limit. */
    public boolean allow(ConnectPoint port) {
        long now = nanos.getAsLong();
        return buckets.computeIfAbsent(port, p -> new Bucket(now)).take(now);
    }
}
