/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.nio.ByteBuffer;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** ICMP errors through a rewrite: outer and quoted header change, checksums stay right. */
class IcmpErrorsTest {

    private static final MacAddress HERE = MacAddress.valueOf("02:00:00:00:00:01");
    private static final MacAddress THERE = MacAddress.valueOf("02:00:00:00:00:02");
    private static final IpAddress LOCAL = IpAddress.valueOf("10.1.0.10");
    private static final IpAddress OUTSIDE = IpAddress.valueOf("198.51.100.7");
    private static final IpAddress PEER = IpAddress.valueOf("203.0.113.30");
    private static final IpAddress ROUTER = IpAddress.valueOf("192.0.2.1");
    private static final MacAddress LOCATOR = Locator.of(2, 17).mac();
    private static final int UNREACHABLE = 3;
    private static final int TOO_BIG = 4;
    private static final int PORT = 3;

    private static Frame udp(IpAddress from, IpAddress to) {
        return Packets.udp().eth(HERE, THERE).ip(from.toString(), to.toString()).ports(5000, 53).build();
    }

    private static Frame error(IpAddress from, IpAddress to, int code, Frame about) {
        return Packets.icmpError(UNREACHABLE, code, about).eth(HERE, THERE).ip(from.toString(), to.toString())
                .build();
    }

    @Test
    void packetTooBigReachesTheNodeWithItsOwnAddressInside() {
        Frame arrived = error(ROUTER, OUTSIDE, TOO_BIG, udp(OUTSIDE, PEER));
        IcmpErrors error = IcmpErrors.in(arrived.buffer()).get();
        assertEquals(OUTSIDE, error.receiver());
        assertEquals(OUTSIDE, error.quotedSender());
        Frame told = Frame.of(error.toNode(LOCAL, LOCATOR));
        assertEquals(LOCATOR, told.ethDst());
        assertEquals(Optional.of(LOCAL), told.ipDst());
        assertEquals(Optional.of(ROUTER), told.ipSrc());
        assertTrue(told.checksumsAreValid(), told::toString);
        assertEquals(error(ROUTER, LOCAL, TOO_BIG, udp(LOCAL, PEER)).length(), told.length());
        IcmpErrors again = IcmpErrors.in(told.buffer()).get();
        assertEquals(LOCAL, again.quotedSender());
        assertEquals(PEER, again.quotedReceiver());
    }

    @Test
    void anErrorOfTheNodeQuotesTheAddressThatTheOutsideKnows() {
        IcmpErrors error = IcmpErrors.in(error(LOCAL, PEER, PORT, udp(PEER, LOCAL)).buffer()).get();
        assertEquals(LOCAL, error.reporter());
        assertEquals(LOCAL, error.quotedReceiver());
        Frame sent = Frame.of(error.fromNode(OUTSIDE, LOCATOR));
        assertEquals(Optional.of(LOCAL), sent.ipSrc(), "the exit rewrites the outer one");
        assertTrue(sent.checksumsAreValid(), sent::toString);
        assertEquals(OUTSIDE, IcmpErrors.in(sent.buffer()).get().quotedReceiver());
    }

    @Test
    void theOriginalFrameIsLeftAlone() {
        Frame arrived = error(ROUTER, OUTSIDE, TOO_BIG, udp(OUTSIDE, PEER));
        ByteBuffer buffer = arrived.buffer();
        IcmpErrors.in(buffer).get().toNode(LOCAL, LOCATOR);
        assertEquals(arrived, Frame.of(buffer));
    }

    @Test
    void whatIsNoWholeErrorIsNone() {
        assertFalse(IcmpErrors.in(udp(LOCAL, PEER).buffer()).isPresent(), "not ICMP");
        assertFalse(IcmpErrors.in(Packets.ping().eth(HERE, THERE).ip("10.1.0.10", "203.0.113.30").build().buffer())
                .isPresent(), "not an error");
        byte[] whole = error(ROUTER, OUTSIDE, TOO_BIG, udp(OUTSIDE, PEER)).bytes();
        for (int length = 0; length < 14 + 20 + 8 + 20; length++) {
            assertFalse(IcmpErrors.in(ByteBuffer.wrap(whole, 0, length)).isPresent(), "cut to " + length);
        }
    }
}
