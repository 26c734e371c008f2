/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.core.classify.payload.Payloads;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.classify.payload.Payloads.hex;

/** Which packets are found in frames of every kind. */
class DecapsulationTest {
    private static final String INNER = "45b8001e 00000000 40110000 0a000001 cb007109 13c413c4 000a0000 6869";
    private static final String ETHERNET = "020000000001 020000000002 ";
    private static final String PACKET = "10.0.0.1/5060 203.0.113.9/5060";

    @ParameterizedTest
    @CsvSource({
        "1, " + ETHERNET + "0800 ",
        "1, " + ETHERNET + "8100 0007 0800 ",
        "1, " + ETHERNET + "88a8 0007 8100 0008 0800 ",
        "1, " + ETHERNET + "8847 00010040 00020140 ",
        "1, " + ETHERNET + "8864 1100 0001 0020 0021 ",
        "0, 02000000 ",
        "101, ''",
        "113, 0000 0001 0006 020000000002 0000 0800 ",
        "9, ff03 0021 ",
        "9, 0f00 0800 "})
    void findsThePacket(int linkType, String header) {
        assertEquals(List.of(PACKET), ends(linkType, header + INNER));
    }

    @Test
    void readsWhatThePacketIs() {
        Segment segment = Decapsulation.of(101, ByteBuffer.wrap(hex(INNER))).get(0);
        assertEquals(46, segment.dscp);
        assertEquals("hi", new String(new byte[] {segment.payload.get(0), segment.payload.get(1)}));
    }

    @Test
    void findsWhatIsInsideOfTunnels() {
        String gtp = "45000042 00000000 40110000 c0000201 c0000202 08680868 002e0000 30ff001e 00000001 ";
        assertEquals(List.of("192.0.2.1/2152 192.0.2.2/2152", PACKET), ends(101, gtp + INNER));
        String gre = "45000036 00000000 402f0000 c0000201 c0000202 00000800 ";
        assertEquals(List.of(PACKET), ends(101, gre + INNER));
    }

    @Test
    void aFragmentIsMarkedAndALaterOneIsNone() {
        assertTrue(Decapsulation.of(101, ByteBuffer.wrap(hex(INNER.replaceFirst("00000000", "00002000")))).get(0)
                .fragment);
        assertEquals(List.of(), ends(101, INNER.replaceFirst("00000000", "00000001")));
    }

    @Test
    void framesThatMakeNoSenseDoNoHarm() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = Payloads.join(hex(ETHERNET + "0800" + INNER));
            for (int change = 0; change < 4; change++) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            assertTrue(Decapsulation.of(1, ByteBuffer.wrap(frame)).size() <= 4);
        }
    }

    private static List<String> ends(int linkType, String frame) {
        return Decapsulation.of(linkType, ByteBuffer.wrap(hex(frame))).stream()
                .map(segment -> segment.from() + " " + segment.to()).collect(Collectors.toList());
    }
}
