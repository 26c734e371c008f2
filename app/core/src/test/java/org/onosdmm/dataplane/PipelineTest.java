/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.prefix;
import static org.onosdmm.dataplane.Samples.rule;

/** Tables, instructions, priorities (OpenFlow 1.3.5 sections 5.1 to 5.10). */
class PipelineTest {
    private final DataPlane net = oneSwitch(4);
    private final Frame packet = Packets.udp().ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build();

    private Trace inject() {
        return net.inject(at(S1, 1), packet);
    }

    @Test
    void dropsWhatNoRuleMatches() {
        assertEquals(Drop.Reason.TABLE_MISS, inject().drop().reason());
    }

    @Test
    void goesFromTableToTableAndAppliesActionsAtOnce() {
        FlowRule first = rule(S1, 0, 10, match().matchInPort(port(1)), act().setEthDst(MAC_B).transition(2));
        FlowRule second = rule(S1, 2, 10, match().matchEthDst(MAC_B), out(3));
        net.add(first, second);

        Trace trace = inject();

        assertEquals(at(S1, 3), trace.delivery().at());
        assertEquals(MAC_B, trace.delivery().frame().ethDst());
        assertEquals(List.of(first, second), trace.rules());
    }

    @Test
    void dropsAtAMissInALaterTable() {
        net.add(rule(S1, 0, 10, match(), act().transition(1)));

        assertEquals("table 1", inject().drop().detail());
    }

    /** The specification drops such a packet, Open vSwitch does as the action set says. */
    @Test
    void failsAtAMissInALaterTableWithAnActionSet() {
        net.add(rule(S1, 0, 10, match(), act().deferred().setOutput(port(2)).transition(1)));
        assertThrows(AmbiguityError.class, this::inject);

        net.add(rule(S1, 1, 0, match(), act().wipeDeferred()));
        assertEquals(Drop.Reason.NO_OUTPUT, inject().drop().reason());
    }

    @Test
    void executesTheActionSetAtTheEndInItsOwnOrder() {
        net.add(rule(S1, 0, 10, match(), act().deferred().setOutput(port(2)).setEthSrc(MAC_A).transition(1)),
                rule(S1, 1, 10, match(), act().deferred().setOutput(port(3)).setEthDst(MAC_B)));

        Delivery delivery = inject().delivery();

        assertEquals(at(S1, 3), delivery.at(), "the output written last");
        assertEquals(MAC_A, delivery.frame().ethSrc());
        assertEquals(MAC_B, delivery.frame().ethDst());
    }

    @Test
    void clearsTheActionSet() {
        net.add(rule(S1, 0, 10, match(), act().deferred().setOutput(port(2)).transition(1)),
                rule(S1, 1, 10, match(), act().wipeDeferred()));

        assertEquals(Drop.Reason.NO_OUTPUT, inject().drop().reason());
    }

    @Test
    void writesMetadataUnderItsMaskAndMatchesIt() {
        net.add(rule(S1, 0, 10, match(), act().writeMetadata(0x12, 0xff).transition(1)),
                rule(S1, 1, 10, match(), act().writeMetadata(0xf40, 0xff0).transition(2)),
                rule(S1, 2, 10, match().matchMetadata(0xf42), out(2)));

        assertEquals(at(S1, 2), inject().delivery().at());
    }

    @Test
    void takesTheHighestPriorityWhateverTheOrderOfArrival() {
        FlowRule low = rule(S1, 0, 10, match(), out(2));
        FlowRule middle = rule(S1, 0, 20, ipv4().matchIPDst(prefix("10.0.1.0/24")), out(3));
        FlowRule high = rule(S1, 0, 30, ipv4().matchIPDst(prefix("10.0.1.1/32")), out(4));
        for (List<FlowRule> order : List.of(List.of(low, middle, high), List.of(high, middle, low))) {
            DataPlane other = oneSwitch(4);
            order.forEach(other::add);
            assertEquals(at(S1, 4), other.inject(at(S1, 1), packet).delivery().at());
            other.remove(high);
            assertEquals(at(S1, 3), other.inject(at(S1, 1), packet).delivery().at());
            other.remove(middle);
            assertEquals(at(S1, 2), other.inject(at(S1, 1), packet).delivery().at());
        }
    }

