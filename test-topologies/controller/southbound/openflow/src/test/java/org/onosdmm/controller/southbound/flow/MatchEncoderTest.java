/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
import org.projectfloodlight.openflow.protocol.OFFlowAdd;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.EthType;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.TransportPort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class MatchEncoderTest {

    private static final MacAddress MAC = MacAddress.valueOf("0a:00:01:00:00:00");
    private static final MacAddress EDGE_MASK = MacAddress.valueOf("ff:ff:ff:ff:00:00");
    private static final TpPort PORT = TpPort.tpPort(0xc000);
    private static final TpPort PORT_MASK = TpPort.tpPort(0xf000);
    private static final Ip6Address ADDRESS6 = Ip6Address.valueOf("2001:db8::1");

    private static Match encode(Criterion... criteria) {
        TrafficSelector.Builder selector = DefaultTrafficSelector.builder();
        for (Criterion criterion : criteria) {
            selector.add(criterion);
        }
        return MatchEncoder.encode(FACTORY, selector.build());
    }

    private static Match overTheWire(Match match) {
        return ((OFFlowAdd) FakeSwitch.overTheWire(FACTORY.buildFlowAdd().setMatch(match).build())).getMatch();
    }

    static Stream<Arguments> supported() {
        return Stream.of(
                Arguments.of(Criteria.matchInPort(PortNumber.portNumber(3)), MatchField.IN_PORT),
                Arguments.of(Criteria.matchInPort(PortNumber.LOCAL), MatchField.IN_PORT),
                Arguments.of(Criteria.matchInPhyPort(PortNumber.portNumber(3)), MatchField.IN_PHY_PORT),
                Arguments.of(Criteria.matchMetadata(0xfedcba9876543210L), MatchField.METADATA),
                Arguments.of(Criteria.matchEthDst(MAC), MatchField.ETH_DST),
                Arguments.of(Criteria.matchEthDstMasked(MAC, EDGE_MASK), MatchField.ETH_DST),
                Arguments.of(Criteria.matchEthSrc(MAC), MatchField.ETH_SRC),
                Arguments.of(Criteria.matchEthSrcMasked(MAC, EDGE_MASK), MatchField.ETH_SRC),
                Arguments.of(Criteria.matchEthType(Ethernet.TYPE_ARP), MatchField.ETH_TYPE),
                Arguments.of(Criteria.matchEthType(Ethernet.TYPE_IPV6), MatchField.ETH_TYPE),
                Arguments.of(Criteria.matchEthType(Ethernet.TYPE_LLDP), MatchField.ETH_TYPE),
                Arguments.of(Criteria.matchVlanId(VlanId.vlanId((short) 100)), MatchField.VLAN_VID),
                Arguments.of(Criteria.matchVlanId(VlanId.NONE), MatchField.VLAN_VID),
                Arguments.of(Criteria.matchVlanId(VlanId.ANY), MatchField.VLAN_VID),
                Arguments.of(Criteria.matchVlanPcp((byte) 5), MatchField.VLAN_PCP),
                Arguments.of(Criteria.matchTunnelId(77), MatchField.TUNNEL_ID),
                Arguments.of(Criteria.matchArpOp(2), MatchField.ARP_OP),
                Arguments.of(Criteria.matchArpSpa(Ip4Address.valueOf("10.0.0.1")), MatchField.ARP_SPA),
                Arguments.of(Criteria.matchArpTpa(Ip4Address.valueOf("10.0.0.2")), MatchField.ARP_TPA),
                Arguments.of(Criteria.matchArpSha(MAC), MatchField.ARP_SHA),
                Arguments.of(Criteria.matchArpTha(MAC), MatchField.ARP_THA),
                Arguments.of(Criteria.matchIPDscp((byte) 46), MatchField.IP_DSCP),
                Arguments.of(Criteria.matchIPEcn((byte) 3), MatchField.IP_ECN),
                Arguments.of(Criteria.matchIPProtocol((short) 132), MatchField.IP_PROTO),
                Arguments.of(Criteria.matchIPSrc(IpPrefix.valueOf("10.1.0.0/16")), MatchField.IPV4_SRC),
                Arguments.of(Criteria.matchIPDst(IpPrefix.valueOf("203.0.113.9/32")), MatchField.IPV4_DST),
                Arguments.of(Criteria.matchIPv6Src(IpPrefix.valueOf("2001:db8::/32")), MatchField.IPV6_SRC),
                Arguments.of(Criteria.matchIPv6Dst(IpPrefix.valueOf("2001:db8::1/128")), MatchField.IPV6_DST),
                Arguments.of(Criteria.matchIPv6FlowLabel(0xfffff), MatchField.IPV6_FLABEL),
                Arguments.of(Criteria.matchIPv6ExthdrFlags(0x1ff), MatchField.IPV6_EXTHDR),
                Arguments.of(Criteria.matchIcmpType((short) 3), MatchField.ICMPV4_TYPE),
                Arguments.of(Criteria.matchIcmpCode((short) 4), MatchField.ICMPV4_CODE),
                Arguments.of(Criteria.matchIcmpv6Type((short) 135), MatchField.ICMPV6_TYPE),
                Arguments.of(Criteria.matchIcmpv6Code((short) 0), MatchField.ICMPV6_CODE),
                Arguments.of(Criteria.matchIPv6NDTargetAddress(ADDRESS6), MatchField.IPV6_ND_TARGET),
                Arguments.of(Criteria.matchIPv6NDSourceLinkLayerAddress(MAC), MatchField.IPV6_ND_SLL),
                Arguments.of(Criteria.matchIPv6NDTargetLinkLayerAddress(MAC), MatchField.IPV6_ND_TLL),
                Arguments.of(Criteria.matchTcpSrc(PORT), MatchField.TCP_SRC),
                Arguments.of(Criteria.matchTcpSrcMasked(PORT, PORT_MASK), MatchField.TCP_SRC),
                Arguments.of(Criteria.matchTcpDst(PORT), MatchField.TCP_DST),
                Arguments.of(Criteria.matchTcpDstMasked(PORT, PORT_MASK), MatchField.TCP_DST),
                Arguments.of(Criteria.matchUdpSrc(PORT), MatchField.UDP_SRC),
                Arguments.of(Criteria.matchUdpSrcMasked(PORT, PORT_MASK), MatchField.UDP_SRC),
                Arguments.of(Criteria.matchUdpDst(PORT), MatchField.UDP_DST),
                Arguments.of(Criteria.matchUdpDstMasked(PORT, PORT_MASK), MatchField.UDP_DST),
                Arguments.of(Criteria.matchSctpSrc(PORT), MatchField.SCTP_SRC),
                Arguments.of(Criteria.matchSctpSrcMasked(PORT, PORT_MASK), MatchField.SCTP_SRC),
                Arguments.of(Criteria.matchSctpDst(PORT), MatchField.SCTP_DST),
                Arguments.of(Criteria.matchSctpDstMasked(PORT, PORT_MASK), MatchField.SCTP_DST));
    }

    /** What has to be matched as well for OpenFlow to accept a match on a field. */
    private static List<Criterion> needed(Criterion.Type type) {
        String name = type.name();
        if (name.startsWith("ARP")) {
            return List.of(Criteria.matchEthType(Ethernet.TYPE_ARP));
        } else if (name.startsWith("IPV6_ND")) {
            int message = name.endsWith("TLL") ? 136 : 135;
            return List.of(Criteria.matchEthType(Ethernet.TYPE_IPV6), Criteria.matchIPProtocol((short) 58),
                    Criteria.matchIcmpv6Type((short) message));
        } else if (name.startsWith("IPV6")) {
            return List.of(Criteria.matchEthType(Ethernet.TYPE_IPV6));
        } else if (name.startsWith("ICMPV6")) {
            return List.of(Criteria.matchEthType(Ethernet.TYPE_IPV6), Criteria.matchIPProtocol((short) 58));
        } else if (name.startsWith("IP")) {
            return List.of(Criteria.matchEthType(Ethernet.TYPE_IPV4));
        } else if (name.startsWith("VLAN_PCP")) {
            return List.of(Criteria.matchVlanId(VlanId.ANY));
        } else if (name.startsWith("IN_PHY")) {
            return List.of(Criteria.matchInPort(PortNumber.portNumber(1)));
        }
        Map<String, Integer> protocols = Map.of("ICMPV4", 1, "TCP", 6, "UDP", 17, "SCTP", 132);
        Integer protocol = protocols.get(name.split("_")[0]);
        return protocol == null ? List.of() : List.of(Criteria.matchEthType(Ethernet.TYPE_IPV4),
                Criteria.matchIPProtocol(protocol.shortValue()));
    }

    private static Match encodeWithNeeded(Criterion criterion) {
        List<Criterion> all = new ArrayList<>(needed(criterion.type()));
        all.add(criterion);
        return encode(all.toArray(new Criterion[0]));
    }

    /** If this did not hold, the comparison would take a rule for a foreign one and remove it, again and again. */
    @ParameterizedTest
    @MethodSource("supported")
    void whatIsReadBackEqualsWhatWasEncoded(Criterion criterion, MatchField<?> field) {
        Match match = encodeWithNeeded(criterion);
        assertFalse(match.isFullyWildcarded(field), "the field is in the match");
        assertEquals(match, overTheWire(match));
        assertEquals(overTheWire(match), match);
    }

    @ParameterizedTest
    @MethodSource("supported")
    void onlyWhatWasAskedForIsMatched(Criterion criterion, MatchField<?> field) {
        Set<MatchField<?>> others = new HashSet<>();
        encode(needed(criterion.type()).toArray(new Criterion[0])).getMatchFields().forEach(others::add);
        Set<MatchField<?>> all = new HashSet<>();
        encodeWithNeeded(criterion).getMatchFields().forEach(all::add);
        assertTrue(all.remove(field));
        assertEquals(others, all);
    }

    static Stream<Criterion> unsupported() {
        return Stream.of(
                Criteria.matchTcpFlags(2),
                Criteria.matchMplsLabel(MplsLabel.mplsLabel(3)),
                Criteria.matchMplsBos(true),
                Criteria.matchMplsTc((byte) 1),
                Criteria.matchPbbIsid(7),
                Criteria.matchInnerVlanId(VlanId.vlanId((short) 3)),
                Criteria.matchInnerVlanPcp((byte) 3),
                Criteria.dummy());
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void whatCannotBeEncodedIsRefusedByName(Criterion criterion) {
        UnsupportedRuleException e = assertThrows(UnsupportedRuleException.class,
                () -> encode(Criteria.matchInPort(PortNumber.portNumber(1)), criterion));
        assertTrue(e.getMessage().contains(criterion.toString()), e.getMessage());
    }

    @Test
    void locatorIsMaskedToItsEdge() {
        Match match = encode(Criteria.matchEthDstMasked(MAC, EDGE_MASK));
        assertEquals("0a:00:01:00:00:00", match.getMasked(MatchField.ETH_DST).getValue().toString());
        assertEquals("ff:ff:ff:ff:00:00", match.getMasked(MatchField.ETH_DST).getMask().toString());
    }

    @Test
    void aMaskOfOnesIsNoMask() {
        Match match = encode(Criteria.matchEthDstMasked(MAC, MacAddress.BROADCAST),
                Criteria.matchUdpDstMasked(PORT, TpPort.tpPort(0xffff)));
        assertTrue(match.isExact(MatchField.ETH_DST));
        assertEquals(encode(Criteria.matchEthDst(MAC), Criteria.matchUdpDst(PORT)), match);
    }

    @Test
    void aMaskOfZerosIsNoField() {
        Match match = encode(Criteria.matchEthSrcMasked(MacAddress.ZERO, MacAddress.ZERO),
                Criteria.matchIPSrc(IpPrefix.valueOf("0.0.0.0/0")),
                Criteria.matchIPv6Dst(IpPrefix.valueOf("::/0")));
        assertFalse(match.getMatchFields().iterator().hasNext());
    }

    @Test
    void prefixesKeepTheirLength() {
        Match match = encode(Criteria.matchEthType(Ethernet.TYPE_IPV4),
                Criteria.matchIPSrc(IpPrefix.valueOf("10.1.0.0/16")),
                Criteria.matchIPDst(IpPrefix.valueOf("10.1.2.3/32")));
        assertEquals(IPv4Address.of("10.1.0.0"), match.getMasked(MatchField.IPV4_SRC).getValue());
        assertEquals(IPv4Address.of("255.255.0.0"), match.getMasked(MatchField.IPV4_SRC).getMask());
        assertEquals(IPv4Address.of("10.1.2.3"), match.get(MatchField.IPV4_DST));
    }

    @Test
    void prefixes6KeepTheirLength() {
        Match match = encode(Criteria.matchEthType(Ethernet.TYPE_IPV6),
                Criteria.matchIPv6Src(IpPrefix.valueOf("2001:db8:1::/48")),
                Criteria.matchIPv6Dst(IpPrefix.valueOf("2001:db8::7/128")));
        assertEquals(IPv6Address.of("2001:db8:1::"), match.getMasked(MatchField.IPV6_SRC).getValue());
        assertEquals(IPv6Address.of("ffff:ffff:ffff::"), match.getMasked(MatchField.IPV6_SRC).getMask());
        assertEquals(IPv6Address.of("2001:db8::7"), match.get(MatchField.IPV6_DST));
    }

    @Test
    void vlanSpecialsKeepTheirMeaning() {
        assertEquals(OFVlanVidMatch.UNTAGGED, encode(Criteria.matchVlanId(VlanId.NONE)).get(MatchField.VLAN_VID));
        assertTrue(encode(Criteria.matchVlanId(VlanId.ANY)).isPartiallyMasked(MatchField.VLAN_VID));
    }

    @Test
    void etherTypesAreUnsigned() {
        assertEquals(EthType.of(0x88cc), encode(Criteria.matchEthType(Ethernet.TYPE_LLDP)).get(MatchField.ETH_TYPE));
    }

    @Test
    void aWholePinFitsIntoOneMatch() {
        Match match = encode(Criteria.matchInPort(PortNumber.portNumber(1)),
                Criteria.matchEthType(Ethernet.TYPE_IPV4), Criteria.matchIPProtocol((short) 17),
                Criteria.matchIPSrc(IpPrefix.valueOf("10.0.0.1/32")),
                Criteria.matchIPDst(IpPrefix.valueOf("192.0.2.1/32")),
                Criteria.matchUdpSrc(TpPort.tpPort(4000)), Criteria.matchUdpDst(TpPort.tpPort(5000)));
        assertEquals(OFPort.of(1), match.get(MatchField.IN_PORT));
        assertEquals(TransportPort.of(4000), match.get(MatchField.UDP_SRC));
        assertEquals(TransportPort.of(5000), match.get(MatchField.UDP_DST));
        assertEquals(match, overTheWire(match));
    }
}
