/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.IpAddress;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.meter.MeterId;

import java.util.Random;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.ipv6;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.rule;
import static org.onosdmm.dataplane.Samples.tcp;
import static org.onosdmm.dataplane.Samples.tp;
import static org.onosdmm.dataplane.Samples.udp;

/** Set-field and time-to-live actions, with right checksums (OpenFlow 1.3.5 section A.2.5). */
class RewriteTest {
    private static final IpAddress NEW4 = IpAddress.valueOf("203.0.113.77");
    private static final IpAddress NEW6 = IpAddress.valueOf("2001:db8:ffff::77");

    private final DataPlane net = oneSwitch(2);

    private Frame rewritten(TrafficSelector.Builder selector, TrafficTreatment.Builder treatment, Frame frame) {
        net.add(rule(S1, 0, 10, selector, treatment.setOutput(port(2))));
        return net.inject(at(S1, 1), frame).delivery().frame();
    }

    @Test
    void setsMacAddresses() {
        Frame frame = rewritten(match(), act().setEthSrc(MAC_A).setEthDst(MAC_B), Packets.udp().build());

        assertEquals(MAC_A, frame.ethSrc());
        assertEquals(MAC_B, frame.ethDst());
    }

    static Stream<PacketBuilder> ipv4Packets() {
        return Stream.of(Packets.udp(), Packets.tcp().flags(2), Packets.ping(), Packets.sctp(), Packets.udp().size(1),
                Packets.tcp().size(1399), Packets.udp().vlan(7)).map(packet -> packet.ip("10.0.0.1", "10.0.1.1"));
    }

    @ParameterizedTest
    @MethodSource("ipv4Packets")
    void setsIpv4Addresses(PacketBuilder packet) {
        IpAddress other = IpAddress.valueOf("198.51.100.1");
        Frame frame = rewritten(ipv4(), act().setIpSrc(NEW4).setIpDst(other), packet.build());

        assertEquals(NEW4, frame.ipSrc().get());
        assertEquals(other, frame.ipDst().get());
        assertTrue(frame.checksumsAreValid());
        assertArrayEquals(packet.build().payload(), frame.payload());
        assertEquals(packet.build().length(), frame.length());
    }

    static Stream<PacketBuilder> ipv6Packets() {
        return Stream.of(Packets.udp(), Packets.tcp().flags(2), Packets.ping6(), Packets.udp().size(1))
                .map(packet -> packet.ip("2001:db8::1", "2001:db8:1::1"));
    }

    @ParameterizedTest
    @MethodSource("ipv6Packets")
    void setsIpv6Addresses(PacketBuilder packet) {
        TrafficTreatment.Builder both = act().add(Instructions.modL3IPv6Src(NEW6)).add(Instructions.modL3IPv6Dst(NEW6));
        Frame frame = rewritten(ipv6(), both, packet.build());

        assertEquals(NEW6, frame.ipSrc().get());
        assertEquals(NEW6, frame.ipDst().get());
        assertTrue(frame.checksumsAreValid());
    }

    @Test
    void setsPorts() {
        Frame udp = rewritten(udp(), act().setUdpSrc(tp(1)).setUdpDst(tp(65535)), Packets.udp().build());
        assertEquals(1, udp.sourcePort());
        assertEquals(65535, udp.destinationPort());
        assertTrue(udp.checksumsAreValid());

        Frame tcp = rewritten(tcp(), act().setTcpSrc(tp(2)).setTcpDst(tp(3)), Packets.tcp().build());
        assertEquals(2, tcp.sourcePort());
        assertEquals(3, tcp.destinationPort());
        assertTrue(tcp.checksumsAreValid());
    }

