/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.Drop;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Between the edges packets go by their locator alone. */
class FabricTest {
    private static final IpAddress ANY = IpAddress.valueOf("10.9.9.9");

    private Emulation net;
    private Station node;
    private Locator place;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        place = net.binding(node).current().locator();
    }

    private static Frame to(MacAddress locator) {
        return Packets.udp().eth(MacAddress.valueOf("02:00:00:00:77:77"), locator).ip(ANY, ANY).size(300).build();
    }

    @Test
    void fromAnywhereALocatorLeadsToItsPlace() {
        net.topology().links().keySet().stream().filter(port -> !isCoreTowardsThePlace(port)).forEach(port -> {
            Trace trace = net.wires().probe(port, to(place.mac()));
            assertTrue(trace.isDeliveredTo(node.host()), trace::toString);
            assertEquals(1, trace.deliveries().size());
            assertEquals(to(place.mac()).length(), trace.delivery().frame().length());
            assertTrue(trace.hops().size() <= 4, trace::toString);
        });
    }

    private boolean isCoreTowardsThePlace(ConnectPoint port) {
        return net.topology().cores().contains(port.deviceId()) && port.port().toLong() == 1;
    }

    @Test
    void aCoreSwitchNeverSendsAPacketBackWhereItCameFrom() {
        for (DeviceId core : net.topology().cores()) {
            Trace trace = net.wires().probe(Topology.port(core, 1), to(place.mac()));
            assertEquals(List.of(core), trace.devices());
            assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, trace.drop().reason());
        }
    }

    @Test
    void aLocatorThatNoNodeCanHaveIsDroppedAtItsEdge() {
        for (int attachment : List.of(3, 15)) {
            Trace trace = net.wires().probe(net.topology().fabric(2, 1), to(Locator.of(1, attachment).mac()));
            assertEquals(List.of(), trace.deliveries(), trace::toString);
            assertEquals(List.of(), trace.punts(), trace::toString);
            assertEquals(net.topology().edge(1), trace.devices().get(trace.devices().size() - 1));
        }
    }

    @Test
    void aLocatorThatNobodyHasYetIsShownToTheController() {
        for (int attachment : List.of(99, 40_000, 65_535)) {
            Trace trace = net.wires().probe(net.topology().fabric(2, 1), to(Locator.of(1, attachment).mac()));
            assertEquals(List.of(), trace.deliveries(), trace::toString);
            assertEquals(1, trace.punts().size(), trace::toString);
            assertEquals(net.topology().edge(1), trace.punts().get(0).at().deviceId());
        }
    }

    @Test
    void aLocatorOfNoEdgeIsDropped() {
        Trace trace = net.wires().probe(net.topology().fabric(2, 1), to(Locator.of(77, 20).mac()));
        assertEquals(List.of(), trace.deliveries());
        assertEquals(1, trace.hops().size());
    }

    @Test
    void whatIsNoLocatorIsDropped() {
        for (MacAddress mac : List.of(node.mac(), MacAddress.BROADCAST, net.domain().gatewayMac(),
                MacAddress.valueOf("01:00:5e:00:00:01"))) {
            net.topology().links().keySet().forEach(port -> {
                Trace trace = net.wires().probe(port, to(mac));
                assertEquals(List.of(), trace.deliveries(), trace::toString);
                assertEquals(List.of(), trace.punts(), trace::toString);
                assertEquals(1, trace.hops().size(), trace::toString);
            });
        }
    }

    @Test
    void anAnchorLooksTheAddressUp() {
        Frame question = Packets.udp().eth(node.mac(), Locator.anchor(1).mac()).ip(ANY, node.address()).build();
        Trace trace = net.wires().probe(net.topology().fabric(1, 2), question);
        assertTrue(trace.isDeliveredTo(node.host()), trace::toString);

        node.at(net.topology().access(3)).announce();
        net.settle();
        Trace moved = net.wires().probe(net.topology().fabric(1, 2), question);
        assertTrue(moved.isDeliveredTo(node.host()), moved::toString);
    }

    @Test
    void anAnchorDropsWhatItDoesNotKnowAndAsksNobody() {
        for (String address : List.of("10.1.0.77", "10.4.0.77", "203.0.113.7")) {
            Frame question = Packets.udp().eth(node.mac(), Locator.anchor(1).mac())
                    .ip(ANY, IpAddress.valueOf(address)).build();
            Trace trace = net.wires().probe(net.topology().fabric(1, 1), question);
            assertEquals(List.of(), trace.deliveries(), trace::toString);
            assertEquals(List.of(), trace.punts(), trace::toString);
            assertEquals(1, trace.hops().size(), trace::toString);
        }
    }

    @Test
    void coreSwitchesKnowNoNode() {
        RuleSet before = core();
        Station other = net.station("other", 2, "10.2.0.20");
        node.say(other.address(), 5000, 5000, "x");
        node.say(IpAddress.valueOf("203.0.113.10"), 16384, 16384, "x");
        net.outside().say(IpAddress.valueOf("203.0.113.50"), 4000, node.address(), 22, "x");
        net.run(50);
        node.at(net.topology().access(3)).announce();
        net.settle();
        assertEquals(before, core());
        assertTrue(net.mobility().desired(net.state(node)).devices().stream()
                .noneMatch(net.topology().cores()::contains));
    }

    private RuleSet core() {
        return net.control().reported().where(key -> net.topology().cores().contains(key.device()));
    }

    @Test
    void withALinkCutTheOtherCoreIsTaken() {
        ConnectPoint cut = net.topology().fabric(1, 1);
        net.setLink(cut, false);
        net.run(100);
        for (int edge = 2; edge <= 4; edge++) {
            for (int core = 1; core <= 2; core++) {
                Trace trace = net.wires().probe(net.topology().fabric(edge, core), to(place.mac()));
                assertTrue(trace.isDeliveredTo(node.host()), trace::toString);
            }
        }
        net.assertExact();
        net.setLink(cut, true);
        net.run(100);
        net.assertExact();
    }
}
