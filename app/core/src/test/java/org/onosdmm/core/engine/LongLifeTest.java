/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.compile.Pipeline;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nodes that live long and move often, and what they leave behind as time goes on. */
class LongLifeTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress ADMIN = Outside.address(50);
    private static final int CALL = 16384;
    private static final long SECOND = 1_000;

    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
    }

    private void move(int edge) {
        node.at(net.topology().access(edge)).announce();
    }

    @Test
    void moreMovesThanThereAreGenerations() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(10_000);
        net.run(100);
        for (int i = 1; i <= Pipeline.GENERATIONS + 20; i++) {
            move(i % 4 + 1);
            net.run(8);
            if (i > Pipeline.GENERATIONS - 5 && i < Pipeline.GENERATIONS + 5) {
                net.run(50);
                assertTrue(net.wires().probe(net.topology().uplink(1), net.outside().udp(SIP, CALL,
                        net.leased(node, 1), CALL, "x").build()).isDeliveredTo(node.host()), "after move " + i);
            }
        }
        net.settle();
        net.assertExact();
        call.stop();
        net.run(100);
        assertEquals(Pipeline.GENERATIONS + 21, net.binding(node).sequence());
        assertEquals(List.of(), call.up().lost());
        assertEquals(1, call.outsideAddresses().size());
        assertEquals(List.of(), call.up().duplicated());
        assertEquals(List.of(), call.down().duplicated());
    }

    @Test
    void aNodeThatMovesWhileTheSwitchesAreSlowTakesNoMoreRoomThanIsReasonable() {
        net.control().channel(device -> 2_000 * SECOND);
        for (int i = 1; i <= 200; i++) {
            move(i % 4 + 1);
            net.run(5);
        }
        assertTrue(net.binding(node).attachments().size() <= 34, net.binding(node).attachments().size() + " places");
        net.control().channel(device -> 300);
        net.run(20 * SECOND);
        net.settle();
        net.assertExact();
    }

    @Test
    void ofNodesThatAreGoneNothingIsLeft() {
        List<Station> stations = IntStream.range(20, 60).mapToObj(n -> net.station("s" + n, n % 4 + 1, "10.1.0." + n))
                .collect(Collectors.toList());
        net.settle();
        assertEquals(41, net.mobility().tasks().all().size());
        stations.forEach(station -> net.mobility().remove(station.id()));
        net.age(10);
        assertEquals(1, net.mobility().tasks().all().size());
        stations.get(0).announce();
        net.settle();
        assertEquals(2, net.mobility().tasks().all().size());
        net.assertExact();
    }

    @Test
    void aFlowThatIsSilentForLongLosesItsPinAndALivingOneKeepsIt() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(1_000_000);
        node.say(SIP, 22, 3_478, "conference");
        net.run(50);
        assertEquals(2, net.state(node).flows().size());
        net.age((int) (net.domain().timers().pinIdle() / SECOND) - 20);
        assertEquals(2, net.state(node).flows().size());
        net.age(60);
        assertEquals(List.of(CALL), List.copyOf(net.state(node).flows().keySet()).stream()
                .map(key -> key.localPort()).collect(Collectors.toList()));
        call.stop();
        net.assertExact();
    }

    @Test
    void aFlowThatBeginsAgainAfterItsPinIsGoneIsPinnedAgain() {
        node.say(SIP, CALL, CALL, "one");
        net.run(50);
        net.age((int) (net.domain().timers().pinIdle() / SECOND) + 20);
        assertEquals(0, net.state(node).flows().size());
        node.say(SIP, CALL, CALL, "two");
        net.run(50);
        assertEquals("two", net.outside().last().text());
        assertEquals(1, net.state(node).flows().size());
    }

    @Test
    void anOldLeaseLingersIsGivenBackAndTheAddressIsFree() {
        IpAddress old = net.leased(node, 1);
        move(2);
        net.settle();
        net.age(100);
        assertTrue(net.stores().lent().contains(old));
        net.outside().say(WEB, 80, old, 80, "late");
        net.run(20);
        assertEquals(List.of("late"), node.texts());
        net.age(60);
        assertEquals(1, net.state(node).leases().size());
        assertTrue(!net.stores().lent().contains(old));
        net.outside().say(WEB, 80, old, 80, "too late");
        net.run(20);
        assertEquals(List.of("late"), node.texts());
        net.assertExact();
    }

    @Test
    void aLeaseThatAPinnedFlowNeedsStays() {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(1_000_000);
        net.run(50);
        move(2);
        net.settle();
        net.age(400);
        call.stop();
        assertEquals(net.leased(node, 1), net.outside().last().from());
        assertEquals(2, net.state(node).leases().size());
    }

    @Test
    void aNodeThatComesBackBeforeItsLeaseIsGoneHasTheSameAddress() {
        IpAddress old = net.leased(node, 1);
        move(2);
        net.settle();
        net.age(60);
        move(1);
        net.settle();
        assertEquals(old, net.leased(node, 1));
        net.age(300);
        assertEquals(1, net.state(node).leases().size());
        assertEquals(old, net.leased(node, 1));
    }

    @Test
    void aPoolThatWasExhaustedIsTriedAgainWhenTheNodeComesAgain() {
        net.stores().exhaust(Topology.anchor(net.domain(), 2));
        move(2);
        net.settle();
        node.say(WEB, 1, 2, "poor");
        net.run(20);
        assertEquals(node.address(), net.outside().last().from());
        net.stores().lent().clear();
        move(1);
        net.settle();
        move(2);
        net.settle();
        node.say(WEB, 1, 2, "rich");
        net.run(20);
        assertEquals(net.leased(node, 2), net.outside().last().from());
        net.assertExact();
    }
}
