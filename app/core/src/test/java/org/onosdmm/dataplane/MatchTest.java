/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.VlanId;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criteria;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.arp;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.ipv6;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.prefix;
import static org.onosdmm.dataplane.Samples.tcp;
import static org.onosdmm.dataplane.Samples.tp;
import static org.onosdmm.dataplane.Samples.udp;

/** Which criteria match which packets (OpenFlow 1.3.5 sections 5.3 and A.2.3). */
class MatchTest {
    private static final Frame UDP = Packets.udp().eth(MAC_A, MAC_B).ip("10.0.0.1", "10.0.1.1").ports(1000, 2000)
            .dscp(46).build();
    private static final Frame TCP = Packets.tcp().eth(MAC_A, MAC_B).ip("10.0.0.1", "10.0.1.1").ports(1000, 2000)
            .build();
    private static final Frame SCTP = Packets.sctp().ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build();
    private static final Frame UDP6 = Packets.udp().ip("2001:db8::1", "2001:db8:1::1").ports(1000, 2000).dscp(46)
            .build();
    private static final Frame PING = Packets.ping().ip("10.0.0.1", "10.0.1.1").build();
    private static final Frame PING6 = Packets.ping6().ip("2001:db8::1", "2001:db8:1::1").build();
    private static final Frame TAGGED = Packets.udp().ip("10.0.0.1", "10.0.1.1").vlan(5).build();
    private static final Frame REQUEST = Packets.arpRequest(MAC_A, ip4("10.0.0.1"), ip4("10.0.0.2"));
    private static final Frame REPLY = Packets.arpReply(MAC_A, ip4("10.0.0.1"), MAC_B, ip4("10.0.0.2"));
    private static final Frame SOLICIT = Packets.neighborSolicitation(MAC_A, ip6("fe80::a"), ip6("2001:db8::2"));
    private static final Frame ADVERT = Packets.neighborAdvertisement(MAC_A, ip6("2001:db8::1"));
    private static final Frame OTHER = Packets.ethernet(MAC_A, MAC_B, 0x88b5, 46);
    private static final Set<Frame> ALL = Set.of(UDP, TCP, SCTP, UDP6, PING, PING6, TAGGED, REQUEST, REPLY, SOLICIT,
            ADVERT, OTHER);

    private static Ip4Address ip4(String text) {
        return Ip4Address.valueOf(text);
    }

    private static Ip6Address ip6(String text) {
        return Ip6Address.valueOf(text);
    }

    private static TrafficSelector.Builder icmp() {
        return ipv4().matchIPProtocol((byte) 1);
    }

    private static TrafficSelector.Builder icmp6() {
        return ipv6().matchIPProtocol((byte) 58);
    }

    private static TrafficSelector.Builder sctp() {
        return ipv4().matchIPProtocol((byte) 132);
    }

    private static Arguments matches(TrafficSelector.Builder selector, Frame... frames) {
        return Arguments.of(selector.build(), Set.of(frames));
    }

    static Stream<Arguments> selectors() {
        return Stream.concat(Stream.concat(ethernetSelectors(), ipSelectors()), transportSelectors());
    }

    private static Stream<Arguments> ethernetSelectors() {
        MacAddress solicited = MacAddress.valueOf("33:33:ff:00:00:02");
        return Stream.of(
                matches(match(), ALL.toArray(new Frame[0])),
                matches(match().matchInPort(port(2))),
                matches(match().matchEthDst(MAC_B), UDP, TCP, REPLY, OTHER),
                matches(match().matchEthSrc(MacAddress.valueOf("02:00:00:00:00:01")), SCTP, UDP6, PING, PING6, TAGGED),
                matches(match().matchEthDstMasked(MacAddress.valueOf("33:33:00:00:00:00"),
                        MacAddress.valueOf("ff:ff:00:00:00:00")), SOLICIT, ADVERT),
                matches(match().matchEthSrcMasked(MacAddress.valueOf("02:00:00:00:00:00"),
                        MacAddress.valueOf("ff:00:00:00:00:00")), SCTP, UDP6, PING, PING6, TAGGED),
                matches(match().matchEthDst(solicited), SOLICIT),
                matches(match().matchEthType((short) 0x88b5), OTHER),
                matches(match().matchVlanId(VlanId.vlanId((short) 5)), TAGGED),
                matches(match().matchVlanId(VlanId.vlanId((short) 6))),
                matches(match().matchVlanId(VlanId.ANY), TAGGED),
                matches(match().matchVlanId(VlanId.NONE), UDP, TCP, SCTP, UDP6, PING, PING6, REQUEST, REPLY, SOLICIT,
                        ADVERT, OTHER),
                matches(arp(), REQUEST, REPLY),
                matches(arp().matchArpOp(2), REPLY),
                matches(arp().matchArpSpa(ip4("10.0.0.1")), REQUEST, REPLY),
                matches(arp().matchArpTpa(ip4("10.0.0.3"))),
                matches(arp().matchArpSha(MAC_A), REQUEST, REPLY),
                matches(arp().matchArpTha(MAC_B), REPLY));
    }

