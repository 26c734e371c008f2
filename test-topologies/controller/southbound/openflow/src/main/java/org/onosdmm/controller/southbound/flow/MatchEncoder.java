/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onlab.packet.VlanId;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.ArpHaCriterion;
import org.onosproject.net.flow.criteria.ArpOpCriterion;
import org.onosproject.net.flow.criteria.ArpPaCriterion;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.criteria.IPDscpCriterion;
import org.onosproject.net.flow.criteria.IPEcnCriterion;
import org.onosproject.net.flow.criteria.IPProtocolCriterion;
import org.onosproject.net.flow.criteria.IPv6ExthdrFlagsCriterion;
import org.onosproject.net.flow.criteria.IPv6FlowLabelCriterion;
import org.onosproject.net.flow.criteria.IPv6NDLinkLayerAddressCriterion;
import org.onosproject.net.flow.criteria.IPv6NDTargetAddressCriterion;
import org.onosproject.net.flow.criteria.IcmpCodeCriterion;
import org.onosproject.net.flow.criteria.IcmpTypeCriterion;
import org.onosproject.net.flow.criteria.Icmpv6CodeCriterion;
import org.onosproject.net.flow.criteria.Icmpv6TypeCriterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.flow.criteria.SctpPortCriterion;
import org.onosproject.net.flow.criteria.TcpPortCriterion;
import org.onosproject.net.flow.criteria.TunnelIdCriterion;
import org.onosproject.net.flow.criteria.UdpPortCriterion;
import org.onosproject.net.flow.criteria.VlanIdCriterion;
import org.onosproject.net.flow.criteria.VlanPcpCriterion;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.ICMPv4Code;
import org.projectfloodlight.openflow.types.ICMPv4Type;
import org.projectfloodlight.openflow.types.IPv6FlowLabel;
import org.projectfloodlight.openflow.types.IpDscp;
import org.projectfloodlight.openflow.types.IpEcn;
import org.projectfloodlight.openflow.types.IpProtocol;
import org.projectfloodlight.openflow.types.OFMetadata;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.U16;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.U8;
import org.projectfloodlight.openflow.types.VlanPcp;

/** Encodes what a rule matches. Every criterion ends up in the match, or the rule is refused. */
final class MatchEncoder {

    private MatchEncoder() {
    }

    /**
     * Encodes all criteria of a selector.
     *
     * @throws UnsupportedRuleException if there is one that cannot be encoded
     */
    static Match encode(OFFactory factory, TrafficSelector selector) {
        Fields fields = new Fields(factory);
        for (Criterion criterion : selector.criteria()) {
            if (!link(fields, criterion) && !network(fields, criterion) && !transport(fields, criterion)) {
                throw new UnsupportedRuleException("match on " + criterion + " is not supported");
            }
        }
        return fields.build();
    }

    private static boolean link(Fields fields, Criterion criterion) {
        switch (criterion.type()) {
            case IN_PORT:
                fields.exact(MatchField.IN_PORT, SwitchIds.port(((PortCriterion) criterion).port()));
                return true;
            case IN_PHY_PORT:
                fields.exact(MatchField.IN_PHY_PORT, SwitchIds.port(((PortCriterion) criterion).port()));
                return true;
            case METADATA:
                fields.exact(MatchField.METADATA, OFMetadata.of(U64.of(((MetadataCriterion) criterion).metadata())));
                return true;
            case ETH_DST:
            case ETH_DST_MASKED:
                ethernet(fields, MatchField.ETH_DST, (EthCriterion) criterion);
                return true;
            case ETH_SRC:
            case ETH_SRC_MASKED:
                ethernet(fields, MatchField.ETH_SRC, (EthCriterion) criterion);
                return true;
            case ETH_TYPE:
                fields.exact(MatchField.ETH_TYPE, Addresses.etherType(((EthTypeCriterion) criterion).ethType()));
                return true;
            case VLAN_VID:
                vlan(fields, ((VlanIdCriterion) criterion).vlanId());
                return true;
            case VLAN_PCP:
                fields.exact(MatchField.VLAN_PCP, VlanPcp.of(((VlanPcpCriterion) criterion).priority()));
                return true;
            case TUNNEL_ID:
                fields.exact(MatchField.TUNNEL_ID, U64.of(((TunnelIdCriterion) criterion).tunnelId()));
                return true;
            default:
                return arp(fields, criterion);
        }
    }

    private static boolean arp(Fields fields, Criterion criterion) {
        switch (criterion.type()) {
            case ARP_OP:
                fields.exact(MatchField.ARP_OP, ArpOpcode.of(((ArpOpCriterion) criterion).arpOp()));
                return true;
            case ARP_SPA:
                fields.exact(MatchField.ARP_SPA, Addresses.ipv4(((ArpPaCriterion) criterion).ip()));
                return true;
            case ARP_TPA:
                fields.exact(MatchField.ARP_TPA, Addresses.ipv4(((ArpPaCriterion) criterion).ip()));
                return true;
            case ARP_SHA:
                fields.exact(MatchField.ARP_SHA, Addresses.mac(((ArpHaCriterion) criterion).mac()));
                return true;
            case ARP_THA:
                fields.exact(MatchField.ARP_THA, Addresses.mac(((ArpHaCriterion) criterion).mac()));
                return true;
            default:
                return false;
        }
    }

