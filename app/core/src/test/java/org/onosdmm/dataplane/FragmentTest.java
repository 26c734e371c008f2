/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.rule;
import static org.onosdmm.dataplane.Samples.tp;
import static org.onosdmm.dataplane.Samples.udp;

/** Fragments as Open vSwitch treats them: the ports of every fragment, the first one included, are 0. */
class FragmentTest {
    private static final Frame WHOLE = Packets.udp().ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).size(200).build();
    private static final Frame WHOLE6 = Packets.udp().ip("2001:db8::1", "2001:db8::2").ports(1000, 2000).size(200)
            .build();
    private static final IpAddress NEW = IpAddress.valueOf("203.0.113.77");

    private final DataPlane net = oneSwitch(3);

    static Stream<Frame> wholes() {
        return Stream.of(WHOLE, WHOLE6);
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void haveNoPorts(Frame whole) {
        List<Frame> fragments = Fragments.of(whole, 100, 77);

        assertEquals(3, fragments.size());
        for (Frame fragment : fragments) {
            assertTrue(fragment.isFragment());
            assertEquals(0, fragment.sourcePort());
            assertEquals(0, fragment.destinationPort());
            assertEquals(whole.ipDst(), fragment.ipDst());
        }
    }

    @Test
    void missARuleOnPortsAndMeetARuleOnPortZero() {
        net.add(rule(S1, 0, 20, udp().matchUdpDst(tp(2000)), out(2)),
                rule(S1, 0, 10, udp().matchUdpSrc(tp(0)).matchUdpDst(tp(0)), out(3)));

        assertEquals(at(S1, 2), net.inject(at(S1, 1), WHOLE).delivery().at());
        for (Frame fragment : Fragments.of(WHOLE, 100, 77)) {
            assertEquals(at(S1, 3), net.inject(at(S1, 1), fragment).delivery().at());
        }
    }

    /** Over IPv4 every fragment has the protocol; over IPv6 only the first one: that of the others is 44. */
    @Test
    void haveAProtocolOrNot() {
        assertEquals(List.of(17, 17, 17), protocols(WHOLE));
        assertEquals(List.of(17, 44, 44), protocols(WHOLE6));
    }

    private static List<Integer> protocols(Frame whole) {
        return Fragments.of(whole, 100, 77).stream().map(Frame::ipProto).collect(Collectors.toList());
    }

    @Test
    void ofIcmpHaveNoType() {
        net.add(rule(S1, 0, 20, ipv4().matchIPProtocol((byte) 1).matchIcmpType((byte) 8), out(2)),
                rule(S1, 0, 10, ipv4().matchIPProtocol((byte) 1), out(3)));
        Frame ping = Packets.ping().size(300).build();

        assertEquals(at(S1, 2), net.inject(at(S1, 1), ping).delivery().at());
        assertEquals(at(S1, 3), net.inject(at(S1, 1), Fragments.of(ping, 160, 1).get(0)).delivery().at());
    }

    /** Where a whole packet has its checksum, if that is not 0 (UDP), and if there is room for a whole header. */
    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void areDamagedByARewriteOfTheAddressAllButTheFirst(String protocol) {
        net.add(rule(S1, 0, 10, ipv4(), act().setIpSrc(NEW).setOutput(port(2))));
        byte[] content = new byte[150];
        Arrays.fill(content, (byte) 7);
        PacketBuilder packet = protocol.equals("udp") ? Packets.udp() : Packets.tcp();
        Frame whole = packet.ip("10.0.0.1", "10.0.1.1").payload(content).build();

        List<Frame> before = Fragments.of(whole, 48, 77);
        List<Frame> after = before.stream().map(f -> net.inject(at(S1, 1), f).delivery().frame())
                .collect(Collectors.toList());
        int checksum = protocol.equals("udp") ? 6 : 16;
        for (int i = 1; i < before.size(); i++) {
            boolean whereNone = before.get(i).length() - 34 >= (protocol.equals("udp") ? 8 : 20);
            assertEquals(whereNone ? List.of(34 + checksum, 35 + checksum) : List.of(),
                    changed(before.get(i), after.get(i)), "fragment " + i);
        }
        assertTrue(Fragments.join(before).checksumsAreValid());
        assertFalse(Arrays.equals(content, Fragments.join(after).payload()));
    }

    private static List<Integer> changed(Frame before, Frame after) {
        return IntStream.range(34, before.length()).filter(i -> before.bytes()[i] != after.bytes()[i]).boxed()
                .collect(Collectors.toList());
    }

    /** Only the first fragment has a port, and Open vSwitch sets it. */
    @Test
    void addUpToAValidDatagramAfterARewriteOfAPort() {
        net.add(rule(S1, 0, 10, udp(), act().setUdpDst(tp(5)).setOutput(port(2))));

        addUpTo(Rewriter.destinationPort(WHOLE, IpProtocols.UDP, 5));
    }

    private void addUpTo(Frame together) {
        byte[] whole = together.bytes();
        int at = 14 + 20;
        for (Frame fragment : Fragments.of(WHOLE, 100, 77)) {
            Frame after = net.inject(at(S1, 1), fragment).delivery().frame();
            assertEquals(together.ipSrc(), after.ipSrc());
            assertTrue(after.checksumsAreValid());
            byte[] piece = Arrays.copyOfRange(after.bytes(), 14 + 20, after.length());
            assertArrayEquals(Arrays.copyOfRange(whole, at, at + piece.length), piece);
            at += piece.length;
        }
        assertEquals(whole.length, at);
    }

    @Test
    void givesTheirBytesAsPayload() {
        Frame last = Fragments.of(WHOLE, 96, 77).get(2);

        assertEquals(208 - 192, last.payload().length);
    }
}
