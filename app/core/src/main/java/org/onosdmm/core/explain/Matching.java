/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.MacAddress;
import org.onlab.packet.TpPort;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.criteria.IPDscpCriterion;
import org.onosproject.net.flow.criteria.IPProtocolCriterion;
import org.onosproject.net.flow.criteria.IcmpTypeCriterion;
import org.onosproject.net.flow.criteria.Icmpv6TypeCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.flow.criteria.TcpPortCriterion;
import org.onosproject.net.flow.criteria.UdpPortCriterion;

/**
 * Whether a selector matches a packet (OpenFlow 1.3.5, section 7.2.3), for the criteria that rules of this app have.
 */
final class Matching {

    private static final int EXACT = 0xffff;

    private Matching() {
    }

    static boolean matches(TrafficSelector selector, PortNumber in, Packet packet) {
        return selector.criteria().stream().allMatch(criterion -> matches(criterion, in, packet));
    }

    private static boolean matches(Criterion criterion, PortNumber in, Packet packet) {
        switch (criterion.type()) {
            case IN_PORT:
                return ((PortCriterion) criterion).port().equals(in);
            case ETH_SRC:
            case ETH_SRC_MASKED:
                return matches((EthCriterion) criterion, packet.ethSrc());
            case ETH_DST:
            case ETH_DST_MASKED:
                return matches((EthCriterion) criterion, packet.ethDst());
            case ETH_TYPE:
                return ((EthTypeCriterion) criterion).ethType().toShort()
                        == (packet.isIp4() ? Ethernet.TYPE_IPV4 : Ethernet.TYPE_IPV6);
            default:
                return matchesIp(criterion, packet);
        }
    }

    private static boolean matches(EthCriterion criterion, MacAddress mac) {
        long mask = criterion.mask() == null ? MacAddress.EXACT_MASK.toLong() : criterion.mask().toLong();
        return (mac.toLong() & mask) == (criterion.mac().toLong() & mask);
    }

    private static boolean matchesIp(Criterion criterion, Packet packet) {
        switch (criterion.type()) {
            case IP_PROTO:
                return (((IPProtocolCriterion) criterion).protocol() & 0xff) == packet.protocol();
            case IPV4_SRC:
            case IPV6_SRC:
                return ((IPCriterion) criterion).ip().contains(packet.source());
            case IPV4_DST:
            case IPV6_DST:
                return ((IPCriterion) criterion).ip().contains(packet.destination());
            case IP_DSCP:
                return ((IPDscpCriterion) criterion).ipDscp() == 0;
            case ICMPV4_TYPE:
                return packet.isIp4() && ((IcmpTypeCriterion) criterion).icmpType() == packet.icmpType();
            case ICMPV6_TYPE:
                return !packet.isIp4() && ((Icmpv6TypeCriterion) criterion).icmpv6Type() == packet.icmpType();
            default:
                return matchesTransport(criterion, packet);
        }
    }

    private static boolean matchesTransport(Criterion criterion, Packet packet) {
        switch (criterion.type()) {
            case TCP_SRC:
            case TCP_SRC_MASKED:
                return matches((TcpPortCriterion) criterion, packet, packet.sourcePort());
            case TCP_DST:
            case TCP_DST_MASKED:
                return matches((TcpPortCriterion) criterion, packet, packet.destinationPort());
            case UDP_SRC:
            case UDP_SRC_MASKED:
                return matches((UdpPortCriterion) criterion, packet, packet.sourcePort());
            case UDP_DST:
            case UDP_DST_MASKED:
                return matches((UdpPortCriterion) criterion, packet, packet.destinationPort());
            default:
                // ARP, and whatever else is not of IP
                return false;
        }
    }

    private static boolean matches(TcpPortCriterion criterion, Packet packet, int port) {
        return packet.protocol() == IPv4.PROTOCOL_TCP && matches(criterion.tcpPort(), criterion.mask(), port);
    }

    private static boolean matches(UdpPortCriterion criterion, Packet packet, int port) {
        return packet.protocol() == IPv4.PROTOCOL_UDP && matches(criterion.udpPort(), criterion.mask(), port);
    }

    private static boolean matches(TpPort wanted, TpPort masked, int port) {
        int mask = masked == null ? EXACT : masked.toInt();
        return (wanted.toInt() & mask) == (port & mask);
    }
}
