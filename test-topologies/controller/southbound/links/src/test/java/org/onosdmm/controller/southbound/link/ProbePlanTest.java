/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import org.junit.jupiter.api.Test;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProbePlanTest {

    private static final ConnectPoint ONE = new ConnectPoint(
            DeviceId.deviceId("of:0000000000000001"), PortNumber.portNumber(1));
    private static final ConnectPoint TWO = new ConnectPoint(
            DeviceId.deviceId("of:0000000000000002"), PortNumber.portNumber(1));

    private final ProbePlan plan = new ProbePlan();

    private static long millis(long millis) {
        return Long.MAX_VALUE - 1000 + TimeUnit.MILLISECONDS.toNanos(millis); // the clock may wrap
    }

    private int probesBetween(long from, long to) {
        int probes = 0;
        for (long t = from; t < to; t += 50) {
            probes += plan.due(millis(t)).size();
        }
        return probes;
    }

    @Test
    void aPortIsProbedAtOnce() {
        plan.start(ONE, millis(0));
        assertEquals(List.of(ONE), plan.due(millis(0)));
        assertEquals(List.of(), plan.due(millis(0)));
    }

    @Test
    void oftenAtFirstThenSteadily() {
        plan.start(ONE, millis(0));
        assertEquals(20, probesBetween(0, 5000));
        assertEquals(4, probesBetween(5000, 16_000));
    }

    @Test
    void aPortThatIsUpAlreadyKeepsItsPace() {
        plan.start(ONE, millis(0));
        probesBetween(0, 10_000);
        plan.start(ONE, millis(10_000));
        assertTrue(probesBetween(10_000, 13_000) <= 1);
    }

    @Test
    void aNewNeighbourStartsItAfresh() {
        plan.start(ONE, millis(0));
        probesBetween(0, 10_000);
        plan.restart(ONE, millis(10_000));
        assertEquals(4, probesBetween(10_000, 11_000));
    }

    @Test
    void aPortThatIsDownIsNotRestarted() {
        plan.restart(ONE, millis(0));
        assertEquals(List.of(), plan.due(millis(0)));
    }

    @Test
    void portsAndSwitchesStop() {
        plan.start(ONE, millis(0));
        plan.start(TWO, millis(0));
        plan.stop(ONE);
        assertEquals(List.of(TWO), plan.due(millis(0)));
        plan.start(ONE, millis(1));
        plan.stop(TWO.deviceId());
        assertEquals(Set.of(ONE), Set.copyOf(plan.due(millis(1000))));
    }
}
