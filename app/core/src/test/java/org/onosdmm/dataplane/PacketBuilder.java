/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.Data;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.TCP;
import org.onlab.packet.UDP;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds an IP packet, version 4 or 6 by its addresses, out of ONOS's packet classes. Start at {@link Packets}. */
public final class PacketBuilder {
    private final int protocol;
    private MacAddress ethSrc = MacAddress.valueOf("02:00:00:00:00:01");
    private MacAddress ethDst = MacAddress.valueOf("02:00:00:00:00:02");
    private IpAddress src = IpAddress.valueOf("192.0.2.1");
    private IpAddress dst = IpAddress.valueOf("192.0.2.2");
    private int sourcePort = 40000;
    private int destinationPort = 9;
    private int tcpFlags;
    private int sequence;
    private int icmpType;
    private int icmpCode;
    private int ttl = 64;
    private int dscp;
    private short vlan = Ethernet.VLAN_UNTAGGED;
    private byte[] payload = new byte[18];

    PacketBuilder(int protocol) {
        this.protocol = protocol;
    }

    /** MAC addresses. */
    public PacketBuilder eth(MacAddress source, MacAddress destination) {
        ethSrc = source;
        ethDst = destination;
        return this;
    }

    /** IP addresses. */
    public PacketBuilder ip(IpAddress source, IpAddress destination) {
        src = source;
        dst = destination;
        return this;
    }

    /** IP addresses. */
    public PacketBuilder ip(String source, String destination) {
        return ip(IpAddress.valueOf(source), IpAddress.valueOf(destination));
    }

    /** Transport ports. */
    public PacketBuilder ports(int source, int destination) {
        sourcePort = source;
        destinationPort = destination;
        return this;
    }

    /** TCP flags: 1 FIN, 2 SYN, 4 RST, 8 PSH, 16 ACK. */
    public PacketBuilder flags(int flags) {
        tcpFlags = flags;
        return this;
    }

    /** TCP sequence number. */
    public PacketBuilder sequence(int number) {
        sequence = number;
        return this;
    }

    /** ICMP type and code. */
    public PacketBuilder icmp(int type, int code) {
        icmpType = type;
        icmpCode = code;
        return this;
    }

    /** Time to live, hop limit. */
    public PacketBuilder ttl(int hops) {
        ttl = hops;
        return this;
    }

    /** Differentiated services code point. */
    public PacketBuilder dscp(int codePoint) {
        dscp = codePoint;
        return this;
    }

    /** VLAN tag. */
    public PacketBuilder vlan(int id) {
        vlan = (short) id;
        return this;
    }

    /** What the transport header carries; for ICMP what follows the checksum. */
    public PacketBuilder payload(byte[] bytes) {
        payload = bytes.clone();
        return this;
    }

    /** What the transport header carries. */
    public PacketBuilder payload(String text) {
        return payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the transport header carries: this many zeros. */
    public PacketBuilder size(int bytes) {
        return payload(new byte[bytes]);
    }

    /** The frame, with right checksums. ONOS's own are off by one now and then, since it folds a carry once only. */
    public Frame build() {
        Ethernet ethernet = new Ethernet();
        ethernet.setSourceMACAddress(ethSrc).setDestinationMACAddress(ethDst).setVlanID(vlan)
                .setEtherType(src.isIp4() ? Ethernet.TYPE_IPV4 : Ethernet.TYPE_IPV6);
        IPacket ip = src.isIp4() ? ipv4() : ipv6();
        ip.setPayload(transport());
        ethernet.setPayload(ip);
        return Packets.withChecksums(ethernet);
    }

    private IPacket ipv4() {
        return new IPv4().setSourceAddress(src.getIp4Address().toInt())
                .setDestinationAddress(dst.getIp4Address().toInt())
                .setTtl((byte) ttl).setDscp((byte) dscp).setProtocol((byte) protocol);
    }

    private IPacket ipv6() {
        int next = protocol == IpProtocols.ICMP ? IpProtocols.ICMPV6 : protocol;
        return new IPv6().setSourceAddress(src.toOctets()).setDestinationAddress(dst.toOctets()).setHopLimit((byte) ttl)
                .setTrafficClass((byte) (dscp << 2)).setNextHeader((byte) next);
    }

    private IPacket transport() {
        switch (protocol) {
            case IpProtocols.UDP:
                return new UDP().setSourcePort(sourcePort).setDestinationPort(destinationPort)
                        .setPayload(new Data(payload));
            case IpProtocols.TCP:
                return new TCP().setSourcePort(sourcePort).setDestinationPort(destinationPort).setSequence(sequence)
                        .setFlags((short) tcpFlags).setDataOffset((byte) 5).setWindowSize((short) 1024)
                        .setPayload(new Data(payload));
            case IpProtocols.ICMP:
                return icmp().setPayload(new Data(payload));
            default:
                return new Data(ByteBuffer.allocate(12 + payload.length).putShort((short) sourcePort)
                        .putShort((short) destinationPort).putLong(0).put(payload).array());
        }
    }

    private IPacket icmp() {
        return src.isIp4() ? new ICMP().setIcmpType((byte) icmpType).setIcmpCode((byte) icmpCode)
                : new ICMP6().setIcmpType((byte) icmpType).setIcmpCode((byte) icmpCode);
    }
}
