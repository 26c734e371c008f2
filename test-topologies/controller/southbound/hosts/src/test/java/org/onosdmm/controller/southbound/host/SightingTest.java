/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import org.junit.jupiter.api.Test;
import org.onlab.packet.Data;
import org.onlab.packet.EthType;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosproject.net.HostId;

import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SightingTest {

    private static final HostId ID = HostId.hostId(Packets.HOST);

    private static void assertSeen(Ethernet packet, IpAddress... addresses) {
        Sighting sighting = Sighting.of(packet).orElseThrow();
        assertEquals(ID, sighting.host());
        assertEquals(Set.of(addresses), sighting.addresses());
    }

    private static void assertNotSeen(Ethernet packet) {
        assertEquals(Optional.empty(), Sighting.of(packet));
    }

    @Test
    void arpTellsTheAddress() {
        assertSeen(Packets.arp(Packets.IP4), Packets.IP4);
    }

    @Test
    void anArpProbeTellsThePlaceOnly() {
        assertSeen(Packets.arp(Ip4Address.ZERO));
    }

    @Test
    void aSelfAssignedAddressDoesNotCount() {
        assertSeen(Packets.arp(Ip4Address.valueOf("169.254.3.4")));
    }

    @Test
    void anIpPacketTellsThePlaceOnly() {
        assertSeen(Packets.ipv4());
        assertSeen(Packets.ipv6("02:00:00:00:00:02"));
    }

    @Test
    void multicastIpv6TellsNothing() {
        assertNotSeen(Packets.ipv6("33:33:00:00:00:02"));
    }

    @Test
    void neighborDiscoveryTellsTheAddress() {
        assertSeen(Packets.neighborSolicitation(Packets.IP6), Packets.IP6);
        assertSeen(Packets.routerSolicitation(Packets.IP6), Packets.IP6);
    }

    @Test
    void anAdvertisementTellsItsTargetToo() {
        Ip6Address target = Ip6Address.valueOf("2001:db8::77");
        assertSeen(Packets.neighborAdvertisement(Packets.IP6, target), Packets.IP6, target);
    }

    @Test
    void duplicateAddressDetectionTellsNothing() {
        assertNotSeen(Packets.neighborSolicitation(Ip6Address.ZERO));
        assertNotSeen(Packets.routerSolicitation(Ip6Address.ZERO));
        assertNotSeen(Packets.neighborAdvertisement(Ip6Address.ZERO, Packets.IP6));
    }

    @Test
    void otherProtocolsTellNothing() {
        assertNotSeen(Packets.frame(EthType.EtherType.LLDP, new Data(new byte[4]), "01:80:c2:00:00:0e"));
        assertNotSeen(Packets.frame(EthType.EtherType.BDDP, new Data(new byte[4]), "ff:ff:ff:ff:ff:ff"));
    }

    @Test
    void nobodyIsBroadcastOrMulticast() {
        assertNotSeen(Packets.ipv4().setSourceMACAddress(MacAddress.BROADCAST));
        assertNotSeen(Packets.ipv4().setSourceMACAddress(MacAddress.valueOf("01:00:5e:00:00:01")));
    }

    @Test
    void theVlanIsPartOfTheHost() {
        Ethernet tagged = Packets.arp(Packets.IP4).setVlanID((short) 30);
        assertEquals(HostId.hostId(Packets.HOST, VlanId.vlanId((short) 30)),
                Sighting.of(tagged).orElseThrow().host());
    }
}
