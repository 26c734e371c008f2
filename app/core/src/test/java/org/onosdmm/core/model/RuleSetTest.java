/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sets of rules. */
class RuleSetTest {
    private static final DeviceId S1 = DeviceId.deviceId("of:0000000000000001");
    private static final DeviceId S2 = DeviceId.deviceId("of:0000000000000002");

    private static TrafficSelector type(int type) {
        return DefaultTrafficSelector.builder().matchEthType((short) type).build();
    }

    private static RuleKey key(DeviceId device, int table, int priority, int type) {
        return RuleKey.of(device, table, priority, type(type));
    }

    private static TrafficTreatment out(int port) {
        return DefaultTrafficTreatment.builder().setOutput(PortNumber.portNumber(port)).build();
    }

    private static RuleSet set(Object... keysAndPorts) {
        RuleSet.Collector rules = new RuleSet.Collector();
        for (int i = 0; i < keysAndPorts.length; i += 2) {
            rules.add((RuleKey) keysAndPorts[i], out((Integer) keysAndPorts[i + 1]));
        }
        return rules.toRuleSet();
    }

    @Test
    void aKeyIsSwitchTablePriorityAndSelector() {
        RuleKey key = key(S1, 1, 10, 0x800);
        assertEquals(key, key(S1, 1, 10, 0x800));
        assertEquals(key.hashCode(), key(S1, 1, 10, 0x800).hashCode());
        for (RuleKey other : List.of(key(S2, 1, 10, 0x800), key(S1, 2, 10, 0x800), key(S1, 1, 11, 0x800),
                key(S1, 1, 10, 0x806))) {
            assertNotEquals(key, other);
            assertNotEquals(0, key.compareTo(other));
        }
    }

    @Test
    void keysComeInTheOrderInWhichTablesAreRead() {
        List<RuleKey> order = List.of(key(S1, 0, 20, 0x800), key(S1, 0, 10, 0x806), key(S1, 0, 10, 0x800),
                key(S1, 1, 99, 0x800), key(S2, 0, 5, 0x800));
        List<RuleKey> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(3));
        Collections.sort(shuffled);
        assertEquals(order, shuffled);
    }

    @Test
    void theSameRulesInAnotherOrderAreTheSameSet() {
        RuleSet one = set(key(S1, 0, 1, 1), 1, key(S2, 0, 1, 1), 2);
        RuleSet other = set(key(S2, 0, 1, 1), 2, key(S1, 0, 1, 1), 1);
        assertEquals(one, other);
        assertEquals(one.dump(), other.dump());
        assertNotEquals(one, set(key(S1, 0, 1, 1), 1, key(S2, 0, 1, 1), 3));
    }

    @Test
    void minusKnowsTreatmentsAndMinusKeysDoesNot() {
        RuleSet one = set(key(S1, 0, 1, 1), 1, key(S1, 0, 2, 1), 1);
        RuleSet other = set(key(S1, 0, 1, 1), 2);
        assertEquals(one, one.minus(other));
        assertEquals(set(key(S1, 0, 2, 1), 1), one.minusKeys(other));
        assertTrue(one.minus(one).isEmpty());
    }

    @Test
    void inASumTheSecondSetHolds() {
        RuleSet sum = set(key(S1, 0, 1, 1), 1, key(S1, 0, 2, 1), 1).plus(set(key(S1, 0, 1, 1), 9));
        assertEquals(out(9), sum.rules().get(key(S1, 0, 1, 1)));
        assertEquals(2, sum.size());
    }

    @Test
    void partsByDevice() {
        RuleSet all = set(key(S1, 0, 1, 1), 1, key(S2, 0, 1, 1), 2);
        assertEquals(Set.of(S1, S2), all.devices());
        assertEquals(set(key(S2, 0, 1, 1), 2), all.at(S2));
        assertTrue(RuleSet.EMPTY.devices().isEmpty());
    }

    @Test
    void aRuleThatShouldDoTwoThingsIsAMistake() {
        RuleSet.Collector rules = new RuleSet.Collector();
        rules.add(key(S1, 0, 1, 1), out(1));
        rules.add(key(S1, 0, 1, 1), out(1));
        assertThrows(IllegalStateException.class, () -> rules.add(key(S1, 0, 1, 1), out(2)));
        assertEquals(Map.of(key(S1, 0, 1, 1), out(1)), set(key(S1, 0, 1, 1), 1).rules());
    }
}
