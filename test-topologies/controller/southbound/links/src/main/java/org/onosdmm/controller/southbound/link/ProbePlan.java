/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import com.google.common.collect.ImmutableList;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Says when to probe which port: at once, often for the first seconds, then at a steady pace.
 *
 * <p>The first probes of a switch often come too early: the switch at the far end does not know yet that it should
 * hand them up.
 */
final class ProbePlan {

    private static final long EAGER_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long EAGER_PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long STEADY_PERIOD_NANOS = TimeUnit.SECONDS.toNanos(3); // as in a stock ONOS

    private static final class Pace {
        private final long start;
        private long next;

        private Pace(long now) {
            this.start = now;
            this.next = now;
        }

        private void sent(long now) {
            next = now + (now - start < EAGER_NANOS ? EAGER_PERIOD_NANOS : STEADY_PERIOD_NANOS);
        }
    }

    private final Map<ConnectPoint, Pace> ports = new HashMap<>();

    /** A port is up. One that was up before keeps its pace. */
    synchronized void start(ConnectPoint port, long now) {
        ports.computeIfAbsent(port, key -> new Pace(now));
    }

    /** There is reason to think that a port has a new neighbour: starts again as if it had just come up. */
    synchronized void restart(ConnectPoint port, long now) {
        ports.computeIfPresent(port, (key, old) -> new Pace(now));
    }

    /** A port is down. */
    synchronized void stop(ConnectPoint port) {
        ports.remove(port);
    }

    /** A switch is gone. */
    synchronized void stop(DeviceId device) {
        ports.keySet().removeIf(port -> port.deviceId().equals(device));
    }

    /** The ports to probe now; they count as probed. */
    synchronized List<ConnectPoint> due(long now) {
        ImmutableList.Builder<ConnectPoint> due = ImmutableList.builder();
        ports.forEach((port, pace) -> {
            if (pace.next - now <= 0) {
                pace.sent(now);
                due.add(port);
            }
        });
        return due.build();
    }
}
