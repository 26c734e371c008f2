/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onlab.packet.ndp.NeighborAdvertisement;
import org.onlab.packet.ndp.NeighborDiscoveryOptions;
import org.onlab.packet.ndp.NeighborSolicitation;
import org.onlab.packet.ndp.RouterSolicitation;

import java.util.Arrays;

/** The packets that tests send. */
public final class Packets {
    private static final byte NDP_HOP_LIMIT = (byte) 255;
    private static final int QUOTED = 28;
    private static final int QUOTED6 = 48;

    private Packets() {
    }

    /** A UDP packet. */
    public static PacketBuilder udp() {
        return new PacketBuilder(IpProtocols.UDP);
    }

    /** A TCP segment. */
    public static PacketBuilder tcp() {
        return new PacketBuilder(IpProtocols.TCP);
    }

    /** An SCTP packet, without a checksum. */
    public static PacketBuilder sctp() {
        return new PacketBuilder(IpProtocols.SCTP);
    }

    /** An ICMP message; over IPv6 addresses an ICMPv6 message. */
    public static PacketBuilder icmp() {
        return new PacketBuilder(IpProtocols.ICMP);
    }

    /** An ICMP echo request. */
    public static PacketBuilder ping() {
        return icmp().icmp(8, 0);
    }

    /** An ICMPv6 echo request. */
    public static PacketBuilder ping6() {
        return icmp().icmp(128, 0);
    }

    /** An ICMP error about a packet: it quotes the IP header and the first eight bytes behind it (RFC 792). */
    public static PacketBuilder icmpError(int type, int code, Frame about) {
        int length = about.ipSrc().get().isIp4() ? QUOTED : QUOTED6;
        byte[] quoted = new byte[4 + length];
        System.arraycopy(about.bytes(), about.headers().network(), quoted, 4, length);
        return icmp().icmp(type, code).payload(quoted).eth(about.ethDst(), about.ethSrc());
    }

    /** Who has this address? */
    public static Frame arpRequest(MacAddress mac, Ip4Address sender, Ip4Address target) {
        return arp(ARP.OP_REQUEST, mac, sender, MacAddress.ZERO, target, MacAddress.BROADCAST);
    }

    /** This address is at this MAC address. */
    public static Frame arpReply(MacAddress mac, Ip4Address sender, MacAddress to, Ip4Address target) {
        return arp(ARP.OP_REPLY, mac, sender, to, target, to);
    }

    /** I am here, said to all (RFC 5227 section 3: an ARP announcement). */
    public static Frame gratuitousArp(MacAddress mac, Ip4Address address) {
        return arp(ARP.OP_REQUEST, mac, address, MacAddress.ZERO, address, MacAddress.BROADCAST);
    }

    /** Is anybody using this address? (RFC 5227 section 2.1.1: an ARP probe.) */
    public static Frame arpProbe(MacAddress mac, Ip4Address address) {
        return arpRequest(mac, Ip4Address.ZERO, address);
    }

    /** This machine is here now, said to all by who runs it (as QEMU does: RFC 903, without addresses). */
    public static Frame reverseArp(MacAddress mac) {
        byte[] bytes = ethernet(mac, MacAddress.BROADCAST, Ethernet.TYPE_RARP & 0xffff, 46).bytes();
        Arrays.fill(bytes, 14, bytes.length, (byte) 0);
        System.arraycopy(new byte[] {0, 1, 8, 0, 6, 4, 0, 3}, 0, bytes, 14, 8);
        System.arraycopy(mac.toBytes(), 0, bytes, 22, 6);
        System.arraycopy(mac.toBytes(), 0, bytes, 32, 6);
        return Frame.of(bytes);
    }

    private static Frame arp(short op, MacAddress mac, Ip4Address sender, MacAddress targetMac, Ip4Address target,
                             MacAddress to) {
        ARP arp = new ARP().setHardwareType(ARP.HW_TYPE_ETHERNET).setProtocolType(ARP.PROTO_TYPE_IP)
                .setHardwareAddressLength((byte) MacAddress.MAC_ADDRESS_LENGTH)
                .setProtocolAddressLength((byte) Ip4Address.BYTE_LENGTH).setOpCode(op)
                .setSenderHardwareAddress(mac.toBytes()).setSenderProtocolAddress(sender.toOctets())
                .setTargetHardwareAddress(targetMac.toBytes()).setTargetProtocolAddress(target.toOctets());
        Ethernet ethernet = new Ethernet();
        ethernet.setSourceMACAddress(mac).setDestinationMACAddress(to).setEtherType(Ethernet.TYPE_ARP).setPayload(arp);
        return Frame.of(ethernet);
    }

