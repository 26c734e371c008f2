/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.host.HostEvent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The access network says beforehand where a node is going to be. */
class PredictionTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress CONF = Outside.address(20);
    private static final int CALL = 16384;
    private static final int MEETING = 3478;
    private static final long MILLISECOND = 1_000;
    private static final Duration WINDOW = Duration.ofMillis(500);

    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
    }

    private void expect(ConnectPoint place) {
        net.mobility().expect(node.id(), place, WINDOW);
    }

    private void attached(ConnectPoint place) {
        net.mobility().seen(Evidence.of(node.id(), node.addresses(), place, Trigger.NOTICE, net.clock().millis()),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void anAnnouncedMoveWithoutAGapLosesNothing(int edge) {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(MILLISECOND);
        Conversation meeting = net.converse(node, MEETING, CONF, MEETING).start(MILLISECOND);
        net.run(100);
        expect(net.topology().access(edge));
        net.run(50);
        node.at(net.topology().access(edge)).announce();
        net.settle();
        for (Conversation talk : List.of(call, meeting)) {
            talk.stop();
            net.run(50);
            assertEquals(List.of(), talk.up().lost());
            assertEquals(List.of(), talk.down().lost());
            assertEquals(List.of(), talk.up().duplicated());
            assertEquals(List.of(), talk.down().duplicated());
            assertEquals(1, talk.outsideAddresses().size());
        }
        assertEquals(HandoverPhase.CLEANED, net.handovers(node).get(0).phase());
        assertFalse(net.binding(node).expected().isPresent());
        net.assertExact();
    }

    @Test
    void betweenPortsOfOneEdgeToo() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(MILLISECOND);
        net.run(100);
        expect(net.topology().second(1));
        net.run(50);
        node.at(net.topology().second(1)).announce();
        net.settle();
        call.stop();
        net.run(50);
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.down().lost());
        assertEquals(List.of(), call.down().duplicated());
        net.assertExact();
    }

    @Test
    void aCallSurvivesAnAnnouncedBreakWholly() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(20 * MILLISECOND);
        net.run(200);
        expect(net.topology().access(2));
        net.run(50);
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(30);
        node.at(net.topology().access(2));
        attached(net.topology().access(2));
        net.settle();
        call.stop();
        net.run(50);
        assertEquals(List.of(), call.down().lost());
        assertTrue(call.down().duplicated().size() <= 1, "one in the window, since a port is noticed late: " + call);
        assertEquals(0, call.down().reordered());
        assertEquals(List.of(), call.up().lost());
        net.assertExact();
    }

    @Test
    void whoIsAwayAndExpectedIsFoundByItsFirstPacketThere() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(20 * MILLISECOND);
        net.run(200);
        expect(net.topology().access(2));
        net.run(50);
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(30);
        node.at(net.topology().access(2));
        net.run(100);
        assertEquals(net.topology().access(2), net.binding(node).current().poa(), "long before the window closes");
        Handover handover = net.handovers(node).get(0);
        assertTrue(handover.preparedAt().get() >= handover.detectedAt(), "no rule was wanting: " + handover);
        assertTrue(handover.switchedAt().get() >= handover.preparedAt().get());
        net.settle();
        call.stop();
        net.run(50);
        assertEquals(List.of(), call.down().lost());
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.up().duplicated());
        net.assertExact();
    }

    @Test
    void whoIsExpectedAndFalselySaidToHaveGoneGetsNothingTwice() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(20 * MILLISECOND);
        net.run(200);
        expect(net.topology().access(2));
        net.run(50);
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(100);
        net.settle();
        call.stop();
        net.run(50);
        assertEquals(net.topology().access(1), net.binding(node).current().poa());
        assertEquals(List.of(), call.down().lost());
        assertTrue(call.down().duplicated().size() <= 2, "a port is noticed late, no more than that: " + call);
        net.assertExact();
    }

    @Test
    void whoIsExpectedAndDoesNotComeLeavesNothing() {
        net.run(100);
        String before = net.wires().live().hash();
        expect(net.topology().access(3));
        net.run(100);
        assertNotEquals(before, net.wires().live().hash());
        assertTrue(net.binding(node).expected().isPresent());
        net.run(WINDOW.toMillis() + 100);
        assertFalse(net.binding(node).expected().isPresent());
        net.age(150);
        net.assertExact();
        assertEquals(before, net.wires().live().hash());
        assertEquals(1, net.stores().lent().size());
    }

    @Test
    void whoIsExpectedAndGoesElsewhereIsFollowed() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(MILLISECOND);
        net.run(100);
        expect(net.topology().access(2));
        net.run(50);
        node.at(net.topology().access(3)).announce();
        net.settle();
        call.stop();
        net.run(50);
        assertEquals(net.topology().access(3), net.binding(node).current().poa());
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.down().duplicated());
        net.assertExact();
    }

    @Test
    void theLastNoticeCounts() {
        expect(net.topology().access(2));
        net.run(100);
        expect(net.topology().access(3));
        net.run(100);
        assertEquals(net.topology().access(3), net.binding(node).expected().get().place().poa());
        net.assertExact();
        net.run(450);
        assertFalse(net.binding(node).expected().isPresent());
        net.assertExact();
    }

    @Test
    void aWindowThatIsRenewedStaysOpen() {
        expect(net.topology().access(2));
        for (int i = 0; i < 5; i++) {
            net.run(300);
            assertTrue(net.binding(node).expected().isPresent());
            expect(net.topology().access(2));
        }
        net.run(600);
        assertFalse(net.binding(node).expected().isPresent());
    }

    @Test
    void aWindowEndsAlsoIfTheControllerHasStartedAnew() {
        expect(net.topology().access(2));
        net.run(100);
        net.restart();
        net.run(2_000);
        net.age(10);
        assertFalse(net.binding(node).expected().isPresent());
        net.audit();
        net.assertExact();
    }

    @Test
    void anEdgeThatIsExpectedAndIsNoAnchorAnyMore() {
        expect(net.topology().access(4));
        net.run(100);
        Domain first = net.domain();
        net.configure(Domain.of(first.gatewayMac(), first.anchors().values().asList().subList(0, 3), first.policy(),
                first.timers()));
        net.run(200);
        node.say(SIP, CALL, CALL, "hello");
        net.run(50);
        assertEquals("hello", net.outside().last().text());
        net.assertExact();
    }
}
