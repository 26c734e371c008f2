/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.UDP;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Family;
import org.onosdmm.core.emulation.Heard;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.dataplane.Fragments;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which anchor a packet leaves by and with which address, and how packets find the node. */
class SteeringTest {
    private static final int CALL = 16384;
    private static final int MEETING = 3478;
    private static final int UDP = 17;

    private final Family family = family();
    private final IpAddress sip = family.outside(10);
    private final IpAddress conf = family.outside(20);
    private final IpAddress web = family.outside(30);
    private final IpAddress admin = family.outside(50);
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

    private void move(int edge) {
        node.at(net.topology().access(edge)).announce();
        net.settle();
        assertEquals(net.topology().access(edge), net.binding(node).current().poa());
    }

    private Heard said(IpAddress to, int port, String text) {
        node.say(to, port, port, text);
        net.run(20);
        assertEquals(text, net.outside().last().text());
        return net.outside().last();
    }

    private void isAnswered(Heard heard, String text) {
        net.outside().say(heard.to(), heard.frame().destinationPort(), heard.from(), heard.frame().sourcePort(), text);
        net.run(20);
        assertTrue(node.texts().contains(text), () -> node.heard().toString());
        Heard answer = node.heard().get(node.heard().size() - 1);
        assertEquals(node.address(), answer.to());
        assertEquals(heard.to(), answer.from());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void byDefaultAFlowLeavesByTheServingAnchorWithItsLease(int edge) {
        if (edge != 1) {
            move(edge);
        }
        Heard heard = said(web, 8080, "request");
        assertEquals(edge, heard.edge());
        assertEquals(net.leased(node, edge), heard.from());
        assertEquals(edge, net.outside().edgeFor(heard.from()));
        isAnswered(heard, "response");
        assertTrue(net.state(node).flows().values().stream().noneMatch(PinnedFlow::kept), "no pin");
    }

    @Test
    void theDefaultNeedsNoController() {
        int before = net.packetIns();
        node.send(node.tcp(web, 8080, 8080, "request").build());
        net.run(20);
        assertEquals("request", net.outside().last().text());
        assertEquals(before, net.packetIns());
    }

    @Test
    void aPinnedFlowLeavesByItsAnchorFromAnyEdge() {
        Heard first = said(sip, CALL, "hello");
        assertEquals(1, first.edge());
        for (int edge = 2; edge <= 4; edge++) {
            move(edge);
            int before = net.packetIns();
            Heard heard = said(sip, CALL, "at " + edge);
            assertEquals(first.from(), heard.from());
            assertEquals(1, heard.edge());
            isAnswered(heard, "answer at " + edge);
            assertEquals(before, net.packetIns());
        }
    }

    @Test
    void theNearestAnchorIsTakenForAConference() {
        Heard heard = said(conf, MEETING, "hello");
        assertEquals(3, heard.edge());
        assertEquals(net.leased(node, 3), heard.from());
        isAnswered(heard, "answer");
        move(4);
        assertEquals(heard.from(), said(conf, MEETING, "again").from());
    }

    @Test
    void beforeAndAfterAMoveAFlowUnderNoPinHasTheAddressOfWhereTheNodeIs() {
        IpAddress before = said(web, 8080, "one").from();
        move(2);
        Heard heard = said(web, 8080, "two");
        assertEquals(2, heard.edge());
        assertFalse(heard.from().equals(before));
        net.outside().say(web, 8080, before, 8080, "late answer");
        net.run(20);
        assertTrue(node.texts().contains("late answer"), "an old lease is delivered while it lingers");
    }

    @Test
    void aFlowFromOutsideIsAnchoredAtHomeAndNeverRewritten() {
        net.outside().say(admin, 4000, node.address(), 22, "knock");
        net.run(20);
        assertEquals(List.of("knock"), node.texts());
        PinnedFlow flow = net.state(node).flows().get(FlowKey.of(UDP, node.address(), 22, admin, 4000));
        assertEquals(PinnedFlow.Origin.OUTSIDE, flow.origin());
        assertEquals(Continuity.FIXED, flow.continuity());
        for (int edge = 1; edge <= 4; edge++) {
            if (edge != 1) {
                move(edge);
            }
            node.say(admin, 22, 4000, "reply from " + edge);
            net.run(20);
            assertEquals("reply from " + edge, net.outside().last().text());
            assertEquals(node.address(), net.outside().last().from());
            assertEquals(1, net.outside().last().edge());
            int before = net.packetIns();
            net.outside().say(admin, 4000, node.address(), 22, "more " + edge);
            net.run(20);
            assertTrue(node.texts().contains("more " + edge));
            assertEquals(before, net.packetIns(), "known at the uplink");
        }
    }

    @Test
    void aFlowThatTheNodeBeginsWithItsOwnAddressIsAnsweredWhereverItIs() {
        ObjectNode document = net.topology().document();
        document.set("rules", Documents.json("[{ 'class': 'oam', 'protocol': 'udp', 'ports': 5070 }]"));
        net.configure(net.topology().configured(document).domain());
        net.run(50);
        for (int edge = 1; edge <= 4; edge++) {
            if (edge != 1) {
                move(edge);
            }
            Heard heard = said(sip, 5070, "from " + edge);
            assertEquals(node.address(), heard.from());
            assertEquals(1, heard.edge());
            int before = net.packetIns();
            isAnswered(heard, "answer at " + edge);
            assertEquals(before, net.packetIns(), "known at the uplink");
        }
    }

    @Test
    void aPingFromOutsideIsAnswered() {
        Frame ping = Packets.ping().eth(Topology.router(1), net.outside().anchorMac(1)).ip(admin, node.address())
                .build();
        net.outside().send(1, ping);
        net.run(20);
        assertEquals(1, node.heard().size());
        node.send(Packets.icmp().icmp(0, 0).eth(node.mac(), net.domain().gatewayMac()).ip(node.address(), admin)
                .build());
        net.run(20);
        assertEquals(node.address(), net.outside().last().from());
    }

    @Test
    void insideTheDomainTheHomeIsAskedOnceAndThenThePathIsDirect() {
        Station far = net.station("far", 4, family.own(4, 20));
        far.at(net.topology().access(2)).announce();
        move(3);
        Trace first = net.wires().probe(net.topology().access(2), far.udp(node.address(), 1, 2, "a").build());
        assertTrue(first.isDeliveredTo(node.host()), first::toString);
        assertTrue(first.devices().contains(net.topology().edge(1)), "by way of its home");

        far.say(node.address(), 1, 2, "really");
        net.run(20);
        assertEquals(List.of("really"), node.texts());
        Trace second = net.wires().probe(net.topology().access(2), far.udp(node.address(), 1, 2, "b").build());
        Trace back = net.wires().probe(net.topology().access(3), node.udp(far.address(), 2, 1, "c").build());
        for (Trace trace : List.of(second, back)) {
            assertEquals(3, trace.hops().size(), trace::toString);
            assertEquals(trace.frame().ipSrc(), trace.delivery().frame().ipSrc(), "never rewritten");
            assertEquals(List.of(), trace.punts(), "nobody is told any more");
        }
        assertTrue(second.isDeliveredTo(node.host()));
        assertTrue(back.isDeliveredTo(far.host()));
    }

    @Test
    void fragmentsFollowTheirPin() {
        said(conf, MEETING, "hello");
        net.outside().clear();
        Frame large = node.udp(conf, MEETING, MEETING, "x").size(600).build();
        Fragments.of(large, 200, 7).forEach(node::send);
        net.run(20);
        assertEquals(List.of(3, 3, 3, 3), net.outside().heard().stream().map(Heard::edge)
                .collect(Collectors.toList()));
        net.outside().heard().forEach(heard -> assertEquals(net.leased(node, 3), heard.from()));
        node.send(Fragments.of(node.udp(web, MEETING, MEETING, "x").size(600).build(), 200, 8).get(0));
        net.run(20);
        assertEquals(1, net.outside().last().edge(), "not pinned");
    }

    @Test
    void fragmentsFromOutsideReachTheNode() {
        Frame large = net.outside().udp(admin, 4000, node.address(), 22, "x").size(600).build();
        List<Frame> fragments = Fragments.of(large, 200, 9);
        fragments.forEach(fragment -> net.outside().send(1, fragment));
        net.run(50);
        assertEquals(fragments.size(), node.heard().size());
    }

    @Test
    void ofTwoFlowsBetweenTheSameAddressesTheNewerOneHasTheFragments() {
        said(conf, MEETING, "nearest is edge 3");
        net.run(10);
        net.outside().say(conf, 4000, node.address(), 22, "knock");
        net.run(20);
        Frame large = node.udp(conf, 22, 4000, "x").size(600).build();
        Trace trace = net.wires().probe(net.topology().access(1), Fragments.of(large, 200, 7).get(1));
        assertTrue(trace.isDeliveredTo(net.outside().router(1)), trace::toString);
        assertEquals(node.address(), trace.delivery().frame().ipSrc().get());
        net.assertExact();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withoutALeaseTheNodeLeavesFromHomeWithItsOwnAddress(int edge) {
        for (int n = 1; n <= 4; n++) {
            net.stores().exhaust(Topology.anchor(net.domain(), n));
        }
        Station poor = net.station("poor", edge, family.own(1, 30));
        poor.say(web, 8080, 8080, "plain");
        poor.say(conf, MEETING, MEETING, "pinned");
        net.run(50);
        assertEquals(2, net.outside().heard().size());
        net.outside().heard().forEach(heard -> {
            assertEquals(poor.address(), heard.from());
            assertEquals(1, heard.edge());
        });
        net.outside().say(web, 8080, poor.address(), 8080, "answer");
        net.run(20);
        assertEquals(List.of("answer"), poor.texts());
        net.assertExact();
    }
}
