/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.MacAddress;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.function.Consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which messages of neighbour discovery count (RFC 4861, sections 6.1.1, 7.1.1 and 7.1.2). */
class NdpMessageTest {
    private static final MacAddress MAC = MacAddress.valueOf("02:00:00:00:00:10");
    private static final MacAddress OTHER = MacAddress.valueOf("02:00:00:00:00:11");
    private static final Ip6Address NODE = Ip6Address.valueOf("2001:db8:0:1::10");
    private static final Ip6Address TARGET = Ip6Address.valueOf("2001:db8:0:1::20");

    private final Frame question = Packets.neighborSolicitation(MAC, NODE, TARGET);

    private static boolean counts(Frame frame, Consumer<Ethernet> change) {
        Ethernet ethernet = frame.ethernet();
        change.accept(ethernet);
        return NdpMessage.in(ethernet).isPresent();
    }

    private static IPv6 ip(Ethernet ethernet) {
        return (IPv6) ethernet.getPayload();
    }

    @Test
    void itIsReadAsWhatItIs() {
        NdpMessage asked = NdpMessage.in(question.ethernet()).get();
        assertEquals(NdpMessage.Kind.SOLICITATION, asked.kind());
        assertEquals(NODE, asked.source());
        assertEquals(TARGET, asked.target());
        assertEquals(MAC, asked.mac());
        NdpMessage doubt = NdpMessage.in(Packets.duplicateDetection(MAC, TARGET).ethernet()).get();
        assertEquals(NdpMessage.Kind.DUPLICATE_DETECTION, doubt.kind());
        assertEquals(TARGET, doubt.target());
        assertEquals(NdpMessage.Kind.ROUTER_SOLICITATION,
                NdpMessage.in(Packets.routerSolicitation(MAC, NODE).ethernet()).get().kind());
        NdpMessage told = NdpMessage.in(Packets.neighborAdvertisement(MAC, NODE).ethernet()).get();
        assertEquals(NdpMessage.Kind.ADVERTISEMENT, told.kind());
        assertFalse(told.solicited());
        assertTrue(NdpMessage.in(Packets.solicitedAdvertisement(OTHER, TARGET, question).ethernet()).get()
                .solicited());
    }

    @Test
    void whatWasRoutedOrMadeUpDoesNotCount() {
        assertTrue(counts(question, e -> { }));
        assertFalse(counts(question, e -> ip(e).setHopLimit((byte) 254)));
        assertFalse(counts(question, e -> ((ICMP6) ip(e).getPayload()).setIcmpCode((byte) 1)));
        assertFalse(counts(question, e -> e.setSourceMACAddress(OTHER)), "another MAC address than it claims");
        assertFalse(counts(Packets.neighborSolicitation(MAC, NODE, Ip6Address.valueOf("ff02::1")), e -> { }));
        assertFalse(counts(Packets.neighborSolicitation(MAC, Ip6Address.ZERO, TARGET), e -> { }),
                "who has no address names no MAC address");
        assertFalse(counts(Packets.duplicateDetection(MAC, TARGET),
                e -> ip(e).setDestinationAddress(TARGET.toOctets())), "a doubt is for all who may hold the address");
        assertFalse(counts(Packets.solicitedAdvertisement(OTHER, TARGET, question),
                e -> ip(e).setDestinationAddress(Ip6Address.valueOf("ff02::1").toOctets())));
        assertFalse(counts(Packets.ping6().ip("2001:db8:0:1::10", "2001:db8:0:1::20").ttl(255).build(), e -> { }));
        assertFalse(counts(Packets.udp().build(), e -> { }));
    }
}