    /** Who has this IPv6 address? Sent to its solicited-node group (RFC 4861 section 4.3). */
    public static Frame neighborSolicitation(MacAddress mac, Ip6Address sender, Ip6Address target) {
        NeighborSolicitation message = new NeighborSolicitation().setTargetAddress(target.toOctets())
                .addOption(NeighborDiscoveryOptions.TYPE_SOURCE_LL_ADDRESS, mac.toBytes());
        byte[] group = IPv6.getSolicitNodeAddress(target.toOctets());
        MacAddress to = MacAddress.valueOf(IPv6.getMCastMacAddress(group));
        ICMP6 icmp = new ICMP6().setIcmpType(ICMP6.NEIGHBOR_SOLICITATION);
        icmp.setPayload(message);
        return ndp(mac, to, sender, Ip6Address.valueOf(group), icmp);
    }

    /** Does anybody have this IPv6 address? Asked by one who would like to (RFC 4862 section 5.4.2). */
    public static Frame duplicateDetection(MacAddress mac, Ip6Address target) {
        byte[] group = IPv6.getSolicitNodeAddress(target.toOctets());
        return withChecksums(NeighborSolicitation.buildNdpSolicit(target, Ip6Address.ZERO, Ip6Address.valueOf(group),
                mac, MacAddress.valueOf(IPv6.getMCastMacAddress(group)), VlanId.NONE));
    }

    /** The answer to a solicitation for this address. */
    public static Frame solicitedAdvertisement(MacAddress mac, Ip6Address address, Frame question) {
        Ethernet answer = NeighborAdvertisement.buildNdpAdv(address, mac, question.ethernet());
        ((IPv6) answer.getPayload()).setHopLimit(NDP_HOP_LIMIT);
        return withChecksums(answer);
    }

    /** Which routers are there? (RFC 4861 section 4.1.) */
    public static Frame routerSolicitation(MacAddress mac, Ip6Address sender) {
        RouterSolicitation message = new RouterSolicitation();
        message.addOption(NeighborDiscoveryOptions.TYPE_SOURCE_LL_ADDRESS, mac.toBytes());
        ICMP6 icmp = new ICMP6().setIcmpType(ICMP6.ROUTER_SOLICITATION);
        icmp.setPayload(message);
        return ndp(mac, MacAddress.valueOf("33:33:00:00:00:02"), sender, Ip6Address.valueOf("ff02::2"), icmp);
    }

    /** This IPv6 address is here, said to all nodes (RFC 4861 section 4.4), with the override flag. */
    public static Frame neighborAdvertisement(MacAddress mac, Ip6Address address) {
        NeighborAdvertisement message = new NeighborAdvertisement().setTargetAddress(address.toOctets())
                .setOverrideFlag((byte) 1).addOption(NeighborDiscoveryOptions.TYPE_TARGET_LL_ADDRESS, mac.toBytes());
        ICMP6 icmp = new ICMP6().setIcmpType(ICMP6.NEIGHBOR_ADVERTISEMENT);
        icmp.setPayload(message);
        return ndp(mac, MacAddress.valueOf("33:33:00:00:00:01"), address, Ip6Address.valueOf("ff02::1"), icmp);
    }

    private static Frame ndp(MacAddress from, MacAddress to, IpAddress source, IpAddress destination, ICMP6 message) {
        IPv6 ip = new IPv6().setSourceAddress(source.toOctets()).setDestinationAddress(destination.toOctets())
                .setHopLimit(NDP_HOP_LIMIT).setNextHeader(IPv6.PROTOCOL_ICMP6);
        ip.setPayload(message);
        Ethernet ethernet = new Ethernet();
        ethernet.setSourceMACAddress(from).setDestinationMACAddress(to).setEtherType(Ethernet.TYPE_IPV6).setPayload(ip);
        return withChecksums(ethernet);
    }

    /** The frame as ONOS serializes it, with all checksums computed anew. */
    static Frame withChecksums(Ethernet ethernet) {
        byte[] bytes = ethernet.serialize();
        Checksums.compute(bytes, HeaderParser.parse(bytes));
        return Frame.of(bytes);
    }

    /** Too short for anything: for what should never be looked into. */
    public static Frame ethernet(MacAddress from, MacAddress to, int type, int length) {
        byte[] bytes = new byte[14 + length];
        Arrays.fill(bytes, 14, bytes.length, (byte) 0x5a);
        System.arraycopy(to.toBytes(), 0, bytes, 0, 6);
        System.arraycopy(from.toBytes(), 0, bytes, 6, 6);
        Bytes.put16(bytes, 12, type);
        return Frame.of(bytes);
    }
}
