/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.TpPort;
import org.onlab.packet.UDP;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.PortRange;
import org.onosdmm.core.model.Way;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criteria;

/**
 * Writes selectors in the words of this field, for both address families.
 */
final class Match {

    private static final int EXACT_PORT = 0xffff;
    private static final IpPrefix BROADCAST = IpPrefix.valueOf("255.255.255.255/32");

    private static final IpPrefix DHCP6_SERVERS = IpPrefix.valueOf("ff02::1:2/128");

    private final TrafficSelector.Builder selector = DefaultTrafficSelector.builder();

    private Match() {
    }

    static Match any() {
        return new Match();
    }

    static Match port(PortNumber port) {
        return any().inPort(port);
    }

    static Match locator(Locator locator) {
        return any().ethDst(locator.mac());
    }

    /** Packets of a flow on their way from the node. */
    static Match fromNode(FlowKey key) {
        Match match = any().source(key.local()).destination(key.remote());
        match.selector.matchIPProtocol((byte) key.protocol());
        return key.hasPorts() ? match.ports(key.protocol(), key.localPort(), key.remotePort()) : match;
    }

    /** Packets of a flow on their way to the node's own address. */
    static Match toNode(FlowKey key) {
        Match match = any().source(key.remote()).destination(key.local());
        match.selector.matchIPProtocol((byte) key.protocol());
        return key.hasPorts() ? match.ports(key.protocol(), key.remotePort(), key.localPort()) : match;
    }

    /** Packets of a node from this address that a request is about. */
    static Match requested(IpAddress local, FlowRequest request) {
        Match match = any().source(local);
        request.remote().ifPresent(match::destination);
        request.protocol().ifPresent(match::protocol);
        boolean tcp = request.protocol().map(p -> p == IPv4.PROTOCOL_TCP).orElse(false);
        request.localPort().map(TpPort::tpPort).ifPresent(port ->
                match.selector.add(tcp ? Criteria.matchTcpSrc(port) : Criteria.matchUdpSrc(port)));
        request.remotePort().map(TpPort::tpPort).ifPresent(port ->
                match.selector.add(tcp ? Criteria.matchTcpDst(port) : Criteria.matchUdpDst(port)));
        return match;
    }

    /** Packets from outside that this way is meant for. */
    static Match from(Way way) {
        return port(way.port()).ethDst(way.mac());
    }

    /** Fragments of any flow between the same two addresses: Open vSwitch shows them with ports 0. */
    static Match fragmentsFromNode(FlowKey key) {
        return any().source(key.local()).destination(key.remote()).fragments(key.protocol());
    }

    /** Fragments of this protocol, UDP or TCP, as Open vSwitch shows them: with ports 0. */
    Match fragments(int protocol) {
        return protocol(protocol).ports(protocol, 0, 0);
    }

    /** Later fragments between two IPv6 addresses: Open vSwitch shows the fragment header as their protocol. */
    static Match laterFragmentsFromNode(FlowKey key) {
        return any().source(key.local()).destination(key.remote()).protocol(IPv6.PROTOCOL_FRAG);
    }

    Match inPort(PortNumber port) {
        selector.matchInPort(port);
        return this;
    }

    Match ethSrc(MacAddress mac) {
        selector.matchEthSrc(mac);
        return this;
    }

    Match ethDst(MacAddress mac) {
        selector.matchEthDst(mac);
        return this;
    }

    Match anyLocator() {
        selector.matchEthDstMasked(Locator.PREFIX, Locator.PREFIX_MASK);
        return this;
    }

    Match anyLocatorOf(int edge) {
        selector.matchEthDstMasked(Locator.of(edge, 0).mac(), Locator.EDGE_MASK);
        return this;
    }

    /** The locators of an edge that are no attachment's. */
    Match anyReservedLocatorOf(int edge) {
        selector.matchEthDstMasked(Locator.of(edge, 0).mac(), Locator.RESERVED_MASK);
        return this;
    }

    /** The locators of an edge whose attachment number is in the half-open range from a power of two to the next. */
    Match locatorsFrom(int edge, int power) {
        selector.matchEthDstMasked(Locator.of(edge, power).mac(),
                MacAddress.valueOf(Locator.EDGE_MASK.toLong() | 0xffff & -power));
        return this;
    }

    Match arp() {
        selector.matchEthType(Ethernet.TYPE_ARP);
        return this;
    }