    private static Stream<Arguments> ipSelectors() {
        return Stream.of(
                matches(ipv4(), UDP, TCP, SCTP, PING, TAGGED),
                matches(ipv6(), UDP6, PING6, SOLICIT, ADVERT),
                matches(ipv4().matchIPSrc(prefix("10.0.0.1/32")), UDP, TCP, SCTP, PING, TAGGED),
                matches(ipv4().matchIPSrc(prefix("10.0.0.2/31"))),
                matches(ipv4().matchIPDst(prefix("10.0.0.0/15")), UDP, TCP, SCTP, PING, TAGGED),
                matches(ipv4().matchIPDst(prefix("0.0.0.0/0")), UDP, TCP, SCTP, PING, TAGGED),
                matches(ipv6().matchIPv6Src(prefix("2001:db8::/48")), UDP6, PING6, ADVERT),
                matches(ipv6().matchIPv6Src(prefix("fe80::/10")), SOLICIT),
                matches(ipv6().matchIPv6Dst(prefix("2001:db8:1::/127")), UDP6, PING6),
                matches(ipv6().matchIPv6Dst(prefix("2001:db8:1::1/128")), UDP6, PING6),
                matches(ipv6().matchIPv6Dst(prefix("2001:db8:1::2/128"))),
                matches(ipv4().matchIPDscp((byte) 46), UDP),
                matches(ipv6().matchIPDscp((byte) 46), UDP6),
                matches(ipv4().matchIPProtocol((byte) 1), PING));
    }

