/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.mobility.Evidence;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.host.HostEvent;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Evidence that is late, repeated or out of order does no harm. */
class EvidenceTest {
    private Emulation net;
    private Station node;
    private ConnectPoint old;
    private ConnectPoint present;
    private long before;

    @BeforeEach
    void attachAndMove() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        old = net.topology().access(1);
        present = net.topology().access(2);
        net.run(50);
        before = net.clock().millis();
        net.run(50);
        node.at(present).announce();
        net.run(50);
        assertEquals(present, net.binding(node).current().poa());
    }

    private void seen(ConnectPoint place, Trigger trigger, long time) {
        net.mobility().seen(Evidence.of(node.id(), node.addresses(), place, trigger, time), Optional.empty());
        net.run(20);
    }

    private void nothingHappened() {
        net.settle();
        assertEquals(1, net.handovers(node).size());
        assertEquals(present, net.binding(node).current().poa());
        assertEquals(2, net.binding(node).sequence());
        net.assertExact();
    }

    @ParameterizedTest
    @EnumSource(value = Trigger.class, names = {"ARP", "DATA_PACKET", "HOST_EVENT", "PROBE_REPLY"})
    void lateEvidenceOfTheOldPlace(Trigger trigger) {
        seen(old, trigger, before);
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(value = Trigger.class, names = {"ARP", "DATA_PACKET", "HOST_EVENT"})
    void evidenceOfTheOldPlaceFromTheVeryMillisecondOfTheMove(Trigger trigger) {
        seen(old, trigger, net.binding(node).current().since());
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(value = Trigger.class, names = {"ARP", "DATA_PACKET", "HOST_EVENT", "PROBE_REPLY"})
    void repeatedEvidence(Trigger trigger) {
        for (int i = 0; i < 5; i++) {
            seen(present, trigger, net.clock().millis());
            seen(present, trigger, before);
        }
        nothingHappened();
    }

    @Test
    void aLateReportThatTheNodeIsGoneFromWhereItWas() {
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, old, before);
        net.run(20);
        assertFalse(net.binding(node).absentSince().isPresent());
        nothingHappened();
    }

    @Test
    void aReportThatTheNodeIsGoneFromWhereItIsAndTheNodeGoesOn() {
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, present, before);
        net.run(20);
        assertTrue(net.binding(node).absentSince().isPresent());
        node.announce();
        net.run(20);
        assertFalse(net.binding(node).absentSince().isPresent());
        nothingHappened();
    }

    @Test
    void aReportThatTheNodeIsGoneFromWhereItIsAndTheNodeGoesOnWithoutAWord() {
        node.say(Outside.address(10), 16384, 16384, "call");
        net.run(50);
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, present, before);
        net.run(20);
        node.say(Outside.address(10), 16384, 16384, "still here");
        net.run(20);
        assertEquals("still here", net.outside().last().text());
        assertFalse(net.binding(node).absentSince().isPresent());
        net.outside().say(Outside.address(10), 16384, net.outside().last().from(), 16384, "I hear you");
        net.run(20);
        assertTrue(node.texts().contains("I hear you"));
        nothingHappened();
    }

    @Test
    void theHostServiceSaysTheSameLater() {
        net.hostSeen(HostEvent.Type.HOST_MOVED, node, present, net.clock().millis());
        net.run(20);
        net.hostSeen(HostEvent.Type.HOST_MOVED, node, old, before);
        net.run(20);
        nothingHappened();
    }

    @Test
    void addedAtTheNewPlaceBeforeRemovedAtTheOld() {
        ConnectPoint third = net.topology().access(3);
        net.settle();
        node.at(third);
        net.hostSeen(HostEvent.Type.HOST_ADDED, node, third, net.clock().millis());
        net.run(5);
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, present, before);
        net.settle();
        assertEquals(third, net.binding(node).current().poa());
        assertFalse(net.binding(node).absentSince().isPresent());
        net.assertExact();
    }

    @Test
    void aPacketThatWaitedInAQueueAtTheOldPlaceIsPassedOnAndMovesNothing() {
        net.run(20);
        ConnectPoint here = node.location().get();
        node.at(old);
        node.say(Outside.address(30), 5000, 80, "late");
        node.at(here);
        net.run(20);
        assertEquals("late", net.outside().last().text());
        nothingHappened();
    }

    /** It is taken for a sign by then; but the node is asked, and has not moved. */
    @Test
    void aPacketThatIsLaterThanAnyShouldBeMovesNothingForLong() {
        node.say(Outside.address(10), 16384, 16384, "call");
        net.run(400);
        net.wires().send(old, node.udp(Outside.address(30), 5000, 80, "much too late").build());
        net.run(20);
        assertEquals(present, net.binding(node).current().poa());
        net.outside().say(Outside.address(10), 16384, net.outside().heard().get(0).from(), 16384, "still there?");
        net.run(20);
        assertTrue(node.texts().contains("still there?"));
        net.settle();
        assertEquals(present, net.binding(node).current().poa());
        net.assertExact();
    }

    @Test
    void everyOrderOfThreePlacesEndsAtTheYoungest() {
        net.settle();
        List<ConnectPoint> places = List.of(net.topology().access(3), net.topology().second(4),
                net.topology().access(4));
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            net.run(100);
            long base = net.clock().millis();
            node.at(places.get(2));
            for (int i : order) {
                seen(places.get(i), Trigger.ARP, base + i);
            }
            assertEquals(places.get(2), net.binding(node).current().poa());
            net.settle();
            net.assertExact();
            node.at(present).announce();
            net.settle();
        }
    }
}
