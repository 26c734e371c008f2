/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** IPv6 hosts that make themselves an address of the announced prefix wherever they go (RFC 8885, section 3). */
class PrefixPerAnchorTest {
    private static final MacAddress MAC = MacAddress.valueOf("02:00:00:00:aa:01");
    private static final IpAddress WEB = Outside.address6(50);

    private final Emulation net = Emulation.campus();
    private final Station node = net.newcomer("mn", MAC, 1);

    private static IpPrefix prefix(int edge) {
        return IpPrefix.valueOf("2001:db8:0:" + edge + "::/64");
    }

    private void move(int edge) {
        node.at(net.topology().access(edge));
        node.solicit();
        net.settle();
    }

    @Test
    void aNewcomerHasAnAddressOfTheEdgeWhereItIs() {
        assertTrue(prefix(1).contains(node.address()), () -> node.address().toString());
        assertEquals(Set.of(node.address()), net.binding(node).addresses());
        assertEquals("edge1", net.binding(node).home().name());
        node.say(WEB, 5000, 80, "hello");
        net.run(20);
        assertEquals("hello", net.outside().last().text());
        assertEquals(node.address(), net.outside().last().from());
        assertEquals(1, net.outside().last().edge());
        net.outside().say(WEB, 80, node.address(), 5000, "welcome");
        net.run(20);
        assertEquals(List.of("welcome"), node.texts());
        net.assertExact();
    }

    @Test
    void sessionsGoOnAndNewOnesUseTheNewPrefixThroughAllEdges() {
        List<Conversation> sessions = new ArrayList<>();
        for (int edge = 1; edge <= 4; edge++) {
            if (edge > 1) {
                move(edge);
            }
            assertTrue(prefix(edge).contains(node.address()), () -> node.address().toString());
            assertEquals(edge - 1, node.autoconfiguration().deprecated().size());
            sessions.add(net.converse(node, 5000 + edge, WEB, 80).start(1_000));
            net.run(100);
        }
        sessions.forEach(Conversation::stop);
        net.run(100);
        for (int edge = 1; edge <= 4; edge++) {
            Conversation session = sessions.get(edge - 1);
            assertEquals(List.of(session.local() + " by edge " + edge), session.outsideAddresses());
            assertEquals(List.of(), session.up().lost());
            assertEquals(List.of(), session.up().duplicated());
            assertEquals(List.of(), session.down().duplicated());
            assertTrue(session.down().lost().size() < 5 * 4, () -> session.down().toString());
        }
        assertTrue(net.state(node).flows().isEmpty(), "an address is its own anchor, so nothing is pinned");
        assertTrue(net.state(node).leases().isEmpty());
        net.assertExact();
    }

    @Test
    void anAddressIsGivenUpWhenNobodyHasUsedItForItsLifetime() {
        IpAddress first = node.address();
        move(2);
        assertEquals(List.of(first), node.autoconfiguration().deprecated());
        net.age(1_700);
        assertTrue(net.binding(node).addresses().contains(first));
        net.age(300);
        assertEquals(Set.of(node.address()), net.binding(node).addresses());
        assertEquals(List.of(node.address()), node.autoconfiguration().valid());
        net.run(100);
        net.assertExact();
    }

    @Test
    void anAddressInUseIsKeptOnBothSides() {
        Conversation session = net.converse(node, 5000, WEB, 80).start(10_000_000);
        net.run(100);
        move(3);
        net.age(6_000);
        assertTrue(node.autoconfiguration().deprecated().contains(session.local()));
        assertTrue(net.binding(node).addresses().contains(session.local()));
        session.stop();
        net.age(2_000);
        assertEquals(List.of(node.address()), node.autoconfiguration().valid());
        assertEquals(Set.of(node.address()), net.binding(node).addresses());
        assertEquals(List.of(), session.up().lost());
    }

    @Test
    void anAddressIsPreferredAgainWhereItsPrefixIs() {
        IpAddress first = node.address();
        move(2);
        IpAddress second = node.address();
        move(1);
        assertEquals(List.of(second), node.autoconfiguration().deprecated());
        assertEquals(first, node.address());
        assertEquals(Set.of(first, second), net.binding(node).addresses());
        net.assertExact();
    }

    @Test
    void announcementsAreRepeatedForEveryNode() {
        int before = node.autoconfiguration().announcements();
        net.age(1_800);
        int count = node.autoconfiguration().announcements() - before;
        assertTrue(count >= 8 && count <= 10, () -> count + " announcements in three preferred lifetimes");
        assertFalse(node.autoconfiguration().valid().isEmpty());
    }

    @Test
    void aNodeOfBothFamiliesIsOne() {
        Station both = net.station("both", 2, "10.2.0.20");
        both.solicit();
        net.run(50);
        assertEquals(2, net.binding(both).addresses().size());
        IpAddress six = both.autoconfiguration().preferred();
        assertTrue(prefix(2).contains(six));
        both.at(net.topology().access(4)).announce();
        net.settle();
        assertEquals(1, net.handovers(both).size());
        for (IpAddress address : List.of(both.address(), six)) {
            IpAddress correspondent = address.isIp4() ? Outside.address(50) : WEB;
            both.send(both.udp(correspondent, 5000, 80, "from " + address).ip(address, correspondent).build());
            net.run(5);
            assertEquals("from " + address, net.outside().last().text());
            assertEquals(address.isIp4() ? 4 : 2, net.outside().last().edge());
            net.outside().say(correspondent, 80, net.outside().last().from(), 5000, "to " + address);
            net.run(5);
            assertEquals("to " + address, both.texts().get(both.texts().size() - 1));
        }
        net.assertExact();
    }

    @Test
    void itIsFoundAgainAfterTheControllerWasRestarted() {
        IpAddress first = node.address();
        move(2);
        net.age(10);
        net.restart();
        net.run(100);
        assertEquals(Set.copyOf(node.addresses()), net.binding(node).addresses());
        assertTrue(net.state(node).left().containsKey(first));
        net.assertExact();
    }

    @Test
    void withoutPoolsIpv4IsLikeThat() {
        ObjectNode document = Topology.campus().document();
        document.get("anchors").forEach(anchor -> ((ObjectNode) anchor.get("uplink")).remove("pool"));
        Emulation plain = Emulation.of(Topology.campus().configured(document));
        Station four = plain.station("four", 1, "10.1.0.10");
        Conversation session = plain.converse(four, 5001, Outside.address(50), 80).start(1_000);
        plain.run(100);
        four.at(plain.topology().access(2)).announce();
        plain.settle();
        session.stop();
        plain.run(100);
        assertEquals(List.of("10.1.0.10 by edge 1"), session.outsideAddresses());
        assertEquals(List.of(), session.up().lost());
        assertTrue(plain.state(four).flows().isEmpty());
        plain.assertExact();
    }
}