    private static Stream<Arguments> transportSelectors() {
        return Stream.of(
                matches(udp().matchUdpSrc(tp(1000)), UDP),
                matches(udp().matchUdpDst(tp(2000)), UDP),
                matches(udp().matchUdpDstMasked(tp(2000 & ~15), tp(0xfff0)), UDP),
                matches(udp().matchUdpSrcMasked(tp(0), tp(0xff00))),
                matches(ipv6().matchIPProtocol((byte) 17).matchUdpDst(tp(2000)), UDP6),
                matches(tcp().matchTcpSrc(tp(1000)).matchTcpDst(tp(2000)), TCP),
                matches(tcp().matchTcpDstMasked(tp(2000 & ~255), tp(0xff00)), TCP),
                matches(sctp().matchSctpSrc(tp(1000)).matchSctpDst(tp(2000)), SCTP),
                matches(sctp().matchSctpDstMasked(tp(0), tp(1)), SCTP),
                matches(icmp().matchIcmpType((byte) 8).matchIcmpCode((byte) 0), PING),
                matches(icmp().matchIcmpType((byte) 3)),
                matches(icmp6().matchIcmpv6Type((byte) 128).matchIcmpv6Code((byte) 0), PING6),
                matches(icmp6().matchIcmpv6Type((byte) 135), SOLICIT),
                matches(icmp6().matchIcmpv6Type((byte) 135).matchIPv6NDTargetAddress(ip6("2001:db8::2")), SOLICIT),
                matches(icmp6().matchIcmpv6Type((byte) 136).matchIPv6NDTargetAddress(ip6("2001:db8::1")), ADVERT),
                matches(icmp6().matchIcmpv6Type((byte) 135).matchIPv6NDSourceLinkLayerAddress(MAC_A), SOLICIT),
                matches(icmp6().matchIcmpv6Type((byte) 136).matchIPv6NDTargetLinkLayerAddress(MAC_B)));
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void matchesTheseAndNoOthers(TrafficSelector selector, Set<Frame> expected) {
        Match compiled = MatchCompiler.compile(selector);
        Set<Frame> matched = ALL.stream().filter(frame -> compiled.matches(frame.headers().key(1, 0)))
                .collect(Collectors.toSet());

        assertEquals(expected, matched);
    }

    static Stream<TrafficSelector.Builder> withoutPrerequisite() {
        return Stream.of(
                match().matchIPSrc(prefix("10.0.0.1/32")),
                arp().matchIPDst(prefix("10.0.0.1/32")),
                ipv4().matchIPv6Dst(prefix("2001:db8::/32")),
                match().matchIPProtocol((byte) 17),
                match().matchIPDscp((byte) 46),
                ipv4().matchUdpDst(tp(53)),
                udp().matchTcpDst(tp(53)),
                tcp().matchSctpDst(tp(53)),
                udp().matchIcmpType((byte) 8),
                ipv6().matchIPProtocol((byte) 1).matchIcmpType((byte) 8),
                ipv4().matchIPProtocol((byte) 58).matchIcmpv6Type((byte) 128),
                icmp6().matchIPv6NDTargetAddress(ip6("2001:db8::2")),
                icmp6().matchIcmpv6Type((byte) 136).matchIPv6NDSourceLinkLayerAddress(MAC_A),
                ipv4().matchArpTpa(ip4("10.0.0.1")),
                match().matchVlanPcp((byte) 3));
    }

    @ParameterizedTest
    @MethodSource("withoutPrerequisite")
    void refusesAMatchWithoutItsPrerequisite(TrafficSelector.Builder selector) {
        FlowModException refused = assertThrows(FlowModException.class, () -> MatchCompiler.compile(selector.build()));

        assertEquals(FlowModException.Kind.BAD_PREREQUISITE, refused.kind());
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                Arguments.of("TCP_FLAGS", tcp().add(Criteria.matchTcpFlags(2))),
                Arguments.of("MPLS_LABEL", match().matchMplsLabel(MplsLabel.mplsLabel(3))),
                Arguments.of("TUNNEL_ID", match().matchTunnelId(3)),
                Arguments.of("IN_PHY_PORT", match().matchInPhyPort(port(1))),
                Arguments.of("IPV6_EXTHDR", ipv6().matchIPv6ExthdrFlags((short) 1)));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void namesACriterionThatItDoesNotKnow(String name, TrafficSelector.Builder selector) {
        FlowModException refused = assertThrows(FlowModException.class, () -> MatchCompiler.compile(selector.build()));

        assertEquals(FlowModException.Kind.UNSUPPORTED, refused.kind());
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }

    @Test
    void refusesAValueOutsideItsMask() {
        TrafficSelector selector = match().matchEthDstMasked(MAC_A, MacAddress.valueOf("ff:ff:ff:00:00:00")).build();

        FlowModException refused = assertThrows(FlowModException.class, () -> MatchCompiler.compile(selector));

        assertEquals(FlowModException.Kind.BAD_MATCH, refused.kind());
    }

    @Test
    void refusesAFieldThatIsGivenTwice() {
        TrafficSelector selector = match().matchEthDst(MAC_A).matchEthDstMasked(MAC_B, MacAddress.EXACT_MASK).build();

        assertThrows(FlowModException.class, () -> MatchCompiler.compile(selector));
    }

    @Test
    void takesSelectorsThatMeanTheSameForTheSame() {
        assertEquals(MatchCompiler.compile(match().matchEthDst(MAC_A).build()),
                MatchCompiler.compile(match().matchEthDstMasked(MAC_A, MacAddress.EXACT_MASK).build()));
        assertEquals(MatchCompiler.compile(ipv4().build()),
                MatchCompiler.compile(ipv4().matchIPDst(prefix("0.0.0.0/0")).build()));
        assertNotEquals(MatchCompiler.compile(ipv4().build()), MatchCompiler.compile(ipv6().build()));
    }
}
