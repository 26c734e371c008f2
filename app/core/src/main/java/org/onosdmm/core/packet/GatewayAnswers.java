/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.Domain;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the virtual gateway answers to packets for itself: echo requests, and that nobody listens to UDP (RFC 792,
 * RFC 4443), so that {@code traceroute} to it ends. Fragments of echo requests go back one by one: whoever has sent
 * them puts them together, and no reassembly is needed.
 */
public final class GatewayAnswers {

    private static final byte TTL = 64;
    private static final int IP = Frames.ETHERNET;
    private static final int ETHER_TYPE = 12;
    private static final int V4_HEADER = 20;
    private static final int V4_LONGEST = 576;
    private static final int V6_LONGEST = 1_280;
    private static final int V6_ADDRESSES = 8;
    private static final int FRAGMENT_HEADER = 8;
    private static final int ICMP_HEADER = 8;
    private static final int OFFSET = 0x1fff;
    private static final int PORTS_END = 4;
    private static final int WORD = 0xffff;
    private static final int UNREACHABLE = 0x0303_0000;
    private static final int UNREACHABLE6 = 0x0104_0000;

    private final Domain domain;
    private final ByteBuffer frame;

    private GatewayAnswers(Domain domain, ByteBuffer frame) {
        this.domain = domain;
        this.frame = frame;
    }

    /** The answer to a packet whose destination is a gateway of the domain. */
    public static Optional<ByteBuffer> answer(Domain domain, ByteBuffer ethernet) {
        ByteBuffer copy = ByteBuffer.allocate(ethernet.remaining()).put(ethernet.duplicate());
        copy.flip();
        GatewayAnswers packet = new GatewayAnswers(domain, copy);
        if (copy.limit() >= IP + V4_HEADER && copy.getShort(ETHER_TYPE) == Ethernet.TYPE_IPV4) {
            return packet.v4();
        }
        return copy.limit() >= IP + Frames.IPV6_HEADER && copy.getShort(ETHER_TYPE) == Ethernet.TYPE_IPV6
                ? packet.v6() : Optional.empty();
    }

    private Optional<ByteBuffer> v4() {
        int payload = IP + (frame.get(IP) & 0x0f) * 4;
        IpAddress target = IpAddress.valueOf(frame.getInt(IP + 16));
        int protocol = frame.get(IP + 9);
        boolean first = (frame.getShort(IP + 6) & OFFSET) == 0;
        if (!domain.isGateway(target) || frame.limit() < payload + ICMP_HEADER) {
            return Optional.empty();
        }
        if (protocol == IPv4.PROTOCOL_UDP && first) {
            return unheard(payload) ? Optional.of(unreachable4()) : Optional.empty();
        }
        if (protocol != IPv4.PROTOCOL_ICMP || first && !echoed(payload, 0x0800, 0)) {
            return Optional.empty();
        }
        swap(IP + 12, Integer.BYTES);
        frame.put(IP + 8, TTL);
        Frames.checksum(frame, IP, IP + 10, payload - IP, 0);
        return Optional.of(addressed(frame));
    }

    private Optional<ByteBuffer> v6() {
        byte[] octets = new byte[IpAddress.INET6_BYTE_LENGTH];
        frame.duplicate().position(IP + 24).get(octets);
        boolean fragment = frame.get(IP + 6) == IPv6.PROTOCOL_FRAG;
        int payload = IP + Frames.IPV6_HEADER + (fragment ? FRAGMENT_HEADER : 0);
        if (!domain.isGateway(IpAddress.valueOf(IpAddress.Version.INET6, octets))
                || frame.limit() < payload + ICMP_HEADER) {
            return Optional.empty();
        }
        int protocol = frame.get(fragment ? payload - FRAGMENT_HEADER : IP + 6);
        boolean first = !fragment || (frame.getShort(payload - 6) & 0xfff8) == 0;
        if (protocol == IPv6.PROTOCOL_UDP && first) {
            return unheard(payload) ? Optional.of(unreachable6()) : Optional.empty();
        }
        if (protocol != IPv6.PROTOCOL_ICMP6 || first && !echoed(payload, 0x8000, 0x8100)) {
            return Optional.empty();
        }
        swap(IP + V6_ADDRESSES, IpAddress.INET6_BYTE_LENGTH);
        frame.put(IP + 7, TTL);
        return Optional.of(addressed(frame));
    }