    /** What hosts of virtual machines announce them with. */
    Match reverseArp() {
        selector.matchEthType(Ethernet.TYPE_RARP);
        return this;
    }

    /** Questions by ARP for an address. */
    Match arpFor(IpAddress target) {
        arp();
        selector.matchArpOp(ARP.OP_REQUEST).matchArpTpa(target.getIp4Address());
        return this;
    }

    /** The sender of an ARP packet. */
    Match arpSender(IpAddress sender) {
        arp();
        selector.matchArpSpa(sender.getIp4Address());
        return this;
    }

    Match ipv4() {
        selector.matchEthType(Ethernet.TYPE_IPV4);
        return this;
    }

    Match ipv6() {
        selector.matchEthType(Ethernet.TYPE_IPV6);
        return this;
    }

    Match ip(IpAddress.Version version) {
        return version == IpAddress.Version.INET ? ipv4() : ipv6();
    }

    Match source(IpAddress address) {
        return source(address.toIpPrefix());
    }

    Match source(IpPrefix prefix) {
        if (prefix.isIp4()) {
            selector.matchEthType(Ethernet.TYPE_IPV4).matchIPSrc(prefix);
        } else {
            selector.matchEthType(Ethernet.TYPE_IPV6).matchIPv6Src(prefix);
        }
        return this;
    }

    Match destination(IpAddress address) {
        return destination(address.toIpPrefix());
    }

    Match destination(IpPrefix prefix) {
        if (prefix.isIp4()) {
            selector.matchEthType(Ethernet.TYPE_IPV4).matchIPDst(prefix);
        } else {
            selector.matchEthType(Ethernet.TYPE_IPV6).matchIPv6Dst(prefix);
        }
        return this;
    }

    Match protocol(int protocol) {
        selector.matchIPProtocol((byte) protocol);
        return this;
    }

    Match icmp(int type) {
        ipv4().protocol(IPv4.PROTOCOL_ICMP);
        selector.matchIcmpType((byte) type);
        return this;
    }

    Match icmp6(int type) {
        ipv6().protocol(IPv6.PROTOCOL_ICMP6);
        selector.matchIcmpv6Type((byte) type);
        return this;
    }

    Match icmp(IpAddress.Version version, int type) {
        return version == IpAddress.Version.INET ? icmp(type) : icmp6(type);
    }

    /** Broadcasts of DHCP clients (RFC 2131, section 4.1). */
    Match dhcpBroadcast() {
        destination(BROADCAST).protocol(IPv4.PROTOCOL_UDP);
        return ports(IPv4.PROTOCOL_UDP, UDP.DHCP_CLIENT_PORT, UDP.DHCP_SERVER_PORT);
    }

    /** What DHCPv6 clients send to all relays and servers (RFC 8415, section 7.1). */
    Match dhcp6Multicast() {
        destination(DHCP6_SERVERS).protocol(IPv6.PROTOCOL_UDP);
        return ports(IPv6.PROTOCOL_UDP, UDP.DHCP_V6_CLIENT_PORT, UDP.DHCP_V6_SERVER_PORT);
    }

    /** Of UDP. */
    Match sourcePort(int port) {
        selector.matchUdpSrc(TpPort.tpPort(port));
        return this;
    }

    Match dscp(int dscp) {
        selector.matchIPDscp((byte) dscp);
        return this;
    }

    Match destinationPorts(int protocol, PortRange.Masked ports) {
        TpPort port = TpPort.tpPort(ports.port());
        TpPort mask = TpPort.tpPort(ports.mask());
        boolean exact = ports.mask() == EXACT_PORT;
        if (protocol == IPv4.PROTOCOL_TCP) {
            selector.add(exact ? Criteria.matchTcpDst(port)
                    : Criteria.matchTcpDstMasked(port, mask));
        } else {
            selector.add(exact ? Criteria.matchUdpDst(port)
                    : Criteria.matchUdpDstMasked(port, mask));
        }
        return this;
    }

    private Match ports(int protocol, int source, int destination) {
        if (protocol == IPv4.PROTOCOL_TCP) {
            selector.matchTcpSrc(TpPort.tpPort(source)).matchTcpDst(TpPort.tpPort(destination));
        } else {
            selector.matchUdpSrc(TpPort.tpPort(source)).matchUdpDst(TpPort.tpPort(destination));
        }
        return this;
    }

    TrafficSelector build() {
        return selector.build();
    }
}