    @Test
    void failsWhereTwoRulesOfOnePriorityMatch() {
        net.add(rule(S1, 0, 10, match().matchInPort(port(1)), out(2)),
                rule(S1, 0, 10, ipv4().matchIPDst(prefix("10.0.1.0/24")), out(2)));

        AmbiguityError error = assertThrows(AmbiguityError.class, this::inject);

        assertTrue(error.getMessage().contains("IN_PORT:1") && error.getMessage().contains("10.0.1.0/24"),
                error.getMessage());
    }

    @Test
    void toleratesRulesOfOnePriorityBelowTheOneThatMatches() {
        net.add(rule(S1, 0, 10, match().matchInPort(port(1)), out(2)),
                rule(S1, 0, 10, ipv4().matchIPDst(prefix("10.0.1.0/24")), out(2)),
                rule(S1, 0, 11, match(), out(3)));

        assertEquals(at(S1, 3), inject().delivery().at());
    }

    @Test
    void dropsByRule() {
        net.add(rule(S1, 0, 10, match(), act().drop()));

        assertEquals(Drop.Reason.NO_OUTPUT, inject().drop().reason());
    }

    @Test
    void replicatesByTwoOutputsInOneList() {
        net.add(rule(S1, 0, 10, match(), out(2).setEthDst(MAC_B).setOutput(port(3))));

        Trace trace = inject();

        assertEquals(2, trace.deliveries().size());
        assertEquals(packet, trace.deliveries().get(0).frame(), "as it was at the first output");
        assertEquals(MAC_B, trace.deliveries().get(1).frame().ethDst());
        assertTrue(trace.duplicates().isEmpty());
    }

    @Test
    void sendsToTheControllerWithTheInPortAndAllChangesSoFar() {
        FlowRule punt = rule(S1, 0, 10, match(), act().setEthDst(MAC_B).punt());
        net.add(punt);

        Punt sent = inject().punt();

        assertEquals(at(S1, 1), sent.at());
        assertEquals(MAC_B, sent.frame().ethDst());
        assertSame(punt, sent.rule().get());
    }

    @Test
    void floodsToAllPortsButTheInPort() {
        net.add(rule(S1, 0, 10, match(), act().setOutput(PortNumber.FLOOD)));

        Trace trace = inject();

        assertEquals(3, trace.deliveries().size());
        assertFalse(trace.isDeliveredAt(at(S1, 1)));
    }

    @Test
    void dropsWhatWouldLeaveByTheInPortUnlessTheActionSaysSo() {
        net.add(rule(S1, 0, 10, match(), out(1)));
        assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, inject().drop().reason());

        net.add(rule(S1, 0, 10, match(), act().setOutput(PortNumber.IN_PORT)));
        assertEquals(at(S1, 1), inject().delivery().at());
    }

    @Test
    void countsPacketsAndBytes() {
        FlowRule rule = rule(S1, 0, 10, match(), out(2));
        net.add(rule);
        inject();
        inject();

        assertEquals(2, net.counters(rule).get().packets());
        assertEquals(2 * packet.length(), net.counters(rule).get().bytes());
        assertEquals(2, net.received(at(S1, 1)).packets());
        assertEquals(2 * packet.length(), net.sent(at(S1, 2)).bytes());
        assertEquals(0, net.sent(at(S1, 1)).packets());
    }

    @Test
    void dropsWhereThePortIsDownOrDoesNotExist() {
        net.add(rule(S1, 0, 10, match(), out(2).setOutput(port(99))));
        net.setPort(at(S1, 2), false);

        Trace trace = inject();

        assertTrue(trace.isDropped(Drop.Reason.PORT_DOWN));
        assertTrue(trace.isDropped(Drop.Reason.NO_SUCH_PORT));
    }
}
