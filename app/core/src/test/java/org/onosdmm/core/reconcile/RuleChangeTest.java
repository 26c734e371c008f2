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

import java.util.Map;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The difference between what is and what should be. */
class RuleChangeTest {
    private static final DeviceId S1 = DeviceId.deviceId("of:0000000000000001");
    private static final DeviceId S2 = DeviceId.deviceId("of:0000000000000002");

    private static RuleKey key(DeviceId device, int priority) {
        return RuleKey.of(device, 1, priority, DefaultTrafficSelector.builder().matchEthType((short) 0x800).build());
    }

    private static TrafficTreatment out(int port) {
        return DefaultTrafficTreatment.builder().setOutput(PortNumber.portNumber(port)).build();
    }

    @Test
    void whatIsMissingIsAddedAndWhatIsTooMuchRemoved() {
        RuleSet actual = RuleSet.of(Map.of(key(S1, 1), out(1), key(S1, 2), out(1)));
        RuleSet desired = RuleSet.of(Map.of(key(S1, 2), out(1), key(S2, 3), out(1)));
        RuleChange change = RuleChange.between(actual, desired);
        assertEquals(RuleSet.of(Map.of(key(S2, 3), out(1))), change.added());
        assertEquals(RuleSet.of(Map.of(key(S1, 1), out(1))), change.removed());
        assertEquals(2, change.flowMods());
        assertEquals(Set.of(S1, S2), change.devices());
    }

    @Test
    void anotherTreatmentIsAnAdditionAndNoRemoval() {
        RuleSet actual = RuleSet.of(Map.of(key(S1, 1), out(1)));
        RuleSet desired = RuleSet.of(Map.of(key(S1, 1), out(2)));
        RuleChange change = RuleChange.between(actual, desired);
        assertEquals(desired, change.added());
        assertTrue(change.removed().isEmpty());
        assertFalse(change.isEmpty());
    }

    @Test
    void nothingBetweenEquals() {
        RuleSet rules = RuleSet.of(Map.of(key(S1, 1), out(1), key(S2, 1), out(2)));
        assertTrue(RuleChange.between(rules, rules).isEmpty());
        assertTrue(RuleChange.between(RuleSet.EMPTY, RuleSet.EMPTY).isEmpty());
        assertEquals(0, RuleChange.between(rules, rules).flowMods());
    }

    @Test
    void appliedToWhatIsItGivesWhatShouldBe() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            RuleSet actual = random(random);
            RuleSet desired = random(random);
            RuleChange change = RuleChange.between(actual, desired);
            assertEquals(desired, actual.plus(change.added()).minusKeys(change.removed()));
            RuleChange back = RuleChange.between(desired, actual);
            assertEquals(actual, desired.plus(back.added()).minusKeys(back.removed()));
        }
    }

    private static RuleSet random(Random random) {
        RuleSet.Collector rules = new RuleSet.Collector();
        for (int priority = 1; priority < 8; priority++) {
            if (random.nextBoolean()) {
                rules.add(key(random.nextBoolean() ? S1 : S2, priority), out(random.nextInt(3)));
            }
        }
        return rules.toRuleSet();
    }
}
