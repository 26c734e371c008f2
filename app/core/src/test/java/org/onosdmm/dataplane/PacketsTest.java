/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.ARP;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;

/** The packet builders make packets that ONOS, and a host, would take. */
class PacketsTest {
    private static final Ip4Address IP_A = Ip4Address.valueOf("10.0.0.1");
    private static final Ip4Address IP_B = Ip4Address.valueOf("10.0.0.2");

    static Stream<PacketBuilder> builders() {
        return Stream.of(Packets.udp(), Packets.tcp().flags(18).sequence(9), Packets.ping(), Packets.udp().size(1400),
                Packets.sctp(), Packets.udp().vlan(9),
                Packets.udp().ip("2001:db8::1", "2001:db8::2"), Packets.tcp().ip("2001:db8::1", "2001:db8::2"),
                Packets.ping6().ip("2001:db8::1", "2001:db8::2"),
                Packets.udp().ip("2001:db8::1", "2001:db8::2").size(7));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void buildsRightChecksumsAndWhatOnosReadsAndWritesAgain(PacketBuilder builder) {
        Frame frame = builder.payload("hello, world").build();

        assertTrue(frame.checksumsAreValid(), frame::toString);
        assertEquals(frame, Frame.of(frame.ethernet()));
        assertTrue(new String(frame.payload(), StandardCharsets.UTF_8).endsWith("hello, world"));
    }

    @Test
    void buildsArp() {
        ARP request = (ARP) Packets.arpRequest(MAC_A, IP_A, IP_B).ethernet().getPayload();
        assertEquals(ARP.OP_REQUEST, request.getOpCode());
        assertFalse(request.isGratuitous());

        ARP reply = (ARP) Packets.arpReply(MAC_A, IP_A, MAC_B, IP_B).ethernet().getPayload();
        assertEquals(ARP.OP_REPLY, reply.getOpCode());

        assertTrue(((ARP) Packets.gratuitousArp(MAC_A, IP_A).ethernet().getPayload()).isGratuitous());
        assertTrue(Packets.arpProbe(MAC_A, IP_A).toString().contains("request, 0.0.0.0 asks for 10.0.0.1"));
    }

    @Test
    void buildsNeighborDiscovery() {
        Frame solicitation = Packets.neighborSolicitation(MAC_A, Ip6Address.valueOf("fe80::a"),
                Ip6Address.valueOf("2001:db8::12:3456"));
        assertTrue(solicitation.checksumsAreValid());
        assertEquals(MacAddress.valueOf("33:33:ff:12:34:56"), solicitation.ethDst());
        assertEquals(IpAddress.valueOf("ff02::1:ff12:3456"), solicitation.ipDst().get());

        Frame advertisement = Packets.neighborAdvertisement(MAC_A, Ip6Address.valueOf("2001:db8::1"));
        assertTrue(advertisement.checksumsAreValid());
        assertEquals(advertisement, Frame.of(advertisement.ethernet()));
    }

    @Test
    void buildsIcmpErrorsThatQuoteThePacket() {
        Frame packet = Packets.udp().ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build();

        Frame error = Packets.icmpError(3, 4, packet).ip("10.9.9.9", "10.0.0.1").build();

        assertTrue(error.checksumsAreValid());
        byte[] quoted = Arrays.copyOfRange(error.bytes(), 14 + 20 + 8, 14 + 20 + 8 + 28);
        assertArrayEquals(Arrays.copyOfRange(packet.bytes(), 14, 14 + 28), quoted);
    }

    @Test
    void survivesWhatIsNoProperPacket() {
        Random random = new Random(2);
        Frame[] proper = {Packets.udp().build(), Packets.tcp().ip("2001:db8::1", "2001:db8::2").build()};
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = proper[i % 2].bytes();
            for (int change = 0; change < 4; change++) {
                bytes[12 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt();
            }
            Frame frame = Frame.of(Arrays.copyOf(bytes, 14 + random.nextInt(bytes.length - 13)));
            assertTrue(frame.toString().length() > 0 && frame.payload().length <= frame.length());
            Rewriter.ipSrc(frame, IpAddress.valueOf("203.0.113.1"));
            Rewriter.decrementTtl(frame);
        }
    }

    @Test
    void framesAreImmutableValues() {
        byte[] bytes = Packets.udp().build().bytes();
        Frame frame = Frame.of(bytes);
        bytes[0] = 1;
        frame.bytes()[0] = 1;
        frame.buffer().put(0, (byte) 1);

        assertEquals(Packets.udp().build(), frame);
        assertEquals(Packets.udp().build().hashCode(), frame.hashCode());
        assertThrows(IllegalArgumentException.class, () -> Frame.of(new byte[13]));
    }
}
