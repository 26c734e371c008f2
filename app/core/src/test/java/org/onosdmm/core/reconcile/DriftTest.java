/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.reconcile;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The difference between what is believed and what is reported. */
class DriftTest {

    /** Rules of these priorities that put out packets at this port. */
    private static RuleSet rules(int port, int... priorities) {
        Map<RuleKey, TrafficTreatment> rules = new LinkedHashMap<>();
        for (int priority : priorities) {
            rules.put(RuleKey.of(DeviceId.deviceId("of:0000000000000001"), 1, priority,
                    DefaultTrafficSelector.builder().matchEthType((short) 0x800).build()),
                    DefaultTrafficTreatment.builder().setOutput(PortNumber.portNumber(port)).build());
        }
        return RuleSet.of(rules);
    }

    @Test
    void whatIsGoneOrChangedIsMissingAndWhatNobodyKnowsIsUnexpected() {
        Drift drift = Drift.between(rules(1, 10, 20, 30), rules(1, 10).plus(rules(2, 20)).plus(rules(1, 40)));
        assertEquals(rules(1, 20, 30), drift.missing());
        assertEquals(rules(1, 40), drift.unexpected());
    }

    @Test
    void nothingHasDriftedWhereBothAreTheSame() {
        assertTrue(Drift.between(rules(1, 10, 20), rules(1, 20, 10)).isNone());
    }

    @Test
    void onlyWhatBothLooksShowHasDrifted() {
        Drift first = Drift.between(rules(1, 10, 20), rules(1, 30, 40));
        Drift second = Drift.between(rules(1, 20, 50), rules(1, 40, 60));
        assertEquals(rules(1, 20), first.and(second).missing());
        assertEquals(rules(1, 40), first.and(second).unexpected());
    }

    @Test
    void whatIsOnItsWayHasNotDrifted() {
        Drift drift = Drift.between(rules(1, 10, 20), rules(1, 30, 40)).without(rules(9, 10, 30));
        assertEquals(rules(1, 20), drift.missing());
        assertEquals(rules(1, 40), drift.unexpected());
    }
}
