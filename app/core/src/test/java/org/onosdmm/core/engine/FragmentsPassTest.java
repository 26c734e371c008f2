/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Heard;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.dataplane.Fragments;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Fragments through the rewrite at an anchor, wherever the node is, on switches that would damage them. */
class FragmentsPassTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress ADMIN = Outside.address(50);
    private static final int MEETING = 3478;
    private static final int CALL = 16_384;
    private static final int PROVEN = 12_000;
    private static final String TEXT = IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining());
    private static final int MOST = 1480;

    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        attach(Emulation.campus());
    }

    private void attach(Emulation campus) {
        net = campus;
        node = net.station("mn", 1, "10.1.0.10");
        node.say(CONF, MEETING, MEETING, "hello");
        net.run(50);
    }

    private void moveTo(int edge) {
        if (edge != 1) {
            node.at(net.topology().access(edge)).announce();
            net.settle();
        }
        node.clear();
        net.outside().clear();
    }

    private void says(PacketBuilder packet) {
        Fragments.of(packet.build(), MOST, 77).forEach(node::send);
        net.run(50);
    }

    private static Frame whole(List<Heard> heard) {
        assertEquals(2, heard.size());
        return Fragments.join(heard.stream().map(Heard::frame).collect(Collectors.toList()));
    }

    @ParameterizedTest
    @CsvSource({"1, 203.0.113.20, 3", "2, 203.0.113.20, 3", "3, 203.0.113.20, 3", "1, 203.0.113.30, 1",
        "2, 203.0.113.30, 2", "4, 203.0.113.30, 4"})
    void leaveAsTheOtherPacketsDo(int edge, String correspondent, int anchor) {
        moveTo(edge);
        says(node.udp(IpAddress.valueOf(correspondent), MEETING, MEETING, TEXT));
        Frame datagram = whole(net.outside().heard());
        assertEquals(anchor, net.outside().last().edge());
        assertEquals(net.leased(node, anchor), datagram.ipSrc().get());
        assertEquals(TEXT, new String(datagram.payload()));
        assertTrue(datagram.checksumsAreValid());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void comeIn(int edge) {
        moveTo(edge);
        Frame datagram = net.outside().udp(CONF, MEETING, net.leased(node, 3), MEETING, TEXT).build();
        Fragments.of(datagram, MOST, 77).forEach(fragment -> net.outside().send(3, fragment));
        net.run(50);
        Frame arrived = whole(node.heard());
        assertEquals(node.address(), arrived.ipDst().get());
        assertEquals(TEXT, new String(arrived.payload()));
        assertTrue(arrived.checksumsAreValid());
    }

    @Test
    void ofTcpLikewise() {
        says(Packets.tcp().eth(node.mac(), net.domain().gatewayMac()).ip(node.address(), WEB).payload(TEXT));
        List<Heard> heard = net.outside().heard();
        Frame segment = whole(heard.subList(heard.size() - 2, heard.size()));
        assertEquals(TEXT, new String(segment.payload()));
        assertTrue(segment.checksumsAreValid());
    }

    @Test
    void ofANodeWithItsOwnAddressDoNotConcernTheController() {
        net.outside().say(ADMIN, 4_000, node.address(), 22, "knock");
        net.run(50);
        moveTo(2);
        int packetIns = net.packetIns();
        says(node.udp(ADMIN, 22, 4_000, TEXT));
        assertEquals(TEXT, new String(whole(net.outside().heard()).payload()));
        assertEquals(node.address(), net.outside().last().from());
        assertEquals(packetIns, net.packetIns());
    }

    @Test
    void insideTheDomainDoNotConcernTheController() {
        Station peer = net.station("peer", 4, "10.4.0.20");
        node.say(peer.address(), 1, 2, "hello");
        net.run(50);
        peer.clear();
        int packetIns = net.packetIns();
        says(node.udp(peer.address(), 1, 2, TEXT));
        assertEquals(TEXT, new String(whole(peer.heard()).payload()));
        assertEquals(packetIns, net.packetIns());
    }

    @Test
    void ofANodeWithoutALeaseLeaveFromItsHome() {
        net.stores().exhaust(Topology.anchor(net.domain(), 2));
        Station other = net.station("other", 2, "10.1.0.11");
        net.outside().clear();
        Fragments.of(other.udp(WEB, 1, 2, TEXT).build(), MOST, 77).forEach(other::send);
        net.run(50);
        assertEquals(TEXT, new String(whole(net.outside().heard()).payload()));
        assertEquals(1, net.outside().last().edge());
        assertEquals(other.address(), net.outside().last().from());
    }

    private void callByEdge(int edge, IpAddress address) {
        node.clear();
        net.outside().clear();
        says(node.udp(SIP, CALL, CALL, TEXT));
        Frame said = whole(net.outside().heard());
        assertEquals(edge, net.outside().last().edge());
        assertEquals(address, said.ipSrc().get());
        assertEquals(TEXT, new String(said.payload()));
        assertTrue(said.checksumsAreValid());
        Frame answer = net.outside().udp(edge, SIP, CALL, address, CALL, TEXT).build();
        Fragments.of(answer, MOST, 78).forEach(fragment -> net.outside().send(edge, fragment));
        net.run(50);
        Frame arrived = whole(node.heard());
        assertEquals(node.address(), arrived.ipDst().get());
        assertEquals(TEXT, new String(arrived.payload()));
        assertTrue(arrived.checksumsAreValid());
    }

    /** While edge 2 stands in for edge 1, it rewrites to and from what edge 1 has lent. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void passByTheEdgeThatStandsIn(int at) {
        ObjectNode document = Topology.campus().document();
        document.putObject("timers").put("leaseLinger", 2_000);
        attach(Emulation.of(Topology.campus().configured(document)));
        node.say(SIP, CALL, CALL, "hello");
        net.run(50);
        IpAddress leased = net.leased(node, 1);
        moveTo(at);
        callByEdge(1, leased);
        net.setUplink(1, false);
        net.run(100);
        callByEdge(2, leased);
        net.assertExact();
        net.setUplink(1, true);
        net.run(PROVEN);
        callByEdge(1, leased);
        net.assertExact();
    }

    @Test
    void ofANodeWithoutALeaseLeaveByTheEdgeThatStandsInForItsHome() {
        net.stores().exhaust(Topology.anchor(net.domain(), 3));
        Station other = net.station("other", 3, "10.1.0.11");
        net.setUplink(1, false);
        net.run(100);
        net.outside().clear();
        Fragments.of(other.udp(WEB, 1, 2, TEXT).build(), MOST, 77).forEach(other::send);
        net.run(50);
        assertEquals(TEXT, new String(whole(net.outside().heard()).payload()));
        assertEquals(2, net.outside().last().edge());
        assertEquals(other.address(), net.outside().last().from());
    }

    @Test
    void areBoundedForEachNode() {
        Station other = net.station("other", 2, "10.2.0.20");
        Frame fragment = Fragments.of(node.udp(WEB, 1, 2, TEXT).build(), MOST, 77).get(0);
        node.send(fragment);
        net.run(50);
        net.outside().clear();
        for (int i = 0; i < 1_500; i++) {
            node.send(fragment);
        }
        net.run(50);
        assertTrue(net.outside().heard().size() < 800, () -> net.outside().heard().size() + " were passed on");
        assertTrue(net.mobility().counters().counts().containsKey("refused fragments of " + node.id()));
        net.outside().clear();
        Fragments.of(other.udp(WEB, 1, 2, TEXT).build(), MOST, 77).forEach(other::send);
        net.run(50);
        assertEquals(TEXT, new String(whole(net.outside().heard()).payload()));
    }
}
