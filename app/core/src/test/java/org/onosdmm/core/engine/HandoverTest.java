/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Family;
import org.onosdmm.core.emulation.Operation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Wires;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.DeviceId;
import org.onosproject.net.host.HostEvent;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A handover from end to end. */
class HandoverTest {
    private static final int CALL = 16384;
    private static final int MEETING = 3478;
    private static final long MILLISECOND = 1_000;

    private final Family family = family();
    private final IpAddress sip = family.outside(10);
    private final IpAddress conf = family.outside(20);
    private Emulation net;
    private Station node;

    /** The family of addresses; another one in a subclass. */
    Family family() {
        return Family.IPV4;
    }

    @BeforeEach
    void attach() {
        net = Emulation.of(family.topology());
        node = net.station("mn", 1, family.own(1, 10));
    }

    private void goesOn(Conversation talk, long detached, String address) {
        talk.stop();
        net.run(100);
        long switched = net.handovers(node).get(0).switchedAt().get();
        assertEquals(List.of(address), talk.outsideAddresses());
        assertEquals(List.of(), talk.up().lost());
        assertEquals(List.of(), talk.up().duplicated());
        assertEquals(List.of(), talk.down().duplicated());
        assertTrue(talk.down().lost().size() <= (switched - detached) / MILLISECOND + 1, talk::toString);
        assertEquals(List.of(), talk.down().lostBetween(0, detached - MILLISECOND));
        assertEquals(List.of(), talk.down().lostBetween(switched, Long.MAX_VALUE));
    }

    private Handover only() {
        assertEquals(1, net.handovers(node).size());
        return net.handovers(node).get(0);
    }

    @ParameterizedTest
    @EnumSource(value = Trigger.class, names = {"ARP", "DATA_PACKET", "HOST_EVENT"})
    void callAndConferenceGoOnAndLoseWhatPhysicsCostsAndNoMore(Trigger trigger) {
        Conversation call = net.converse(node, CALL, sip, CALL).start(MILLISECOND);
        Conversation meeting = net.converse(node, MEETING, conf, MEETING).start(MILLISECOND);
        net.run(200);
        String callAddress = call.outsideAddresses().get(0);
        String meetingAddress = meeting.outsideAddresses().get(0);
        assertTrue(callAddress.endsWith("by edge 1"), callAddress);
        assertTrue(meetingAddress.endsWith("by edge 3"), meetingAddress);

        node.leave();
        long detached = net.clock().micros();
        net.run(5);
        long attached = net.clock().micros();
        node.at(net.topology().access(2));
        if (trigger == Trigger.ARP) {
            node.announce();
        } else if (trigger == Trigger.HOST_EVENT) {
            net.hostSeen(HostEvent.Type.HOST_MOVED, node, net.topology().access(2), net.clock().millis());
        }
        net.settle();

        goesOn(call, detached, callAddress);
        goesOn(meeting, detached, meetingAddress);
        Handover handover = only();
        assertEquals(trigger == Trigger.ARP ? family.announcement() : trigger, handover.to().trigger());
        assertEquals(HandoverPhase.CLEANED, handover.phase());
        assertTrue(handover.switchedAt().get() - attached < 5 * MILLISECOND, handover::toString);
        net.assertExact();
    }

