/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.host.HostEvent;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every rule for all nodes that shows packets to the controller has a reason, and no other rule has. */
class PuntTest {
    private final Emulation net = Emulation.of(Topology.everything());

    private static boolean shows(TrafficTreatment treatment) {
        return treatment.allInstructions().stream().anyMatch(i -> i.type() == Instruction.Type.OUTPUT
                && ((Instructions.OutputInstruction) i).port().equals(PortNumber.CONTROLLER));
    }

    @Test
    void rulesForEveryNode() {
        Set<Punt> found = EnumSet.noneOf(Punt.class);
        net.wires().live().devices().forEach(device -> net.fabric().desired(device).rules().forEach((key, act) -> {
            boolean named = Punt.of(key).isPresent() && shows(act);
            assertTrue(shows(act) == named, () -> key + " -> " + act);
            if (named) {
                found.add(Punt.of(key).get());
            }
        }));
        assertEquals(EnumSet.complementOf(EnumSet.of(Punt.CONTROL, Punt.ABSENT, Punt.BICAST)), found);
    }

    /** Copies of what goes to two places, and what is kept for a node that is away, are told from all else. */
    @Test
    void rulesOfANodeThatIsExpectedElsewhereOrAway() {
        Station node = net.station("mn", 1, "10.1.0.10");
        node.say(Outside.address(10), 5_004, 16_384, "a call");
        net.run(50);
        assertEquals(0, shown(node, Punt.BICAST) + shown(node, Punt.ABSENT));
        net.mobility().expect(node.id(), net.topology().access(2), Duration.ofSeconds(1));
        net.run(50);
        assertEquals(1, shown(node, Punt.BICAST));
        assertEquals(0, shown(node, Punt.ABSENT));
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(50);
        assertEquals(0, shown(node, Punt.BICAST));
        assertEquals(1, shown(node, Punt.ABSENT));
    }

    private long shown(Station node, Punt reason) {
        return net.mobility().desired(net.state(node)).rules().entrySet().stream()
                .filter(rule -> Punt.of(rule.getKey()).equals(Optional.of(reason)) && shows(rule.getValue())).count();
    }

    @Test
    void rulesOfOneNodeStandForNoReasonUnlessTheyShow() {
        Station node = net.station("mn", 1, "10.1.0.10");
        node.say(Outside.address(20), 3478, 3478, "hello");
        net.outside().say(Outside.address(50), 4_000, node.address(), 22, "knock");
        net.run(50);
        node.at(net.topology().access(2)).announce();
        net.run(50);
        RuleSet rules = net.mobility().desired(net.state(node));
        assertTrue(rules.size() > 10);
        rules.rules().forEach((key, act) -> assertTrue(!Punt.of(key).isPresent()
                || shows(act) || Punt.of(key).get() == Punt.CONTROL, key::toString));
    }
}
