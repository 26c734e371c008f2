/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onlab.packet.DHCP;
import org.onlab.packet.DHCP6;
import org.onlab.packet.Data;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;

import java.nio.ByteBuffer;

/**
 * Puts DHCP packets into frames. ONOS's classes fold a checksum (RFC 1071) once, which is one time too few for about
 * one UDP packet in a thousand: both checksums are computed here.
 */
final class Frames {

    private static final byte TTL = 64;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int PSEUDO = 4;
    private static final int WORD = 0xffff;

    private Frames() {
    }

    /** A frame from a server's port. */
    static Ethernet of(MacAddress fromMac, IpAddress from, MacAddress toMac, IpAddress to, int toPort, DHCP packet) {
        byte[] message = packet.serialize();
        UDP udp = udp(from, to, UDP.DHCP_SERVER_PORT, toPort, message);
        IPv4 ip = new IPv4().setTtl(TTL).setProtocol(IPv4.PROTOCOL_UDP)
                .setSourceAddress(from.getIp4Address().toInt()).setDestinationAddress(to.getIp4Address().toInt());
        ip.setChecksum(headerChecksum(from, to, IP_HEADER + UDP_HEADER + message.length));
        ip.setPayload(udp);
        Ethernet frame = new Ethernet();
        frame.setSourceMACAddress(fromMac).setDestinationMACAddress(toMac).setEtherType(Ethernet.TYPE_IPV4)
                .setPayload(ip);
        return frame;
    }

    /** A frame from the port of a server of DHCPv6. */
    static Ethernet of(MacAddress fromMac, IpAddress from, MacAddress toMac, IpAddress to, int toPort, DHCP6 packet) {
        IPv6 ip = new IPv6().setHopLimit(TTL).setNextHeader(IPv6.PROTOCOL_UDP).setSourceAddress(from.toOctets())
                .setDestinationAddress(to.toOctets());
        ip.setPayload(udp(from, to, UDP.DHCP_V6_SERVER_PORT, toPort, packet.serialize()));
        Ethernet frame = new Ethernet();
        frame.setSourceMACAddress(fromMac).setDestinationMACAddress(toMac).setEtherType(Ethernet.TYPE_IPV6)
                .setPayload(ip);
        return frame;
    }

    private static UDP udp(IpAddress from, IpAddress to, int port, int toPort, byte[] message) {
        UDP udp = new UDP().setSourcePort(port).setDestinationPort(toPort);
        udp.setPayload(new Data(message));
        udp.setChecksum(udpChecksum(from, to, port, toPort, message));
        return udp;
    }

    /** Of a pseudo header, the UDP header and the data (RFC 768, RFC 8200); 0 would mean that there is none. */
    private static short udpChecksum(IpAddress from, IpAddress to, int port, int toPort, byte[] message) {
        int length = UDP_HEADER + message.length;
        ByteBuffer all = ByteBuffer.allocate(2 * from.toOctets().length + PSEUDO + length + message.length % 2);
        all.put(from.toOctets()).put(to.toOctets()).putShort(IPv4.PROTOCOL_UDP).putShort((short) length)
                .putShort((short) port).putShort((short) toPort).putShort((short) length)
                .putShort((short) 0).put(message);
        short checksum = checksum(all);
        return checksum == 0 ? (short) WORD : checksum;
    }

    private static short headerChecksum(IpAddress from, IpAddress to, int length) {
        return checksum(ByteBuffer.allocate(IP_HEADER).putShort((short) 0x4500).putShort((short) length).putInt(0)
                .put(TTL).put(IPv4.PROTOCOL_UDP).putShort((short) 0).put(from.toOctets()).put(to.toOctets()));
    }

    private static short checksum(ByteBuffer octets) {
        long sum = 0;
        octets.rewind();
        while (octets.hasRemaining()) {
            sum += octets.getShort() & WORD;
        }
        while (sum > WORD) {
            sum = (sum & WORD) + (sum >> 16);
        }
        return (short) ~sum;
    }
}