    @Test
    void aHardMoveWhosePortGoesDownIsAHandoverToo() {
        Conversation call = net.converse(node, CALL, sip, CALL).start(MILLISECOND);
        net.run(200);
        String address = call.outsideAddresses().get(0);
        node.leave();
        long detached = net.clock().micros();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), net.clock().millis() - 10_000);
        net.run(100);
        assertTrue(net.binding(node).absentSince().isPresent());
        assertTrue(net.state(node).flows().size() > 0, "absent is not gone");
        node.at(net.topology().access(3));
        net.hostSeen(HostEvent.Type.HOST_ADDED, node, net.topology().access(3), net.clock().millis());
        net.settle();
        goesOn(call, detached, address);
        assertFalse(net.binding(node).absentSince().isPresent());
        assertEquals(HandoverPhase.CLEANED, only().phase());
        net.assertExact();
    }

    @Test
    void packetsOnTheirWayToTheOldEdgeAreRescued() {
        Conversation meeting = net.converse(node, MEETING, conf, MEETING);
        meeting.sendUp();
        net.run(100);
        net.control().channel(device -> device.equals(net.topology().edge(3)) ? 2_000 : 50);
        int mark = net.control().mark();
        node.at(net.topology().access(2)).announce();
        meeting.start(100);
        net.settle();
        meeting.stop();
        net.run(100);
        long bounced = net.control().since(mark).stream()
                .filter(o -> o.rules().devices().contains(net.topology().edge(1)))
                .mapToLong(Operation::finished).min().getAsLong() - 50;
        long steered = net.control().since(mark).stream()
                .filter(o -> o.rules().devices().contains(net.topology().edge(3)))
                .mapToLong(Operation::finished).min().getAsLong() - 2_000;
        assertTrue(steered - bounced > MILLISECOND, "ten packets and more take the bounce");
        assertEquals(List.of(), meeting.down().lostBetween(bounced - 3 * Wires.LINK + 1, Long.MAX_VALUE));
        assertTrue(meeting.down().lost().size() > 0, "without a gap this test would say nothing");
        assertEquals(List.of(), meeting.down().duplicated());
        assertEquals(List.of(), meeting.up().lost());
    }

    @Test
    void whatIsBouncedToAnEdgeThatDoesNotDeliverYetWaitsThere() {
        Conversation meeting = net.converse(node, MEETING, conf, MEETING);
        meeting.sendUp();
        net.run(100);
        net.control().channel(device -> device.equals(net.topology().edge(2)) ? 3_000 : 50);
        node.at(net.topology().access(2)).announce();
        net.runMicros(4_000);
        meeting.start(100);
        net.settle();
        meeting.stop();
        net.run(100);
        assertTrue(only().bouncedAt().get() + 2 * MILLISECOND < only().preparedAt().get(), only()::toString);
        long bounced = only().bouncedAt().get();
        assertEquals(List.of(), meeting.down().lostBetween(bounced, Long.MAX_VALUE));
        assertEquals(List.of(), meeting.down().duplicated());
        assertEquals(List.of(), meeting.up().lost());
        net.assertExact();
    }

    @Test
    void aPacketInFlightTakesTheBounce() {
        net.run(100);
        Trace before = net.wires().probe(net.topology().uplink(1), net.outside()
                .udp(sip, 80, net.leased(node, 1), 80, "in flight").build());
        assertTrue(before.isDeliveredTo(node.host()));
        node.at(net.topology().access(2)).announce();
        net.run(10);
        assertEquals(HandoverPhase.SWITCHED, net.binding(node).phase());
        Trace after = net.wires().probe(net.topology().fabric(1, 1), net.outside()
                .udp(sip, 80, node.address(), 80, "in flight")
                .eth(net.domain().gatewayMac(), only().from().locator().mac()).build());
        assertTrue(after.isDeliveredTo(node.host()), after::toString);
        assertEquals(1, after.deliveries().size());
    }

    @Test
    void theBreakWaitsUntilNoPacketTakesTheBounceAnyMore() {
        node.at(net.topology().access(2)).announce();
        net.run(50);
        Frame late = net.outside().udp(sip, 80, node.address(), 80, "late")
                .eth(net.domain().gatewayMac(), only().from().locator().mac()).build();
        for (int i = 0; i < 100; i++) {
            net.wires().send(net.topology().fabric(1, 1), late);
            net.run(100);
        }
        assertEquals(HandoverPhase.SWITCHED, net.binding(node).phase());
        assertEquals(100, node.heard().size());
        net.run(4_000);
        assertEquals(HandoverPhase.CLEANED, net.binding(node).phase());
        net.wires().send(net.topology().fabric(1, 1), late);
        net.run(50);
        assertEquals(100, node.heard().size());
        net.assertExact();
    }

    @Test
    void theBreakWaitsForASwitchThatReportsNothingAMinuteAndNoLonger() {
        net.control().muteStatistics();
        node.at(net.topology().access(2)).announce();
        net.run(55_000);
        assertEquals(HandoverPhase.SWITCHED, net.binding(node).phase());
        net.run(10_000);
        assertEquals(HandoverPhase.CLEANED, net.binding(node).phase());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void makeComesBeforeSwitchAndSwitchBeforeBreak(int target) {
        net.converse(node, CALL, sip, CALL).sendUp();
        net.converse(node, MEETING, conf, MEETING).sendUp();
        net.run(100);
        int mark = net.control().mark();
        RuleSet before = net.control().reported();
        node.at(net.topology().access(target)).announce();
        net.settle();

        List<Operation> operations = net.control().since(mark);
        Operation bounce = operations.get(0);
        Operation deliver = operations.get(1);
        assertEquals(Set.of(net.topology().edge(1)), bounce.rules().devices(), "the old edge bounces");
        assertEquals(Set.of(net.topology().edge(target)), deliver.rules().devices(), "the new one delivers");
        assertEquals(bounce.started(), deliver.started());
        List<Operation> removals = operations.stream().filter(operation -> !operation.isAddition())
                .collect(Collectors.toList());
        List<Operation> additions = operations.subList(0, operations.size() - removals.size());
        long added = 0;
        for (Operation operation : additions) {
            assertTrue(operation.isAddition(), operations::toString);
            isNew(operation, before);
            added = Math.max(added, operation.finished());
        }
        additions.subList(2, additions.size()).forEach(operation ->
                assertTrue(operation.started() >= deliver.finished(), "nothing is steered to where nobody delivers"));

        Operation shut = removals.get(removals.size() - 2);
        assertEquals(Set.of(net.topology().edge(1)), shut.rules().devices(), "the old place lets it in no more");
        shut.rules().rules().keySet().forEach(key -> assertEquals(0, key.table(), "the source guard only: " + key));
        assertTrue(shut.started() - only().switchedAt().get()
                >= Handovers.grace(net.domain().timers().probe()) * MILLISECOND);
        for (Operation superseded : removals.subList(0, removals.size() - 2)) {
            assertTrue(superseded.started() >= added, "nothing is removed before its successor is there");
            superseded.rules().rules().keySet().forEach(key -> assertEquals(1, key.table(), "steering only: " + key));
        }

        Operation end = operations.get(operations.size() - 1);
        assertFalse(end.isAddition());
        assertEquals(Set.of(net.topology().edge(1)), end.rules().devices());
        assertTrue(end.started() - only().switchedAt().get() >= net.domain().timers().drain() * MILLISECOND);
        net.assertExact();
    }

    private static void isNew(Operation operation, RuleSet before) {
        assertEquals(operation.rules(), operation.rules().minusKeys(before), "nothing that was there is touched");
    }

    @Test
    void onlyTheSwitchesConcernedAreTouched() {
        Station peer = net.station("peer", 4, family.own(4, 20));
        for (int edge = 1; edge <= 4; edge++) {
            Station other = net.station("other" + edge, edge, family.own(edge, 99));
            other.say(sip, CALL, CALL, "hello");
            other.say(conf, MEETING, MEETING, "hello");
        }
        node.say(sip, CALL, CALL, "hello");
        net.run(100);
        touchedBy(2, Set.of(net.topology().edge(1), net.topology().edge(2)));

        node.say(peer.address(), 1, 2, "hello");
        net.run(100);
        touchedBy(3, Set.of(net.topology().edge(1), net.topology().edge(2), net.topology().edge(3),
                net.topology().edge(4)));
    }

    private void touchedBy(int edge, Set<DeviceId> expected) {
        int mark = net.wires().live().log().mark();
        node.at(net.topology().access(edge)).announce();
        net.settle();
        assertEquals(expected, Set.copyOf(net.wires().live().log().devicesSince(mark)));
    }

    @Test
    void theRecordTellsWhatHappened() {
        node.say(sip, CALL, CALL, "hello");
        net.run(100);
        node.at(net.topology().access(2));
        long moved = net.clock().micros();
        node.say(sip, CALL, CALL, "one");
        node.say(sip, CALL, CALL, "two");
        net.settle();
        Handover handover = only();
        assertEquals(net.topology().access(1), handover.from().poa());
        assertEquals(net.topology().access(2), handover.to().poa());
        assertEquals(2, handover.packetsHeld());
        assertTrue(moved < handover.detectedAt());
        assertTrue(handover.detectedAt() < handover.preparedAt().get());
        assertTrue(handover.preparedAt().get() < handover.switchedAt().get());
        assertTrue(handover.switchedAt().get() < handover.cleanedAt().get());
        assertEquals(Set.of(net.topology().edge(1), net.topology().edge(2)), handover.switches());
        assertEquals(3, net.outside().heard().size());
    }

    @Test
    void fourMovesInARowKeepACallAndEndWithTheFirstRulesAgain() {
        Conversation call = net.converse(node, CALL, sip, CALL).start(MILLISECOND);
        net.run(100);
        for (int edge : List.of(2, 3, 4, 1)) {
            node.at(net.topology().access(edge)).announce();
            net.settle();
            net.assertExact();
        }
        call.stop();
        net.run(100);
        assertEquals(1, call.outsideAddresses().size());
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.down().duplicated());
        assertEquals(4, net.handovers(node).size());
    }
}