    /** Makes an answer of an echo request. Of its sum all but the type stays (RFC 1624): other fragments are in it. */
    private boolean echoed(int payload, int request, int reply) {
        if ((frame.getShort(payload) & WORD) != request) {
            return false;
        }
        int sum = (~frame.getShort(payload + 2) & WORD) + (~request & WORD) + reply;
        sum = (sum & WORD) + (sum >> Short.SIZE);
        sum = (sum & WORD) + (sum >> Short.SIZE);
        frame.putShort(payload, (short) reply).putShort(payload + 2, (short) ~sum);
        return true;
    }

    /** Whether nobody listens to what a UDP packet is for: DHCP does, and is answered elsewhere. */
    private boolean unheard(int payload) {
        int port = frame.getShort(payload + PORTS_END - 2) & WORD;
        return port != 67 && port != 547;
    }

    private ByteBuffer unreachable4() {
        int whole = Math.min(frame.limit() - IP, frame.getShort(IP + 2) & WORD);
        int quoted = Math.min(whole, V4_LONGEST - V4_HEADER - ICMP_HEADER);
        int icmp = IP + V4_HEADER;
        ByteBuffer error = ByteBuffer.allocate(icmp + ICMP_HEADER + quoted);
        error.position(ETHER_TYPE);
        error.putShort(Ethernet.TYPE_IPV4).putShort((short) 0x45c0).putShort((short) (error.limit() - IP)).putInt(0)
                .put(TTL).put(IPv4.PROTOCOL_ICMP).putShort((short) 0).putInt(frame.getInt(IP + 16))
                .putInt(frame.getInt(IP + 12)).putInt(UNREACHABLE).putInt(0).put(frame.array(), IP, quoted);
        Frames.checksum(error, IP, IP + 10, V4_HEADER, 0);
        Frames.checksum(error, icmp, icmp + 2, error.limit() - icmp, 0);
        return addressed(error);
    }

    private ByteBuffer unreachable6() {
        int whole = Math.min(frame.limit() - IP, Frames.IPV6_HEADER + (frame.getShort(IP + 4) & WORD));
        int quoted = Math.min(whole, V6_LONGEST - Frames.IPV6_HEADER - ICMP_HEADER);
        ByteBuffer error = ByteBuffer.allocate(IP + Frames.IPV6_HEADER + ICMP_HEADER + quoted);
        error.position(ETHER_TYPE);
        error.putShort(Ethernet.TYPE_IPV6).putInt(0x6000_0000).putShort((short) (ICMP_HEADER + quoted))
                .put(IPv6.PROTOCOL_ICMP6).put(TTL).put(frame.array(), IP + 24, IpAddress.INET6_BYTE_LENGTH)
                .put(frame.array(), IP + 8, IpAddress.INET6_BYTE_LENGTH).putInt(UNREACHABLE6).putInt(0)
                .put(frame.array(), IP, quoted);
        Frames.icmp6(error, IP, error.limit());
        return addressed(error);
    }

    private void swap(int source, int length) {
        byte[] both = new byte[2 * length];
        frame.duplicate().position(source).get(both);
        frame.duplicate().position(source).put(both, length, length).put(both, 0, length);
    }

    private ByteBuffer addressed(ByteBuffer answer) {
        byte[] node = new byte[6];
        frame.duplicate().position(6).get(node);
        answer.duplicate().position(0).put(node).put(domain.gatewayMac().toBytes());
        return answer.position(0);
    }
}
