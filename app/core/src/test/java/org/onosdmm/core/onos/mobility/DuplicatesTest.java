/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.ARP;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** IPv4 address conflicts (RFC 5227) between hosts at different ports; those of IPv6 are in NeighbourDiscoveryTest. */
class DuplicatesTest {

    private static final Ip4Address WANTED = Ip4Address.valueOf("10.1.0.10");

    private Emulation net;
    private Station holder;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        holder = net.station("holder", 1, WANTED.toString());
        net.run(2_000);
    }

    private Station second(int edge) {
        return net.station("second" + edge, "10.3.0.9" + edge)
                .at(edge == 1 ? net.topology().second(1) : net.topology().access(edge));
    }

    private List<MacAddress> told(Station station) {
        return station.arp().stream().map(Frame::ethernet).map(e -> (ARP) e.getPayload())
                .filter(arp -> Ip4Address.valueOf(arp.getSenderProtocolAddress()).equals(WANTED))
                .map(arp -> MacAddress.valueOf(arp.getSenderHardwareAddress())).collect(Collectors.toList());
    }

    @Test
    void aProbeIsAnsweredByTheHolderItselfWhereverTheTwoAre() {
        for (int edge = 1; edge <= 4; edge++) {
            Station second = second(edge);
            second.send(Packets.arpProbe(second.mac(), WANTED));
            net.run(50);
            assertEquals(List.of(holder.mac()), told(second), "edge " + edge);
        }
        assertEquals(net.topology().access(1), net.binding(holder).current().poa());
    }

    @Test
    void aHolderThatHasMovedIsAskedWhereItIs() {
        holder.at(net.topology().access(4)).announce();
        net.settle();
        Station second = second(2);
        second.send(Packets.arpProbe(second.mac(), WANTED));
        net.run(50);
        assertEquals(List.of(holder.mac()), told(second));
        assertEquals(net.topology().access(4), net.binding(holder).current().poa());
    }

    @Test
    void nobodyDefendsAnAddressAgainstItsOwnHolder() {
        for (int edge = 1; edge <= 4; edge++) {
            holder.clear();
            holder.at(net.topology().access(edge)).send(Packets.arpProbe(holder.mac(), WANTED));
            net.run(50);
            holder.announce();
            net.settle();
            assertEquals(List.of(), told(holder), "edge " + edge);
        }
    }

    @Test
    void aHolderThatHasNeverSaidAWordAnswers() {
        Ip4Address unknown = Ip4Address.valueOf("10.4.0.77");
        Station mute = net.station("mute", unknown.toString()).at(net.topology().access(4));
        Station second = second(2);
        second.send(Packets.arpProbe(second.mac(), unknown));
        net.run(50);
        assertTrue(second.arp().stream().map(f -> (ARP) f.ethernet().getPayload())
                .anyMatch(arp -> MacAddress.valueOf(arp.getSenderHardwareAddress()).equals(mute.mac())
                        && Ip4Address.valueOf(arp.getSenderProtocolAddress()).equals(unknown)));
    }

    @Test
    void whoIsNotThereIsNotDefended() {
        holder.silent();
        Station second = second(2);
        second.send(Packets.arpProbe(second.mac(), WANTED));
        net.run(3_000);
        assertEquals(List.of(), told(second));
    }

    @Test
    void anAnnouncementOfAnothersAddressDoesNotReachTheHolderAndTakesNothing() {
        Station thief = second(2);
        holder.clear();
        for (int i = 0; i < 10; i++) {
            thief.send(Packets.gratuitousArp(thief.mac(), WANTED));
        }
        net.settle();
        assertEquals(List.of(), told(holder));
        assertEquals(holder.id(), net.mobility().holder(WANTED).get());
    }

    @Test
    void aFloodOfProbesIsBoundedForTheHolder() {
        Station second = second(2);
        holder.clear();
        for (int i = 0; i < 500; i++) {
            second.send(Packets.arpProbe(second.mac(), WANTED));
        }
        net.run(100);
        assertTrue(holder.arp().size() < 60, () -> holder.arp().size() + " of 500");
        assertTrue(net.mobility().counters().counts().keySet().stream()
                .anyMatch(name -> name.startsWith("refused questions for duplicates")));
    }
}
