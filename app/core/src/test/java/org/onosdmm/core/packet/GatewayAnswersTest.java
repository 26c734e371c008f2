/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.dataplane.Fragments;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The virtual gateway answers to ping, and says that nobody listens to UDP. */
class GatewayAnswersTest {
    private static final String NODE6 = "2001:db8:0:3::10";
    private static final String GATEWAY6 = "2001:db8:0:1::1";
    private static final MacAddress NODE = MacAddress.valueOf("02:00:00:00:00:10");

    private final Domain domain = Topology.campus().domain();

    private Optional<Frame> answer(PacketBuilder packet) {
        return answer(packet.eth(NODE, domain.gatewayMac()).build());
    }

    private Optional<Frame> answer(Frame frame) {
        return GatewayAnswers.answer(domain, frame.buffer()).map(Frame::of);
    }

    @Test
    void anEchoRequestIsAnsweredWithWhatItCarried() {
        byte[] payload = "12345678abcdefgh".getBytes(StandardCharsets.US_ASCII);
        Frame answer = answer(Packets.ping().ip("10.3.0.10", "10.1.0.1").payload(payload)).get();
        assertEquals("10.1.0.1", answer.ipSrc().get().toString());
        assertEquals("10.3.0.10", answer.ipDst().get().toString());
        assertEquals(NODE, answer.ethDst());
        assertEquals(domain.gatewayMac(), answer.ethSrc());
        assertTrue(answer.checksumsAreValid());
        assertArrayEquals(payload, Arrays.copyOfRange(answer.payload(), 4, 4 + payload.length));
    }

    @Test
    void nothingElseIs() {
        assertFalse(answer(Packets.ping().ip("10.3.0.10", "10.1.0.2")).isPresent(), "not the gateway");
        assertFalse(answer(Packets.icmp().icmp(0, 0).ip("10.3.0.10", "10.1.0.1")).isPresent(), "an answer");
        assertFalse(answer(Packets.icmp().icmp(13, 0).ip("10.3.0.10", "10.1.0.1")).isPresent(), "a timestamp");
        assertFalse(answer(Packets.udp().ip("10.3.0.10", "10.1.0.2").ports(5000, 33434)).isPresent(), "a node");
        assertFalse(answer(Packets.udp().ip("10.3.0.10", "10.1.0.1").ports(68, 67)).isPresent(), "DHCP");
        assertFalse(answer(Packets.udp().ip(NODE6, GATEWAY6).ports(546, 547)).isPresent(), "DHCPv6");
        assertFalse(answer(Packets.tcp().ip(NODE6, GATEWAY6)).isPresent());
        assertFalse(answer(Packets.tcp().ip("10.3.0.10", "10.1.0.1")).isPresent());
    }

    @Test
    void fragmentsOfAnEchoRequestGoBackOneByOne() {
        byte[] payload = new byte[3_000];
        new Random(1).nextBytes(payload);
        Frame four = Packets.ping().ip("10.3.0.10", "10.1.0.1").eth(NODE, domain.gatewayMac()).payload(payload)
                .build();
        Frame whole = Fragments.join(Fragments.of(four, 1_400, 7).stream().map(part -> answer(part).get())
                .collect(Collectors.toList()));
        assertTrue(whole.checksumsAreValid(), whole::toString);
        assertEquals(NODE, whole.ethDst());
        assertArrayEquals(payload, Arrays.copyOfRange(whole.payload(), 4, 4 + payload.length));
        Frame six = Packets.ping6().ip(NODE6, GATEWAY6).eth(NODE, domain.gatewayMac()).payload(payload).build();
        List<Frame> parts = Fragments.of(six, 1_400, 7);
        assertEquals(3, parts.size());
        for (Frame part : parts) {
            byte[] sent = part.bytes();
            byte[] answer = answer(part).get().bytes();
            boolean first = part == parts.get(0);
            assertEquals(first ? (byte) 129 : sent[62], answer[62], "behind Ethernet, IPv6 and fragment header");
            assertArrayEquals(Arrays.copyOfRange(sent, first ? 66 : 62, sent.length),
                    Arrays.copyOfRange(answer, first ? 66 : 62, answer.length));
            assertArrayEquals(Arrays.copyOfRange(sent, 22, 38), Arrays.copyOfRange(answer, 38, 54));
        }
    }

    @Test
    void whoSendsUdpIsToldThatNobodyListens() {
        for (PacketBuilder packet : List.of(Packets.udp().ip("10.3.0.10", "10.1.0.1"),
                Packets.udp().ip(NODE6, GATEWAY6))) {
            for (int size : new int[] {0, 10, 1_400}) {
                Frame sent = packet.ports(5_000, 33_434).payload(new byte[size]).eth(NODE, domain.gatewayMac()).build();
                Frame error = answer(sent).get();
                assertEquals(sent.ipDst(), error.ipSrc());
                assertEquals(sent.ipSrc(), error.ipDst());
                assertEquals(NODE, error.ethDst());
                assertEquals(domain.gatewayMac(), error.ethSrc());
                assertTrue(error.checksumsAreValid());
                assertTrue(error.length() <= 14 + 1_280, error::toString);
                boolean six = sent.ipSrc().get().isIp6();
                int header = 14 + (six ? 40 : 20);
                assertArrayEquals(six ? new byte[] {1, 4} : new byte[] {3, 3},
                        Arrays.copyOfRange(error.bytes(), header, header + 2));
                int quoted = error.length() - header - 8;
                assertArrayEquals(Arrays.copyOfRange(sent.bytes(), 14, 14 + quoted),
                        Arrays.copyOfRange(error.bytes(), header + 8, error.length()));
            }
        }
    }

    @Test
    void whatIsCutOffIsNotAnswered() {
        for (Frame whole : List.of(Packets.ping().ip("10.3.0.10", "10.1.0.1").payload("12345678").build(),
                Packets.udp().ip(NODE6, GATEWAY6).ports(1, 2).build())) {
            for (int length = 0; length < whole.length(); length++) {
                ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole.bytes(), length));
                GatewayAnswers.answer(domain, cut);
            }
            assertTrue(answer(whole).isPresent());
        }
    }
}
