/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.ARP;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Binding;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.mobility.MobilityStep;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.host.HostEvent;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a node becomes known, and with which addresses. */
class AttachTest {
    private static final IpAddress WEB = Outside.address(30);

    private Emulation net;
    private Station node;

    @BeforeEach
    void start() {
        net = Emulation.campus();
        node = net.station("mn", "10.1.0.10").at(net.topology().access(1));
    }

    private boolean isBound(Station station) {
        return net.mobility().state(station.id()).isPresent();
    }

    private void isAttachedBy(Trigger trigger) {
        Binding binding = net.binding(node);
        assertEquals(net.topology().access(1), binding.current().poa());
        assertEquals(trigger, binding.current().trigger());
        assertEquals(1, binding.sequence());
        assertEquals(HandoverPhase.CLEANED, binding.phase());
        assertEquals(Set.of(node.address()), binding.addresses());
        assertEquals(List.of(), net.handovers(node), "a first attachment is no handover");
        net.assertExact();
    }

    @Test
    void byGratuitousArp() {
        node.announce();
        net.run(20);
        isAttachedBy(Trigger.ARP);
    }

    @Test
    void byAnArpRequestForTheGatewayThatIsAnsweredWithTheVirtualGatewaysAddress() {
        node.ask(IpAddress.valueOf("10.1.0.1"));
        net.run(20);
        isAttachedBy(Trigger.ARP);
        ARP answer = (ARP) node.arp().get(0).ethernet().getPayload();
        assertEquals(net.domain().gatewayMac(), MacAddress.valueOf(answer.getSenderHardwareAddress()));
    }

    @Test
    void byItsFirstPacketWhichIsPassedOn() {
        node.say(WEB, 5000, 80, "first");
        net.run(20);
        isAttachedBy(Trigger.DATA_PACKET);
        assertEquals("first", net.outside().last().text());
        assertEquals(1, net.outside().heard().size());
    }

    @Test
    void byTheHostService() {
        net.hostSeen(HostEvent.Type.HOST_ADDED, node, net.topology().access(1), net.clock().millis());
        net.run(20);
        isAttachedBy(Trigger.HOST_EVENT);
    }

    @Test
    void aNeighbourInTheDomainIsAnsweredForAndTheNodeItselfIsNot() {
        Station other = net.station("other", 2, "10.1.0.11");
        node.ask(other.address());
        node.announce();
        node.send(Packets.arpProbe(node.mac(), node.address().getIp4Address()));
        node.send(Packets.arpProbe(node.mac(), other.address().getIp4Address()));
        net.run(20);
        assertEquals(2, node.arp().size(), "one answer for the neighbour, one of it to the probe: " + node.arp());
    }

    @Test
    void anArpProbeBindsNoAddress() {
        node.send(Packets.arpProbe(node.mac(), node.address().getIp4Address()));
        net.run(20);
        assertFalse(isBound(node));
    }

    @Test
    void aHostWithAnAddressFromElsewhereIsNotBound() {
        Station guest = net.station("guest", "172.16.0.5").at(net.topology().access(2)).announce();
        Station other = net.station("outside", "203.0.113.30").at(net.topology().access(3)).announce();
        net.run(20);
        assertFalse(isBound(guest));
        assertFalse(isBound(other));
    }

    @Test
    void theGatewaysAddressIsNobodys() {
        Station impostor = net.station("impostor", "10.1.0.1").at(net.topology().access(1)).announce();
        impostor.say(WEB, 5000, 80, "x");
        net.run(20);
        assertFalse(isBound(impostor));
        net.assertExact();
    }

    @Test
    void whatIsHeardAtAnUplinkOrBetweenSwitchesIsNoHost() {
        net.wires().send(net.topology().uplink(1), Packets.gratuitousArp(node.mac(), node.address().getIp4Address()));
        net.hostSeen(HostEvent.Type.HOST_ADDED, node, net.topology().uplink(1), net.clock().millis());
        net.hostSeen(HostEvent.Type.HOST_ADDED, node, net.topology().fabric(1, 1), net.clock().millis());
        net.run(20);
        assertFalse(isBound(node));
    }

    @Test
    void anAddressThatAnotherNodeHoldsCannotBeClaimed() {
        node.announce();
        net.run(20);
        Station thief = net.station("thief", "10.1.0.66").at(net.topology().access(2));
        thief.send(Packets.gratuitousArp(thief.mac(), node.address().getIp4Address()));
        thief.send(thief.udp(WEB, 5000, 80, "stolen").ip(node.address(), WEB).build());
        net.run(20);
        assertFalse(isBound(thief));
        assertEquals(List.of(), net.outside().heard());

        thief.announce();
        thief.send(Packets.gratuitousArp(thief.mac(), node.address().getIp4Address()));
        thief.send(thief.udp(WEB, 5000, 80, "stolen").ip(node.address(), WEB).build());
        net.run(20);
        assertEquals(Set.of(thief.address()), net.binding(thief).addresses());
        assertEquals(Set.of(node.address()), net.binding(node).addresses());
        assertEquals(List.of(), net.outside().heard());
        net.assertExact();
    }

    @Test
    void anAddressIsFreeAgainWhenItsNodeIsReleased() {
        node.announce();
        net.run(20);
        net.mobility().remove(node.id());
        net.run(20);
        Station heir = net.station("heir", "10.1.0.66").at(net.topology().access(2)).announce();
        heir.send(Packets.gratuitousArp(heir.mac(), node.address().getIp4Address()));
        net.run(20);
        assertEquals(Set.of(heir.address(), node.address()), net.binding(heir).addresses());
        net.assertExact();
    }

    @Test
    void aNodeMayHaveSeveralAddresses() {
        Station rich = net.station("rich", 2, "10.1.0.20", "10.1.0.21", "10.1.0.22");
        assertEquals(Set.copyOf(rich.addresses()), net.binding(rich).addresses());
        for (IpAddress address : rich.addresses()) {
            rich.send(rich.udp(WEB, 5000, 80, "from " + address).ip(address, WEB).build());
            net.run(5);
            assertEquals("from " + address, net.outside().last().text());
            net.outside().say(WEB, 80, net.outside().last().from(), 5000, "to " + address);
            net.run(5);
            assertEquals(address, rich.heard().get(rich.heard().size() - 1).to());
        }
        assertEquals(3, net.outside().heard().stream().map(h -> h.from()).collect(Collectors.toSet()).size());
        rich.at(net.topology().access(4)).announce();
        net.settle();
        net.assertExact();
    }

    @Test
    void aFloodOfAddressesFromOnePortStopsAtALimit() {
        for (int i = 1; i <= 3 * MobilityStep.MAX_ADDRESSES; i++) {
            node.send(Packets.gratuitousArp(node.mac(), Ip4Address.valueOf("10.1.0." + (100 + i))));
        }
        net.run(100);
        assertEquals(MobilityStep.MAX_ADDRESSES, net.binding(node).addresses().size());
        net.assertExact();
    }

    @Test
    void nothingHappensWithoutNews() {
        node.announce();
        net.run(20);
        node.say(WEB, 5000, 80, "once");
        net.run(20);
        int mark = net.control().mark();
        for (int i = 0; i < 10; i++) {
            node.announce();
            node.say(WEB, 5000, 80, "again");
            net.hostSeen(HostEvent.Type.HOST_UPDATED, node, net.topology().access(1), net.clock().millis());
            net.run(5);
        }
        assertEquals(List.of(), net.control().since(mark));
        assertTrue(net.handovers(node).isEmpty());
    }
}
