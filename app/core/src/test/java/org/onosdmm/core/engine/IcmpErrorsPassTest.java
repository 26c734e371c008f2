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
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Family;
import org.onosdmm.core.emulation.Heard;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.packet.IcmpErrors;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** ICMP errors, path MTU among them, through the rewrite at an anchor, wherever the node is. */
class IcmpErrorsPassTest {
    private static final int MEETING = 3478;

    private final Family family = family();
    private final IpAddress conf = family.outside(20);
    private final IpAddress admin = family.outside(50);
    private Emulation net;
    private Station node;
    private Frame sent;

    /** The family of addresses; another one in a subclass. */
    Family family() {
        return Family.IPV4;
    }

    @BeforeEach
    void aFlowIsOnItsWay() {
        net = Emulation.of(family.topology());
        node = net.station("mn", 1, family.own(1, 10));
        node.say(conf, MEETING, MEETING, "hello");
        net.run(50);
        sent = net.outside().last().frame();
    }

    private void moveTo(int edge) {
        if (edge != 1) {
            node.at(net.topology().access(edge)).announce();
            net.settle();
        }
        node.clear();
        net.outside().clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRouterOutsideSaysThatAPacketWasTooBig(int edge) {
        moveTo(edge);
        net.outside().send(3, family.tooBig(sent)
                .eth(Topology.router(3), net.outside().anchorMac(3))
                .ip(family.outside(77), net.leased(node, 3)).build());
        net.run(50);
        Heard heard = node.heard().get(0);
        assertEquals(family.outside(77), heard.from());
        assertEquals(node.address(), heard.to());
        IcmpErrors error = IcmpErrors.in(heard.frame().buffer()).get();
        assertEquals(node.address(), error.quotedSender(), "the node knows the packet as its own");
        assertEquals(conf, error.quotedReceiver());
        assertTrue(heard.frame().checksumsAreValid());
        assertEquals(1, node.heard().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theNodeSaysThatNobodyListens(int edge) {
        moveTo(edge);
        IpAddress leased = net.leased(node, 3);
        net.outside().say(conf, MEETING, leased, MEETING, "are you there?");
        net.run(20);
        Frame arrived = node.heard().get(0).frame();
        node.send(family.portUnreachable(arrived).eth(node.mac(), net.domain().gatewayMac())
                .ip(node.address(), conf).build());
        net.run(50);
        Heard heard = net.outside().last();
        assertEquals(3, heard.edge());
        assertEquals(leased, heard.from());
        assertEquals(leased, IcmpErrors.in(heard.frame().buffer()).get().quotedReceiver());
        assertTrue(heard.frame().checksumsAreValid());
    }

    /** Of the flows with one correspondent an error concerns one; the others may have other anchors. */
    @ParameterizedTest
    @ValueSource(ints = {16_385, 9_999})
    void itIsAboutOneFlowOfSeveral(int port) {
        IpAddress sip = family.outside(10);
        node.say(sip, 16_384, 16_384, "at edge 1");
        net.run(50);
        moveTo(2);
        node.say(sip, port, port, "at edge 2");
        net.run(50);
        IpAddress leased = net.outside().last().from();
        assertEquals(2, net.outside().last().edge());
        net.outside().say(sip, port, leased, port, "are you there?");
        net.run(20);
        Frame arrived = node.heard().get(0).frame();
        node.send(family.portUnreachable(arrived).eth(node.mac(), net.domain().gatewayMac())
                .ip(node.address(), sip).build());
        net.run(50);
        Heard heard = net.outside().last();
        assertEquals(2, heard.edge());
        assertEquals(leased, heard.from());
        assertEquals(leased, IcmpErrors.in(heard.frame().buffer()).get().quotedReceiver());
    }

    @Test
    void aFlowFromOutsideNeedsNoTranslation() {
        net.outside().say(admin, 4_000, node.address(), 22, "knock");
        net.run(50);
        moveTo(2);
        net.outside().say(admin, 4_000, node.address(), 22, "again");
        net.run(20);
        Frame arrived = node.heard().get(0).frame();
        node.send(family.portUnreachable(arrived).eth(node.mac(), net.domain().gatewayMac())
                .ip(node.address(), admin).build());
        net.run(50);
        assertEquals(1, net.outside().last().edge());
        assertEquals(node.address(), net.outside().last().from());
        assertEquals(node.address(), IcmpErrors.in(net.outside().last().frame().buffer()).get().quotedReceiver());
    }

    @Test
    void anErrorAboutAPacketThatWasNotTheNodesIsDropped() {
        moveTo(1);
        Frame foreign = Packets.udp().ip(family.outside(200), conf).build();
        net.outside().send(3, family.tooBig(foreign)
                .eth(Topology.router(3), net.outside().anchorMac(3))
                .ip(family.outside(77), net.leased(node, 3)).build());
        net.run(50);
        assertEquals(List.of(), node.heard());
    }
}
