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

    private long now;
    private final PuntLimits limits = new PuntLimits(() -> now);

    private int allowed(ConnectPoint port, int packets) {
        int allowed = 0;
        for (int i = 0; i < packets; i++) {
            allowed += limits.allow(port) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aBurstPassesAndAFloodDoesNot() {
        assertEquals(PuntLimits.BURST, allowed(PORT, 3 * PuntLimits.BURST));
        assertEquals(5, allowed(OTHER, 5), "another port is not concerned");
    }

    @Test
    void theRateIsWhatPassesInTheLongRun() {
        allowed(PORT, 2 * PuntLimits.BURST);
        now += 500_000_000L;
        assertEquals(PuntLimits.RATE / 2, allowed(PORT, PuntLimits.RATE));
        now += 3_600_000_000_000L;
        assertEquals(PuntLimits.BURST, allowed(PORT, 2 * PuntLimits.BURST), "a quiet hour saves up one burst only");
    }
}
