/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.onosdmm.core.model.Anchor;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.device.PortStatistics;

import java.util.concurrent.TimeUnit;

/**
 * Tells by ONOS's port counters what an uplink carries.
 */
final class UplinkRates {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private UplinkRates() {
    }

    /** Bits a second in and out, between the last two readings; 0 where there are none. */
    static long of(Anchor anchor, DeviceService devices) {
        return anchor.uplink().map(u -> devices.getDeltaStatisticsForPort(anchor.device(), u.port()))
                .map(UplinkRates::rate).orElse(0L);
    }

    private static long rate(PortStatistics delta) {
        long nanos = delta.durationSec() * SECOND + delta.durationNano();
        double bits = 8.0 * (delta.bytesReceived() + delta.bytesSent());
        return nanos <= 0 ? 0 : (long) (bits * SECOND / nanos);
    }
}
