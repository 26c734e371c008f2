/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
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
import org.onosproject.net.flow.criteria.UdpPortCriterion;
import org.onosproject.net.flow.criteria.VlanIdCriterion;
import org.onosproject.net.flow.criteria.VlanPcpCriterion;

import java.nio.ByteBuffer;

/**
 * Turns an ONOS selector into a match, with the checks of a real switch: prerequisites, and no value bit outside its
 * mask (OpenFlow 1.3.5 sections A.2.3.5 to A.2.3.8). A criterion that it does not know is an error.
 */
final class MatchCompiler {
    private final long[] values = new long[Field.WORDS];
    private final long[] masks = new long[Field.WORDS];

    private MatchCompiler() {
    }

    static Match compile(TrafficSelector selector) {
        MatchCompiler compiler = new MatchCompiler();
        selector.criteria().forEach(compiler::add);
        Match match = Match.of(compiler.values, compiler.masks);
        for (Criterion criterion : selector.criteria()) {
            fieldOf(criterion).checkPrerequisites(match);
        }
        return match;
    }

    private static Field fieldOf(Criterion criterion) {
        String name = criterion.type().name();
        String plain = name.endsWith("_MASKED") ? name.substring(0, name.length() - "_MASKED".length()) : name;
        for (Field field : Field.values()) {
            if (field.name().equals(plain)) {
                return field;
            }
        }
        throw unsupported(criterion);
    }

    private static FlowModException unsupported(Criterion criterion) {
        String what = "criterion " + criterion.type() + ": " + criterion;
        return new FlowModException(FlowModException.Kind.UNSUPPORTED, what);
    }

    private void add(Criterion criterion) {
        Field field = fieldOf(criterion);
        switch (field) {
            case ETH_DST:
            case ETH_SRC:
                mac(field, ((EthCriterion) criterion).mac(), ((EthCriterion) criterion).mask());
                break;
            case VLAN_VID:
                vlan(((VlanIdCriterion) criterion).vlanId());
                break;
            case IPV4_SRC:
            case IPV4_DST:
            case IPV6_SRC:
            case IPV6_DST:
                prefix(field, ((IPCriterion) criterion).ip());
                break;
            case TCP_SRC:
            case TCP_DST:
                port(field, ((TcpPortCriterion) criterion).tcpPort(), ((TcpPortCriterion) criterion).mask());
                break;
            case UDP_SRC:
            case UDP_DST:
                port(field, ((UdpPortCriterion) criterion).udpPort(), ((UdpPortCriterion) criterion).mask());
                break;
            case SCTP_SRC:
            case SCTP_DST:
                port(field, ((SctpPortCriterion) criterion).sctpPort(), ((SctpPortCriterion) criterion).mask());
                break;
            case IPV6_ND_TARGET:
                prefix(field, ((IPv6NDTargetAddressCriterion) criterion).targetAddress().toIpPrefix());
                break;
            default:
                masked(field, numberOf(field, criterion), field.exactMask());
        }
    }

    private static long numberOf(Field field, Criterion criterion) {
        switch (field) {
            case IN_PORT:
                return ((PortCriterion) criterion).port().toLong();
            case METADATA:
                return ((MetadataCriterion) criterion).metadata();
            case ETH_TYPE:
                return ((EthTypeCriterion) criterion).ethType().toShort() & 0xffff;
            case VLAN_PCP:
                return ((VlanPcpCriterion) criterion).priority();
            case ARP_OP:
                return ((ArpOpCriterion) criterion).arpOp();
            case ARP_SPA:
            case ARP_TPA:
                return ((ArpPaCriterion) criterion).ip().toInt() & 0xffffffffL;
            case ARP_SHA:
            case ARP_THA:
                return ((ArpHaCriterion) criterion).mac().toLong();
            case IPV6_ND_SLL:
            case IPV6_ND_TLL:
                return ((IPv6NDLinkLayerAddressCriterion) criterion).mac().toLong();
            default:
                return ipNumberOf(field, criterion);
        }
    }

    private static long ipNumberOf(Field field, Criterion criterion) {
        switch (field) {
            case IP_DSCP:
                return ((IPDscpCriterion) criterion).ipDscp();
            case IP_ECN:
                return ((IPEcnCriterion) criterion).ipEcn();
            case IP_PROTO:
                return ((IPProtocolCriterion) criterion).protocol() & 0xff;
            case IPV6_FLABEL:
                return ((IPv6FlowLabelCriterion) criterion).flowLabel();
            case ICMPV4_TYPE:
                return ((IcmpTypeCriterion) criterion).icmpType() & 0xff;
            case ICMPV4_CODE:
                return ((IcmpCodeCriterion) criterion).icmpCode() & 0xff;
            case ICMPV6_TYPE:
                return ((Icmpv6TypeCriterion) criterion).icmpv6Type() & 0xff;
            case ICMPV6_CODE:
                return ((Icmpv6CodeCriterion) criterion).icmpv6Code() & 0xff;
            default:
                throw unsupported(criterion);
        }
    }

    private void mac(Field field, MacAddress mac, MacAddress mask) {
        masked(field, mac.toLong(), mask == null ? field.exactMask() : mask.toLong());
    }

    private void port(Field field, TpPort port, TpPort mask) {
        masked(field, port.toInt(), mask == null ? field.exactMask() : mask.toInt());
    }

    /** No tag is 0, any tag is the bit OFPVID_PRESENT alone, one tag is that bit and the number (section A.2.3.7). */
    private void vlan(VlanId vlan) {
        if (vlan.equals(VlanId.NONE)) {
            masked(Field.VLAN_VID, 0, Field.VLAN_VID.exactMask());
        } else if (vlan.equals(VlanId.ANY)) {
            masked(Field.VLAN_VID, HeaderParser.VLAN_PRESENT, HeaderParser.VLAN_PRESENT);
        } else {
            masked(Field.VLAN_VID, HeaderParser.VLAN_PRESENT | vlan.toShort(), Field.VLAN_VID.exactMask());
        }
    }

    private void prefix(Field field, IpPrefix prefix) {
        if (prefix.isIp4() == field.isWide()) {
            throw new FlowModException(FlowModException.Kind.BAD_MATCH, field + " with " + prefix);
        }
        ByteBuffer address = ByteBuffer.wrap(prefix.address().toOctets());
        int length = prefix.prefixLength();
        if (!field.isWide()) {
            masked(field, address.getInt() & 0xffffffffL, -1L << (32 - length) & 0xffffffffL);
            return;
        }
        word(field, 0, address.getLong(), leading(length));
        word(field, 1, address.getLong(), leading(length - 64));
    }

    private static long leading(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    private void masked(Field field, long value, long mask) {
        if ((value & ~mask) != 0 || (mask & ~field.exactMask()) != 0) {
            throw new FlowModException(FlowModException.Kind.BAD_MATCH, field + " 0x" + Long.toHexString(value)
                    + " has bits outside its mask 0x" + Long.toHexString(mask));
        }
        word(field, 0, value, mask);
    }

    private void word(Field field, int index, long value, long mask) {
        int slot = field.slot() + index;
        if (masks[slot] != 0) {
            throw new FlowModException(FlowModException.Kind.BAD_MATCH, field + " is given twice");
        }
        values[slot] = value;
        masks[slot] = mask;
    }
}
