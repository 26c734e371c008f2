/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.dataplane.Fragments;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Fragments through a rewrite: put together again they are what the sender sent, with another address. */
class FragmentTest {
    private static final MacAddress HERE = MacAddress.valueOf("02:00:00:00:00:01");
    private static final MacAddress THERE = MacAddress.valueOf("02:00:00:00:00:02");
    private static final IpAddress LOCAL = IpAddress.valueOf("10.1.0.10");
    private static final IpAddress OUTSIDE = IpAddress.valueOf("198.51.100.7");
    private static final IpAddress PEER = IpAddress.valueOf("203.0.113.30");

    private final byte[] content = new byte[2_001];

    private List<Frame> fragments(PacketBuilder packet, int most) {
        new Random(most).nextBytes(content);
        return Fragments.of(packet.ip(LOCAL, PEER).payload(content).build(), most, 77);
    }

    private static Frame through(List<Frame> fragments, Function<Fragment, ByteBuffer> rewrite) {
        return Fragments.join(fragments.stream()
                .map(frame -> Frame.of(rewrite.apply(Fragment.in(frame.buffer()).get())))
                .collect(Collectors.toList()));
    }

    /** Of fragments of eight bytes the third one has the checksum of TCP. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 1_480})
    void haveTheChecksumAdjustedWhereItIs(int most) {
        for (PacketBuilder packet : List.of(Packets.udp(), Packets.tcp())) {
            Frame sent = through(fragments(packet, most), f -> f.from(OUTSIDE, HERE, THERE));
            assertEquals(OUTSIDE, sent.ipSrc().get());
            assertTrue(sent.checksumsAreValid());
            assertArrayEquals(content, sent.payload());
            Frame received = through(fragments(packet, most), f -> f.to(OUTSIDE, THERE));
            assertEquals(OUTSIDE, received.ipDst().get());
            assertTrue(received.checksumsAreValid());
            assertArrayEquals(content, received.payload());
        }
    }

    @Test
    void goFromOneMacAddressToAnother() {
        Frame first = fragments(Packets.udp(), 1_480).get(0);
        Fragment fragment = Fragment.in(first.buffer()).get();
        assertEquals(LOCAL, fragment.sender());
        assertEquals(PEER, fragment.receiver());
        Frame sent = Frame.of(fragment.from(OUTSIDE, HERE, THERE));
        assertEquals(List.of(HERE, THERE), List.of(sent.ethSrc(), sent.ethDst()));
        assertEquals(LOCAL, first.ipSrc().get(), "what was read is left as it was");
    }

    @Test
    void withoutAChecksumStayWithoutOne() {
        List<Frame> fragments = fragments(Packets.udp(), 1_480);
        byte[] bytes = fragments.get(0).bytes();
        bytes[40] = 0;
        bytes[41] = 0;
        Frame sent = Frame.of(Fragment.in(ByteBuffer.wrap(bytes)).get().from(OUTSIDE, HERE, THERE));
        assertEquals(0, sent.bytes()[40] | sent.bytes()[41]);
    }

    @Test
    void whatIsNoneIsLeftAlone() {
        assertEquals(Optional.empty(), Fragment.in(Packets.udp().build().buffer()));
        assertEquals(Optional.empty(), Fragment.in(Packets.gratuitousArp(HERE, LOCAL.getIp4Address()).buffer()));
        assertEquals(Optional.empty(), Fragment.in(ByteBuffer.allocate(20)));
        assertEquals(Optional.empty(), Fragment.in(fragments(Packets.ping(), 480).get(0).buffer()));
    }
}
