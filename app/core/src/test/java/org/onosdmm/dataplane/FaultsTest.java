/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.rule;

/** What goes wrong when a test wants it to. */
class FaultsTest {
    private final DataPlane net = oneSwitch(3);
    private final FlowRule punt = rule(S1, 0, 10, match(), act().punt());
    private final FlowRule forward = rule(S1, 0, 20, match().matchEthDst(MAC_B), out(2));
    private final Frame packet = Packets.udp().eth(MAC_A, MAC_B).build();
    private final Frame stray = Packets.udp().eth(MAC_B, MAC_A).build();

    private FlowModException.Kind refused(FlowRule rule) {
        return assertThrows(FlowModException.class, () -> net.add(rule)).kind();
    }

    @Test
    void aSwitchWithoutAControlChannelForwardsAsBefore() {
        net.add(punt, forward);
        net.faults().disconnect(S1);

        assertEquals(FlowModException.Kind.DISCONNECTED, refused(rule(S1, 0, 1, match(), out(3))));
        assertEquals(at(S1, 2), net.inject(at(S1, 1), packet).delivery().at());
        assertEquals(Drop.Reason.NO_CONTROLLER, net.inject(at(S1, 1), stray).drop().reason());

        net.faults().reconnect(S1);
        assertEquals(at(S1, 1), net.inject(at(S1, 1), stray).punt().at());
    }

    @Test
    void aSwitchThatWasOffHasForgottenEverything() {
        net.add(punt, forward);
        net.faults().powerOff(S1);
        assertEquals(Drop.Reason.DEVICE_DOWN, net.inject(at(S1, 1), packet).drop().reason());
        assertEquals(FlowModException.Kind.DISCONNECTED, refused(forward));

        net.faults().powerOn(S1);
        assertTrue(net.rules().isEmpty());
        assertEquals(Drop.Reason.TABLE_MISS, net.inject(at(S1, 1), packet).drop().reason());
    }

    @Test
    void chosenFlowModsAreRejected() {
        net.faults().rejectIf(mod -> mod.rule().priority() == 20);

        net.add(punt);
        assertEquals(FlowModException.Kind.REJECTED, refused(forward));
        assertEquals(FlowModException.Kind.REJECTED, net.log().entries().get(1).error().get());

        net.faults().rejectNothing();
        net.add(forward);
    }

    @Test
    void aFullTableTakesChangesButNoNewRules() {
        net.faults().limitTable(S1, 0, 1);
        net.add(forward);

        assertEquals(FlowModException.Kind.TABLE_FULL, refused(punt));
        net.add(rule(S1, 0, 20, match().matchEthDst(MAC_B), out(3)));
        net.add(rule(S1, 1, 1, match(), out(3)));
        net.remove(forward);
        net.add(punt);
        assertEquals(2, net.rules().size());
    }

    @Test
    void aRefusedFlowModChangesNothing() {
        net.add(forward);
        String before = net.hash();

        refused(rule(S1, 0, 20, match().matchEthDst(MAC_B), act().setOutput(PortNumber.NORMAL)));

        assertEquals(before, net.hash());
    }

    /** A barrier reply says that a flow-mod was taken, not that packets see it. */
    @Test
    void rulesCanBeTakenBeforeTheyAreInForce() {
        net.add(forward);
        net.faults().holdCommits(S1);
        net.add(rule(S1, 0, 20, match().matchEthDst(MAC_B), out(3)), punt);

        assertEquals(2, net.rules().size());
        assertEquals(at(S1, 2), net.inject(at(S1, 1), packet).delivery().at());
        assertEquals(Drop.Reason.TABLE_MISS, net.inject(at(S1, 1), stray).drop().reason());

        net.faults().releaseCommits(S1);
        assertEquals(at(S1, 3), net.inject(at(S1, 1), packet).delivery().at());
        assertEquals(2, net.counters(forward).get().packets());
    }
}
