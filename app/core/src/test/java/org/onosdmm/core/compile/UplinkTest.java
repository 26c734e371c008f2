/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What may come in from outside, and with which addresses it leaves. */
class UplinkTest {
    private static final IpAddress WEB = Outside.address(30);

    private Emulation net;
    private Station node;
    private IpAddress leased;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        leased = net.state(node).lease(net.binding(node).current().edge(), node.address()).get().outside();
    }

    private Trace in(int edge, PacketBuilder packet) {
        return net.wires().probe(net.topology().uplink(edge), packet.build());
    }

    private void isDropped(Trace trace) {
        assertEquals(List.of(), trace.deliveries(), trace::toString);
        assertEquals(List.of(), trace.punts(), trace::toString);
        assertEquals(1, trace.hops().size(), trace::toString);
    }

    @Test
    void theRouterLearnsTheAnchorByArp() {
        for (int edge = 1; edge <= 4; edge++) {
            assertEquals(Locator.exit(edge).mac(), net.outside().anchorMac(edge));
        }
    }

    @Test
    void aLeasedAddressLeadsToTheNodeWithItsOwnAddress() {
        Trace trace = in(1, net.outside().udp(WEB, 80, leased, 5000, "x"));
        assertTrue(trace.isDeliveredTo(node.host()), trace::toString);
        assertEquals(node.address(), trace.delivery().frame().ipDst().get());
        assertEquals(WEB, trace.delivery().frame().ipSrc().get());
        assertEquals(net.domain().gatewayMac(), trace.delivery().frame().ethSrc());
        assertTrue(trace.delivery().frame().checksumsAreValid());
    }

    @Test
    void aPacketToOutsideLeavesWithTheLeasedAddress() {
        Trace trace = net.wires().probe(net.topology().access(1), node.tcp(WEB, 5000, 80, "x").build());
        assertTrue(trace.isDeliveredTo(net.outside().router(1)), trace::toString);
        assertEquals(leased, trace.delivery().frame().ipSrc().get());
        assertEquals(WEB, trace.delivery().frame().ipDst().get());
        assertEquals(net.outside().anchorMac(1), trace.delivery().frame().ethSrc());
        assertTrue(trace.delivery().frame().checksumsAreValid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.10", "10.1.0.99", "10.4.0.20", "198.51.100.3", "198.51.100.250"})
    void aSourceFromInsideIsDropped(String source) {
        PacketBuilder toLeased = net.outside().udp(1, IpAddress.valueOf(source), 80, leased, 5000, "x");
        PacketBuilder toOwn = net.outside().udp(1, IpAddress.valueOf(source), 80, node.address(), 5000, "x");
        isDropped(in(1, toLeased));
        isDropped(in(1, toOwn));
    }

    @Test
    void anAddressThatNobodyHasLeasedIsDropped() {
        IpAddress free = IpAddress.valueOf(leased.toString().endsWith(".9") ? "198.51.100.8" : "198.51.100.9");
        isDropped(in(1, net.outside().udp(1, WEB, 80, free, 5000, "x")));
    }

    @Test
    void whatBelongsToAnotherAnchorIsDropped() {
        isDropped(in(2, net.outside().udp(2, WEB, 80, leased, 5000, "x")));
        isDropped(in(2, net.outside().udp(2, WEB, 80, node.address(), 5000, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.16.0.1", "224.0.0.1", "255.255.255.255", "203.0.113.99", "192.0.2.2"})
    void transitIsNotOffered(String destination) {
        isDropped(in(1, net.outside().udp(1, WEB, 80, IpAddress.valueOf(destination), 5000, "x")));
    }

    @Test
    void onlyTheAnchorsMacAddressIsServed() {
        for (MacAddress to : List.of(net.binding(node).current().locator().mac(), Locator.anchor(1).mac(),
                Locator.exitUntranslated(1).mac(), Locator.exit(2).mac(), node.mac(), MacAddress.BROADCAST,
                net.domain().gatewayMac())) {
            isDropped(in(1, net.outside().udp(WEB, 80, leased, 5000, "x").eth(Topology.router(1), to)));
            isDropped(in(1, net.outside().udp(WEB, 80, node.address(), 5000, "x").eth(Topology.router(1), to)));
        }
    }

    @Test
    void aFlowToAnOwnAddressIsShownToTheControllerFirst() {
        Trace trace = in(1, net.outside().udp(WEB, 80, node.address(), 22, "x"));
        assertEquals(List.of(), trace.deliveries());
        assertEquals(Punt.CALL_FROM_OUTSIDE, Rules.reason(trace.punt()));
    }

    @Test
    void anythingElseIsDropped() {
        isDropped(net.wires().probe(net.topology().uplink(1),
                Packets.ethernet(Topology.router(1), Locator.exit(1).mac(), 0x88b5, 46)));
    }

    @Test
    void aPacketThatNoLeaseIsForDoesNotLeave() {
        Station stranger = net.station("stranger", "10.2.0.99").at(net.topology().access(1));
        Trace trace = net.wires().probe(net.topology().fabric(1, 1), stranger.udp(WEB, 5000, 80, "x")
                .eth(stranger.mac(), Locator.exit(1).mac()).build());
        isDropped(trace);
        isDropped(net.wires().probe(net.topology().fabric(1, 1), stranger.udp(WEB, 5000, 80, "x")
                .eth(stranger.mac(), Locator.exitUntranslated(1).mac()).build()));
    }
}
