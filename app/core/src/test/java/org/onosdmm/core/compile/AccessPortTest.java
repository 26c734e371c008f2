/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What may come in by an access port, and what becomes of it. */
class AccessPortTest {
    private static final IpAddress WEB = Outside.address(30);
    private static final MacAddress STRANGER = MacAddress.valueOf("02:00:00:00:66:66");

    private Emulation net;
    private Station node;
    private Station other;
    private Station far;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        other = net.station("other", 1, "10.1.0.11");
        far = net.station("far", 4, "10.4.0.20");
    }

    private Trace from(ConnectPoint port, PacketBuilder packet) {
        return net.wires().probe(port, packet.build());
    }

    private Trace from(Station station, PacketBuilder packet) {
        return from(station.location().get(), packet);
    }

    private void goesNowhere(Trace trace) {
        assertEquals(List.of(), trace.deliveries(), trace::toString);
        assertFalse(trace.isLooping(), trace::toString);
    }

    private void isShownToTheControllerAlone(Trace trace) {
        goesNowhere(trace);
        assertEquals(Punt.UNKNOWN_PLACE, reason(trace), trace::toString);
    }

    private static Punt reason(Trace trace) {
        return Rules.reason(trace.punt());
    }

    @Test
    void aNodeWhereItIsKnownToBeIsLetIn() {
        assertTrue(from(node, node.tcp(WEB, 5000, 80, "x")).isDeliveredTo(net.outside().router(1)));
    }

    @Test
    void theAddressOfANeighbourIsNotPassed() {
        isShownToTheControllerAlone(from(node, node.udp(WEB, 5000, 80, "x").ip(other.address(), WEB)));
    }

    @Test
    void theMacAddressOfANeighbourIsNotPassed() {
        isShownToTheControllerAlone(from(node,
                node.udp(WEB, 5000, 80, "x").eth(other.mac(), net.domain().gatewayMac())));
    }

    @Test
    void aNodeAtAPortWhereItIsNotKnownToBeIsNotPassed() {
        isShownToTheControllerAlone(from(net.topology().access(2), node.udp(WEB, 5000, 80, "x")));
        isShownToTheControllerAlone(from(net.topology().second(1), node.udp(WEB, 5000, 80, "x")));
    }

    @Test
    void aNodeAtAPortWhereItIsNotKnownToBeReachesNobodyInside() {
        isShownToTheControllerAlone(from(net.topology().second(1), node.udp(other.address(), 5000, 80, "x")));
        isShownToTheControllerAlone(from(net.topology().second(1), node.udp(far.address(), 5000, 80, "x")));
    }

    @Test
    void aStrangerIsShownToTheControllerAlone() {
        isShownToTheControllerAlone(from(node, node.udp(WEB, 5000, 80, "x")
                .eth(STRANGER, net.domain().gatewayMac()).ip(IpAddress.valueOf("10.1.0.99"), WEB)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.16.0.1", "198.51.100.7", "192.0.2.2", "0.0.0.0", "203.0.113.30"})
    void anAddressOfNoHomePrefixIsDropped(String source) {
        PacketBuilder packet = node.udp(WEB, 5000, 80, "x").ip(IpAddress.valueOf(source), WEB);
        Trace trace = from(node, packet);
        goesNowhere(trace);
        assertEquals(List.of(), trace.punts(), trace::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, Locator.FIRST_ATTACHMENT, Locator.FIRST_ATTACHMENT + 1, 65535})
    void aLocatorFromAnAccessPortLeadsNowhereOfItsOwn(int attachment) {
        for (int edge = 1; edge <= 4; edge++) {
            MacAddress locator = Locator.of(edge, attachment).mac();
            for (IpAddress to : List.of(WEB, far.address(), other.address(), IpAddress.valueOf("10.3.0.77"))) {
                Trace plain = from(node, node.udp(to, 5000, 80, "x"));
                Trace forged = from(node, node.udp(to, 5000, 80, "x").eth(node.mac(), locator));
                assertTrue(forged.deliveries().isEmpty() || ends(plain).equals(ends(forged)), forged::toString);
                assertFalse(forged.isLooping(), forged::toString);
                goesNowhere(from(net.topology().second(1), node.udp(to, 5000, 80, "x").eth(STRANGER, locator)));
            }
        }
    }

    private static List<String> ends(Trace trace) {
        return trace.deliveries().stream().map(Object::toString).collect(Collectors.toList());
    }

    @Test
    void aLocatorInAFrameThatIsNotIpIsDropped() {
        Locator place = net.binding(far).current().locator();
        Frame frame = Packets.ethernet(node.mac(), place.mac(), 0x88b5, 46);
        Trace trace = net.wires().probe(net.topology().access(1), frame);
        goesNowhere(trace);
        assertEquals(List.of(), trace.punts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "224.0.0.251", "239.255.255.250"})
    void broadcastAndMulticastStopAtTheEdge(String group) {
        IpAddress to = IpAddress.valueOf(group);
        for (MacAddress mac : List.of(MacAddress.BROADCAST, MacAddress.valueOf("01:00:5e:00:00:fb"),
                net.domain().gatewayMac())) {
            Trace trace = from(node, node.udp(to, 5353, 5353, "x").eth(node.mac(), mac));
            goesNowhere(trace);
            assertEquals(1, trace.hops().size(), trace::toString);
        }
    }

    @Test
    void theBroadcastAddressOfAHomePrefixReachesNobody() {
        goesNowhere(from(node, node.udp(IpAddress.valueOf("10.1.0.255"), 5000, 80, "x")));
        goesNowhere(from(node, node.udp(IpAddress.valueOf("10.4.0.255"), 5000, 80, "x")));
    }

    @Test
    void aFrameThatIsNeitherIpNorArpIsDropped() {
        for (MacAddress to : List.of(MacAddress.BROADCAST, other.mac(), net.domain().gatewayMac())) {
            Trace trace = net.wires().probe(net.topology().access(1), Packets.ethernet(node.mac(), to, 0x88b5, 46));
            goesNowhere(trace);
            assertEquals(List.of(), trace.punts());
        }
    }

    @Test
    void arpForANeighbourGoesToTheControllerAlone() {
        Trace trace = net.wires().probe(net.topology().access(1), Packets.arpRequest(node.mac(),
                node.address().getIp4Address(), Ip4Address.valueOf("10.1.0.11")));
        goesNowhere(trace);
        assertEquals(Punt.ARP, reason(trace));
    }

    @Test
    void aPacketToTheGatewayGoesToTheControllerAlone() {
        Trace trace = from(node, Packets.ping().eth(node.mac(), net.domain().gatewayMac())
                .ip(node.address(), IpAddress.valueOf("10.1.0.1")));
        goesNowhere(trace);
        assertEquals(Punt.GATEWAY, reason(trace));
    }

    @Test
    void twoNodesBehindOnePortReachEachOther() {
        Trace trace = from(node, node.udp(other.address(), 5000, 5000, "x"));
        assertTrue(trace.isDeliveredTo(other.host()), trace::toString);
        assertEquals(1, trace.deliveries().size());
        assertEquals(net.domain().gatewayMac(), trace.delivery().frame().ethSrc());
    }

    @Test
    void aPacketToAnAddressOfAPoolIsDropped() {
        goesNowhere(from(node, node.udp(IpAddress.valueOf("198.51.100.200"), 5000, 80, "x")));
        goesNowhere(from(node, node.udp(IpAddress.valueOf("198.51.100.5"), 5000, 80, "x")));
    }
}
