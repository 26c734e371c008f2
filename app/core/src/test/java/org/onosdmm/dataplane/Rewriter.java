/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.util.Optional;

/**
 * The set-field and time-to-live actions (OpenFlow 1.3.5 sections 5.12 and A.2.5), with checksums adjusted as Open
 * vSwitch does. A field that the packet does not have is left alone: of the fragments only the first one has ports that
 * can be set, though it matches as if it had none.
 *
 * <p>Like Open vSwitch's user-space datapath (3.1, and still so in 3.7), a rewrite of an IPv4 address changes two bytes
 * of the payload of a fragment that is not the first one: those where a whole packet has its checksum.
 */
final class Rewriter {
    private static final int IPV4_TTL = 8;
    private static final int IPV6_HOP_LIMIT = 7;
    private static final int ARP_OPERATION = 6;
    private static final int ARP_SENDER_MAC = 8;
    private static final int ARP_SENDER_ADDRESS = 14;
    private static final int ARP_TARGET_MAC = 18;
    private static final int ARP_TARGET_ADDRESS = 24;

    private Rewriter() {
    }

    static Frame ethDst(Frame frame, MacAddress mac) {
        return mac(frame, 0, mac);
    }

    static Frame ethSrc(Frame frame, MacAddress mac) {
        return mac(frame, 6, mac);
    }

    private static Frame mac(Frame frame, int at, MacAddress mac) {
        byte[] bytes = frame.bytes();
        System.arraycopy(mac.toBytes(), 0, bytes, at, 6);
        return Frame.of(bytes);
    }

    static Frame arpOperation(Frame frame, long operation) {
        return arp(frame, ARP_OPERATION, new byte[] {(byte) (operation >> 8), (byte) operation});
    }

    static Frame arpSender(Frame frame, MacAddress mac) {
        return arp(frame, ARP_SENDER_MAC, mac.toBytes());
    }

    static Frame arpSender(Frame frame, IpAddress address) {
        return arp(frame, ARP_SENDER_ADDRESS, address.toOctets());
    }

    private static Frame arp(Frame frame, int at, byte[] value) {
        byte[] bytes = frame.bytes();
        System.arraycopy(value, 0, bytes, frame.headers().network() + at, value.length);
        return Frame.of(bytes);
    }

    static Frame move(Frame frame, FieldMove move) {
        byte[] bytes = frame.bytes();
        if (move == FieldMove.ETHERNET) {
            System.arraycopy(bytes, 6, bytes, 0, 6);
        } else if (move == FieldMove.ARP_HARDWARE) {
            moveArp(bytes, frame, ARP_SENDER_MAC, ARP_TARGET_MAC, 6);
        } else {
            moveArp(bytes, frame, ARP_SENDER_ADDRESS, ARP_TARGET_ADDRESS, 4);
        }
        return Frame.of(bytes);
    }

    private static void moveArp(byte[] bytes, Frame frame, int from, int to, int length) {
        int arp = frame.headers().network();
        System.arraycopy(bytes, arp + from, bytes, arp + to, length);
    }

    static Frame ipSrc(Frame frame, IpAddress address) {
        return address(frame, address, 12, 8);
    }

    static Frame ipDst(Frame frame, IpAddress address) {
        return address(frame, address, 16, 24);
    }

    private static Frame address(Frame frame, IpAddress address, int inIpv4, int inIpv6) {
        Headers headers = frame.headers();
        if (!(address.isIp4() ? headers.isIpv4() : headers.isIpv6())) {
            return frame;
        }
        byte[] bytes = frame.bytes();
        byte[] octets = address.toOctets();
        int at = headers.network() + (address.isIp4() ? inIpv4 : inIpv6);
        for (int i = 0; i < octets.length; i += 2) {
            int before = Bytes.u16(bytes, at + i);
            int after = Bytes.u16(octets, i);
            Bytes.put16(bytes, at + i, after);
            if (address.isIp4()) {
                Checksums.adjust(bytes, Checksums.ofIpv4(headers), before, after);
            }
            adjustTransport(bytes, headers, before, after);
        }
        return checked(frame, Frame.of(bytes));
    }

    static Frame sourcePort(Frame frame, int protocol, int port) {
        return port(frame, protocol, 0, port);
    }

    static Frame destinationPort(Frame frame, int protocol, int port) {
        return port(frame, protocol, 2, port);
    }

    private static Frame port(Frame frame, int protocol, int offset, int port) {
        Headers headers = frame.headers();
        int at = headers.transport() + offset;
        boolean there = headers.transport() != Headers.ABSENT && at + 2 <= headers.end();
        if (!there || headers.protocol() != protocol) {
            return frame;
        }
        byte[] bytes = frame.bytes();
        int before = Bytes.u16(bytes, at);
        Bytes.put16(bytes, at, port);
        adjustTransport(bytes, headers, before, port);
        return checked(frame, Frame.of(bytes));
    }

    private static void adjustTransport(byte[] bytes, Headers headers, int before, int after) {
        int at = Checksums.takenForTransport(bytes, headers);
        if (at == Headers.ABSENT) {
            return;
        }
        Checksums.adjust(bytes, at, before, after);
        if (headers.protocol() == IpProtocols.UDP && Bytes.u16(bytes, at) == 0) {
            Bytes.put16(bytes, at, 0xffff);
        }
    }

    /** The frame with one hop less to live, or nothing if it may not go on (0 or 1 left). */
    static Optional<Frame> decrementTtl(Frame frame) {
        Headers headers = frame.headers();
        if (!headers.isIpv4() && !headers.isIpv6()) {
            return Optional.of(frame);
        }
        int at = headers.network() + (headers.isIpv4() ? IPV4_TTL : IPV6_HOP_LIMIT);
        byte[] bytes = frame.bytes();
        int before = Bytes.u16(bytes, at);
        if ((bytes[at] & 0xff) <= 1) {
            return Optional.empty();
        }
        bytes[at]--;
        if (headers.isIpv4()) {
            Checksums.adjust(bytes, Checksums.ofIpv4(headers), before, Bytes.u16(bytes, at));
        }
        return Optional.of(checked(frame, Frame.of(bytes)));
    }

    private static Frame checked(Frame before, Frame after) {
        if (before.checksumsAreValid() && !after.checksumsAreValid()) {
            throw new IllegalStateException("rewriting broke a checksum: " + before + " became " + after);
        }
        return after;
    }
}