    @Test
    void keepsChecksumsRightForAnyContents() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] payload = new byte[random.nextInt(64)];
            random.nextBytes(payload);
            Frame frame = Packets.udp().payload(payload).ports(random.nextInt(65536), random.nextInt(65536)).build();
            Frame after = Rewriter.ipSrc(Rewriter.ipDst(frame, IpAddress.valueOf(random.nextInt())),
                    IpAddress.valueOf(random.nextInt()));
            assertTrue(frame.checksumsAreValid() && after.checksumsAreValid(), after::toString);
        }
    }

    @Test
    void leavesAnAbsentUdpChecksumAbsent() {
        byte[] bytes = Packets.udp().ip("10.0.0.1", "10.0.1.1").build().bytes();
        Bytes.put16(bytes, 14 + 20 + 6, 0);

        byte[] after = rewritten(ipv4(), act().setIpSrc(NEW4), Frame.of(bytes)).bytes();

        assertEquals(0, Bytes.u16(after, 14 + 20 + 6));
    }

    @Test
    void leavesAWrongChecksumWrong() {
        byte[] bytes = Packets.udp().ip("10.0.0.1", "10.0.1.1").build().bytes();
        bytes[bytes.length - 1] ^= 1;

        assertFalse(rewritten(ipv4(), act().setIpSrc(NEW4), Frame.of(bytes)).checksumsAreValid());
    }

    @Test
    void decrementsTheTimeToLive() {
        Frame frame = rewritten(ipv4(), act().decNwTtl(), Packets.udp().ttl(2).build());
        assertEquals(1, frame.bytes()[14 + 8]);
        assertTrue(frame.checksumsAreValid());

        PacketBuilder ipv6 = Packets.udp().ip("2001:db8::1", "2001:db8::2").ttl(2);
        assertEquals(1, rewritten(ipv6(), act().decNwTtl(), ipv6.build()).bytes()[14 + 7]);
    }

    @Test
    void dropsWhatHasNoHopLeft() {
        net.add(rule(S1, 0, 10, ipv4(), act().decNwTtl().setOutput(port(2)).transition(1)));

        assertEquals(Drop.Reason.TTL_EXPIRED, net.inject(at(S1, 1), Packets.udp().ttl(1).build()).drop().reason());
    }

    @Test
    void failsWhereNoHopIsLeftAndAnActionSetWaits() {
        net.add(rule(S1, 0, 10, ipv4(), act().deferred().setOutput(port(2)).transition(1)),
                rule(S1, 1, 10, ipv4(), act().decNwTtl()));

        assertThrows(AmbiguityError.class, () -> net.inject(at(S1, 1), Packets.udp().ttl(1).build()));
    }

    static Stream<Arguments> withoutPrerequisite() {
        return Stream.of(
                Arguments.of(match(), act().setIpSrc(NEW4)),
                Arguments.of(ipv6(), act().setIpSrc(NEW4)),
                Arguments.of(ipv4(), act().add(Instructions.modL3IPv6Dst(NEW6))),
                Arguments.of(match(), act().decNwTtl()),
                Arguments.of(ipv4(), act().setUdpDst(tp(1))),
                Arguments.of(udp(), act().setTcpDst(tp(1))),
                Arguments.of(match(), act().deferred().setIpSrc(NEW4)));
    }

    @ParameterizedTest
    @MethodSource("withoutPrerequisite")
    void refusesASetFieldWithoutItsPrerequisite(TrafficSelector.Builder selector, TrafficTreatment.Builder treatment) {
        FlowModException refused = assertThrows(FlowModException.class,
                () -> net.add(rule(S1, 0, 10, selector, treatment)));

        assertEquals(FlowModException.Kind.BAD_PREREQUISITE, refused.kind());
    }

    /** ONOS's setIpSrc makes an IPv4 instruction of an IPv6 address. */
    @Test
    void refusesAnAddressOfTheWrongVersion() {
        FlowModException refused = assertThrows(FlowModException.class,
                () -> net.add(rule(S1, 0, 10, ipv4(), act().setIpSrc(NEW6))));

        assertEquals(FlowModException.Kind.BAD_MATCH, refused.kind());
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                Arguments.of("VLAN_PUSH", act().pushVlan()),
                Arguments.of("QUEUE", act().setQueue(1)),
                Arguments.of("METER", act().meter(MeterId.meterId(1))),
                Arguments.of("DSCP", act().setIpDscp((byte) 1)),
                Arguments.of("NORMAL", act().setOutput(PortNumber.NORMAL)),
                Arguments.of("TABLE", act().setOutput(PortNumber.TABLE)),
                Arguments.of("TRUNCATE", act().truncate(64)));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void namesAnInstructionThatItDoesNotKnow(String name, TrafficTreatment.Builder treatment) {
        FlowModException refused = assertThrows(FlowModException.class,
                () -> net.add(rule(S1, 0, 10, ipv4(), treatment)));

        assertEquals(FlowModException.Kind.UNSUPPORTED, refused.kind());
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }
}