    private static boolean network(Fields fields, Criterion criterion) {
        switch (criterion.type()) {
            case IP_DSCP:
                fields.exact(MatchField.IP_DSCP, IpDscp.of(((IPDscpCriterion) criterion).ipDscp()));
                return true;
            case IP_ECN:
                fields.exact(MatchField.IP_ECN, IpEcn.of(((IPEcnCriterion) criterion).ipEcn()));
                return true;
            case IP_PROTO:
                fields.exact(MatchField.IP_PROTO, IpProtocol.of(((IPProtocolCriterion) criterion).protocol()));
                return true;
            case IPV4_SRC:
                Addresses.prefix4(fields, MatchField.IPV4_SRC, ((IPCriterion) criterion).ip());
                return true;
            case IPV4_DST:
                Addresses.prefix4(fields, MatchField.IPV4_DST, ((IPCriterion) criterion).ip());
                return true;
            case IPV6_SRC:
                Addresses.prefix6(fields, MatchField.IPV6_SRC, ((IPCriterion) criterion).ip());
                return true;
            case IPV6_DST:
                Addresses.prefix6(fields, MatchField.IPV6_DST, ((IPCriterion) criterion).ip());
                return true;
            case IPV6_FLABEL:
                fields.exact(MatchField.IPV6_FLABEL,
                        IPv6FlowLabel.of(((IPv6FlowLabelCriterion) criterion).flowLabel()));
                return true;
            case IPV6_EXTHDR:
                fields.exact(MatchField.IPV6_EXTHDR, U16.of(((IPv6ExthdrFlagsCriterion) criterion).exthdrFlags()));
                return true;
            default:
                return icmp(fields, criterion);
        }
    }

    private static boolean icmp(Fields fields, Criterion criterion) {
        switch (criterion.type()) {
            case ICMPV4_TYPE:
                fields.exact(MatchField.ICMPV4_TYPE, ICMPv4Type.of(((IcmpTypeCriterion) criterion).icmpType()));
                return true;
            case ICMPV4_CODE:
                fields.exact(MatchField.ICMPV4_CODE, ICMPv4Code.of(((IcmpCodeCriterion) criterion).icmpCode()));
                return true;
            case ICMPV6_TYPE:
                fields.exact(MatchField.ICMPV6_TYPE, U8.of(((Icmpv6TypeCriterion) criterion).icmpv6Type()));
                return true;
            case ICMPV6_CODE:
                fields.exact(MatchField.ICMPV6_CODE, U8.of(((Icmpv6CodeCriterion) criterion).icmpv6Code()));
                return true;
            case IPV6_ND_TARGET:
                fields.exact(MatchField.IPV6_ND_TARGET,
                        Addresses.ipv6(((IPv6NDTargetAddressCriterion) criterion).targetAddress()));
                return true;
            case IPV6_ND_SLL:
                fields.exact(MatchField.IPV6_ND_SLL,
                        Addresses.mac(((IPv6NDLinkLayerAddressCriterion) criterion).mac()));
                return true;
            case IPV6_ND_TLL:
                fields.exact(MatchField.IPV6_ND_TLL,
                        Addresses.mac(((IPv6NDLinkLayerAddressCriterion) criterion).mac()));
                return true;
            default:
                return false;
        }
    }

    private static boolean transport(Fields fields, Criterion criterion) {
        if (criterion instanceof TcpPortCriterion) {
            TcpPortCriterion tcp = (TcpPortCriterion) criterion;
            boolean source = tcp.type() == Criterion.Type.TCP_SRC || tcp.type() == Criterion.Type.TCP_SRC_MASKED;
            fields.port(source ? MatchField.TCP_SRC : MatchField.TCP_DST, tcp.tcpPort(), tcp.mask());
        } else if (criterion instanceof UdpPortCriterion) {
            UdpPortCriterion udp = (UdpPortCriterion) criterion;
            boolean source = udp.type() == Criterion.Type.UDP_SRC || udp.type() == Criterion.Type.UDP_SRC_MASKED;
            fields.port(source ? MatchField.UDP_SRC : MatchField.UDP_DST, udp.udpPort(), udp.mask());
        } else if (criterion instanceof SctpPortCriterion) {
            SctpPortCriterion sctp = (SctpPortCriterion) criterion;
            boolean source = sctp.type() == Criterion.Type.SCTP_SRC || sctp.type() == Criterion.Type.SCTP_SRC_MASKED;
            fields.port(source ? MatchField.SCTP_SRC : MatchField.SCTP_DST, sctp.sctpPort(), sctp.mask());
        } else {
            return false;
        }
        return true;
    }

    private static void ethernet(Fields fields, MatchField<org.projectfloodlight.openflow.types.MacAddress> field,
                                 EthCriterion criterion) {
        if (criterion.mask() == null) {
            fields.exact(field, Addresses.mac(criterion.mac()));
        } else {
            fields.masked(field, Addresses.mac(criterion.mac()), Addresses.mac(criterion.mask()));
        }
    }

    private static void vlan(Fields fields, VlanId vlan) {
        if (vlan.equals(VlanId.NONE)) {
            fields.exact(MatchField.VLAN_VID, OFVlanVidMatch.UNTAGGED);
        } else if (vlan.equals(VlanId.ANY)) {
            fields.masked(MatchField.VLAN_VID, OFVlanVidMatch.PRESENT, OFVlanVidMatch.PRESENT);
        } else {
            fields.exact(MatchField.VLAN_VID, OFVlanVidMatch.ofVlan(vlan.toShort()));
        }
    }
}
