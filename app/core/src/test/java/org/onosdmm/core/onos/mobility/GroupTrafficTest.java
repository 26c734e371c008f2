/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Heard;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Packets to groups (here mDNS, RFC 6762), in a network with the app at work in it. */
class GroupTrafficTest {

    private static final IpAddress MDNS = IpAddress.valueOf("224.0.0.251");
    private static final MacAddress MDNS_MAC = MacAddress.valueOf("01:00:5e:00:00:fb");
    private static final int PORT = 5353;

    private Emulation net;
    private Station speaker;
    private Station neighbour;
    private Station far;

    private void start(String multicast) {
        ObjectNode document = Topology.campus().document();
        if (!multicast.isEmpty()) {
            document.set("multicast", Documents.json(multicast));
        }
        net = Emulation.of(Topology.campus().configured(document));
        speaker = net.station("speaker", 1, "10.1.0.10");
        neighbour = net.station("neighbour", "10.1.0.11").at(net.topology().second(1)).announce();
        far = net.station("far", 2, "10.2.0.10");
        net.run(50);
    }

    private static Frame query(MacAddress mac, IpAddress source, String text) {
        return Packets.udp().eth(mac, MDNS_MAC).ip(source, MDNS).ports(PORT, PORT).payload(text).build();
    }

    private void ask(String text) {
        speaker.send(query(speaker.mac(), speaker.address(), text));
        net.run(20);
    }

    private long refused(String what) {
        return net.mobility().counters().counts().getOrDefault("refused " + what, 0L);
    }

    @Test
    void byDefaultNobodyHearsAnybody() {
        start("");
        Trace trace = net.wires().probe(net.topology().access(1), query(speaker.mac(), speaker.address(), "who"));
        assertEquals(List.of(), trace.deliveries());
        assertEquals(List.of(), trace.punts());
    }

    @Test
    void atAnEdgeThoseAtTheOtherPortsHear() {
        start("{ 'groups': ['224.0.0.251'] }");
        ask("who");
        assertEquals(List.of("who"), neighbour.texts());
        assertEquals(List.of(), far.texts());
        assertEquals(List.of(), speaker.texts(), "not its own words");
        Heard heard = neighbour.heard().get(0);
        assertEquals(net.domain().gatewayMac(), heard.frame().ethernet().getSourceMAC());
        assertEquals(MDNS_MAC, heard.frame().ethernet().getDestinationMAC());
        assertEquals(speaker.address(), heard.from());
        assertTrue(heard.frame().checksumsAreValid());
    }

    @Test
    void inADomainAllHearWhereverTheyAre() {
        start("{ 'groups': ['224.0.0.251'], 'scope': 'domain' }");
        far.at(net.topology().access(3)).announce();
        net.settle();
        ask("who");
        assertEquals(List.of("who"), far.texts());
        assertEquals(List.of("who"), neighbour.texts());
    }

    @Test
    void otherGroupsAreNotCarried() {
        start("{ 'groups': ['255.255.255.255'], 'scope': 'domain' }");
        ask("who");
        assertEquals(List.of(), neighbour.texts());
    }

    @Test
    void nobodySpeaksInAnothersName() {
        start("{ 'groups': ['224.0.0.251'], 'scope': 'domain' }");
        speaker.send(query(speaker.mac(), far.address(), "a lie"));
        speaker.send(query(neighbour.mac(), neighbour.address(), "another"));
        net.run(20);
        assertEquals(List.of(), far.texts());
        assertEquals(2, refused("multicast from where the sender is not known to be"));
        net.settle();
        assertEquals(net.topology().second(1), net.binding(neighbour).current().poa());
    }

    @Test
    void theOutsideDoesNotBelongToIt() {
        start("{ 'groups': ['224.0.0.251'], 'scope': 'domain' }");
        ConnectPoint uplink = net.topology().uplink(1);
        Trace trace = net.wires().probe(uplink, query(Topology.router(1), IpAddress.valueOf("203.0.113.9"), "who"));
        assertEquals(List.of(), trace.deliveries());
        assertEquals(List.of(), trace.punts());
    }

    @Test
    void aFloodIsBoundedAndCounted() {
        start("{ 'groups': ['224.0.0.251'], 'rate': 5 }");
        for (int i = 0; i < 500; i++) {
            speaker.send(query(speaker.mac(), speaker.address(), "who " + i));
        }
        net.run(50);
        assertTrue(neighbour.texts().size() < 50, () -> neighbour.texts().size() + " of 500");
        assertTrue(refused("multicast from " + net.topology().access(1)) > 400);
    }
}
