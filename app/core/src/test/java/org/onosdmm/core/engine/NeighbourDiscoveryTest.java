/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.packet.NdpMessage;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Neighbour discovery at access ports: who holds what, who is where, and who is told. */
class NeighbourDiscoveryTest {
    private static final Ip6Address WANTED = Ip6Address.valueOf("2001:db8:0:1::10");
    private static final IpAddress WEB = Outside.address6(50);

    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "2001:db8:0:1::10");
        net.run(3_000);
    }

    /** What a host has heard about an address, told by somebody who holds it. */
    private static List<NdpMessage> told(Station station, IpAddress about) {
        return station.autoconfiguration().discovery().stream()
                .flatMap(frame -> NdpMessage.in(frame.ethernet()).stream())
                .filter(m -> m.kind() == NdpMessage.Kind.ADVERTISEMENT && m.target().equals(about))
                .collect(Collectors.toList());
    }

    @Test
    void aDuplicateIsFoundByTheSecondHostWhereverItIs() {
        for (int edge = 1; edge <= 3; edge++) {
            Station second = net.station("second" + edge, "2001:db8:0:3::9" + edge)
                    .at(edge == 1 ? net.topology().second(1) : net.topology().access(edge));
            second.send(Packets.duplicateDetection(second.mac(), WANTED));
            net.run(50);
            assertEquals(1, told(second, WANTED).size(), "edge " + edge);
            assertEquals(node.mac(), told(second, WANTED).get(0).mac());
        }
        assertTrue(net.binding(node).addresses().contains(WANTED));
    }

    @Test
    void whoIsNotThereIsNotDefended() {
        node.silent();
        Station second = net.station("second", "2001:db8:0:3::99").at(net.topology().access(2));
        second.send(Packets.duplicateDetection(second.mac(), WANTED));
        net.run(2_000);
        assertEquals(List.of(), told(second, WANTED));
    }

    @Test
    void nobodyDefendsAnAddressAgainstItsOwnHolder() {
        for (int edge = 1; edge <= 4; edge++) {
            node.at(net.topology().access(edge));
            node.send(Packets.duplicateDetection(node.mac(), WANTED));
            node.ask(WANTED);
            net.settle();
            assertEquals(List.of(), told(node, WANTED), "edge " + edge);
            assertEquals(net.topology().access(edge), net.binding(node).current().poa());
        }
    }

    @Test
    void anAddressThatANodeWouldLikeToHaveIsItsOwn() {
        Station fresh = net.station("fresh", "2001:db8:0:2::77").at(net.topology().access(2));
        fresh.send(Packets.duplicateDetection(fresh.mac(), fresh.address().getIp6Address()));
        net.run(50);
        assertTrue(net.binding(fresh).addresses().contains(fresh.address()));
        fresh.say(WEB, 5000, 80, "first packet");
        net.run(10);
        assertEquals("first packet", net.outside().last().text());
    }

    @Test
    void anotherNodesAddressCannotBeTakenByAnyMessage() {
        Station thief = net.station("thief", 2, "2001:db8:0:2::66");
        thief.send(Packets.neighborAdvertisement(thief.mac(), WANTED));
        thief.send(Packets.neighborSolicitation(thief.mac(), WANTED, Ip6Address.valueOf("2001:db8:0:2::1")));
        thief.send(Packets.duplicateDetection(thief.mac(), WANTED));
        net.run(50);
        assertFalse(net.binding(thief).addresses().contains(WANTED));
        thief.send(thief.udp(WEB, 5000, 80, "stolen").ip(WANTED, WEB).build());
        net.run(20);
        assertEquals(List.of(), net.outside().heard());
        assertEquals(net.topology().access(1), net.binding(node).current().poa());
        net.assertExact();
    }

    @Test
    void everyKindOfMessageTellsOfAMove() {
        List<Frame> signs = List.of(
                Packets.routerSolicitation(node.mac(), Ip6Address.valueOf("fe80::99")),
                Packets.neighborSolicitation(node.mac(), Ip6Address.valueOf("fe80::99"),
                        net.domain().gatewayLinkLocal()),
                Packets.neighborAdvertisement(node.mac(), WANTED),
                Packets.duplicateDetection(node.mac(), WANTED));
        for (int i = 0; i < signs.size(); i++) {
            int edge = i % 2 == 0 ? 2 : 3;
            node.at(net.topology().access(edge)).send(signs.get(i));
            net.settle();
            assertEquals(net.topology().access(edge), net.binding(node).current().poa(), "message " + i);
            assertEquals(Trigger.NDP, net.binding(node).current().trigger());
        }
        net.assertExact();
    }

    @Test
    void aForgedMoveIsRolledBackWhenTheNodeAnswersItsSolicitation() {
        Frame forged = Packets.neighborAdvertisement(node.mac(), WANTED);
        net.wires().send(net.topology().access(4), forged);
        net.settle();
        assertEquals(net.topology().access(1), net.binding(node).current().poa());
        assertEquals(Trigger.PROBE_REPLY, net.binding(node).current().trigger());
        node.say(WEB, 5000, 80, "still here");
        net.run(10);
        assertEquals("still here", net.outside().last().text());
        net.assertExact();
    }

    @Test
    void announcementsOfRoutersAreNotForNodesToMake() {
        Station victim = net.station("victim", 2, "2001:db8:0:2::20");
        net.run(3_000);
        int heard = victim.autoconfiguration().announcements();
        MacAddress gateway = net.domain().gatewayMac();
        for (String to : List.of("ff02::1", "2001:db8:0:2::20")) {
            for (int type : new int[] {134, 137}) {
                node.send(Packets.icmp().icmp(type, 0).ttl(255).eth(node.mac(), gateway)
                        .ip(node.address(), IpAddress.valueOf(to)).size(12).build());
            }
        }
        net.run(50);
        assertEquals(heard, victim.autoconfiguration().announcements());
        assertEquals(List.of(), victim.heard());
    }

    @Test
    void multicastAndLinkLocalPacketsStayWhereTheyAre() {
        Station other = net.station("other", 4, "2001:db8:0:4::20");
        for (String to : List.of("ff02::fb", "ff0e::1", "fe80::1:2:3")) {
            node.send(node.udp(IpAddress.valueOf(to), 5353, 5353, "anybody?").build());
        }
        net.run(50);
        assertEquals(List.of(), net.outside().heard());
        assertEquals(List.of(), other.heard());
    }

    @Test
    void theVirtualGatewayAnswersToPing() {
        for (String gateway : List.of("2001:db8:0:1::1", "2001:db8:0:3::1", "fe80::5eff:fe00:1")) {
            node.clear();
            IpAddress from = gateway.startsWith("fe80") ? IpAddress.valueOf("fe80::10") : node.address();
            node.send(Packets.ping6().eth(node.mac(), net.domain().gatewayMac())
                    .ip(from, IpAddress.valueOf(gateway)).payload("ping").build());
            net.run(10);
            assertEquals(1, node.heard().size(), gateway);
            assertEquals(gateway, node.heard().get(0).from().toString());
            assertTrue(node.heard().get(0).frame().checksumsAreValid());
        }
    }

    @Test
    void callsFromOutsideReachANodeWithoutBeingPinned() {
        net.outside().say(WEB, 4_000, node.address(), 22, "knock");
        net.run(10);
        assertEquals(List.of("knock"), node.texts());
        assertEquals(Set.of(), net.state(node).flows().keySet());
        int shown = net.packetIns();
        net.outside().say(WEB, 4_001, node.address(), 22, "again");
        net.run(10);
        assertEquals(List.of("knock", "again"), node.texts());
        assertEquals(shown, net.packetIns());
    }
}
