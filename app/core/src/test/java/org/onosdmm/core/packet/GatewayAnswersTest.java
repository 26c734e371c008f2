/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The virtual gateway answers to ping, and to nothing else. */
class GatewayAnswersTest {
    private static final MacAddress NODE = MacAddress.valueOf("02:00:00:00:00:10");

    private final Domain domain = Topology.campus().domain();

    private Optional<Frame> answer(PacketBuilder packet) {
        return GatewayAnswers.answer(domain, packet.eth(NODE, domain.gatewayMac()).build().ethernet()).map(Frame::of);
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
        assertFalse(answer(Packets.udp().ip("10.3.0.10", "10.1.0.1")).isPresent());
        assertFalse(answer(Packets.tcp().ip("10.3.0.10", "10.1.0.1")).isPresent());
    }
}
