/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.Test;
import org.onosproject.net.ConnectPoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A flood at one port is cut off there. */
class PuntLimitsTest {

    private static final ConnectPoint PORT = ConnectPoint.deviceConnectPoint("of:0000000000000001/3");
    private static final ConnectPoint OTHER = ConnectPoint.deviceConnectPoint("of:0000000000000001/4");

    private static final int RATE = 2_000;

    private long now;
    private final PuntLimits<ConnectPoint> limits = new PuntLimits<>(() -> now, RATE);

    private int allowed(ConnectPoint port, int packets) {
        int allowed = 0;
        for (int i = 0; i < packets; i++) {
            allowed += limits.allow(port) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aBurstPassesAndAFloodDoesNot() {
        assertEquals(RATE, allowed(PORT, 3 * RATE));
        assertEquals(5, allowed(OTHER, 5), "another port is not concerned");
    }

    @Test
    void theRateIsWhatPassesInTheLongRun() {
        allowed(PORT, 2 * RATE);
        now += 500_000_000L;
        assertEquals(RATE / 2, allowed(PORT, RATE));
        now += 3_600_000_000_000L;
        assertEquals(RATE, allowed(PORT, 2 * RATE), "a quiet hour saves up one burst only");
    }
}
