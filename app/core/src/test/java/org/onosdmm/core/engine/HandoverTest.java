/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A handover from end to end, with a call going on. */
class HandoverTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final int CALL = 16384;
    private static final long MILLISECOND = 1_000;

    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
    }

    @Test
    void aCallGoesOnWithItsAddressAndLosesWhatPhysicsCostsAndNoMore() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(MILLISECOND);
        net.run(200);
        String before = call.outsideAddresses().get(0);
        assertTrue(before.endsWith("by edge 1"), before);

        node.leave();
        long detached = net.clock().micros();
        net.run(5);
        long attached = net.clock().micros();
        node.at(net.topology().access(2)).announce();
        net.settle();
        call.stop();
        net.run(100);

        assertEquals(List.of(before), call.outsideAddresses());
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.up().duplicated());
        assertEquals(List.of(), call.down().duplicated());
        long switched = net.handovers(node).get(0).switchedAt().get();
        assertTrue(call.down().lost().size() > 0, "without a gap this test would say nothing");
        assertTrue(call.down().lost().size() <= (switched - detached) / MILLISECOND + 1, call::toString);
        assertEquals(List.of(), call.down().lostBetween(0, detached - MILLISECOND));
        assertEquals(List.of(), call.down().lostBetween(switched, Long.MAX_VALUE));
        assertTrue(switched - attached < 5 * MILLISECOND, "it took " + (switched - attached) + " us");
        assertEquals(HandoverPhase.CLEANED, net.handovers(node).get(0).phase());
        assertEquals(Trigger.ARP, net.handovers(node).get(0).to().trigger());
        net.assertExact();
    }
}
