/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.MacAddress;

import java.nio.ByteBuffer;

/**
 * Ethernet frames as octets, with right checksums of ICMP: ONOS's own are off by one now and then, for it folds a carry
 * once only.
 */
public final class Frames {

    static final int ETHERNET = 14;
    static final int IPV6_HEADER = 40;
    private static final int ICMP_CHECKSUM = 2;
    private static final int ADDRESSES = 8;
    private static final int HALF = 0xffff;

    private Frames() {
    }

    /** A frame of ONOS's as octets. */
    public static ByteBuffer serialized(Ethernet frame) {
        ByteBuffer octets = ByteBuffer.wrap(frame.serialize());
        int start = octets.limit() - frame.getPayload().serialize().length;
        if (frame.getPayload() instanceof IPv4 && frame.getPayload().getPayload() instanceof ICMP) {
            int icmp = start + (octets.get(start) & 0x0f) * 4;
            checksum(octets, icmp, icmp + ICMP_CHECKSUM, octets.limit() - icmp, 0);
        } else if (frame.getPayload() instanceof IPv6 && frame.getPayload().getPayload() instanceof ICMP6) {
            icmp6(octets, start, octets.limit());
        }
        return octets;
    }

    /** A copy of a frame with other MAC addresses. */
    public static ByteBuffer addressed(ByteBuffer frame, MacAddress source, MacAddress destination) {
        ByteBuffer whole = frame.duplicate();
        whole.rewind();
        ByteBuffer copy = ByteBuffer.allocate(whole.remaining()).put(whole);
        copy.rewind();
        copy.put(destination.toBytes()).put(source.toBytes());
        copy.rewind();
        return copy;
    }

    /** The checksum of ICMPv6 right behind the fixed header, pseudo header included (RFC 8200, section 8.1). */
    static void icmp6(ByteBuffer frame, int ip, int end) {
        int icmp = ip + IPV6_HEADER;
        long pseudo = sum(frame, ip + ADDRESSES, IPV6_HEADER - ADDRESSES) + end - icmp + IPv6.PROTOCOL_ICMP6;
        checksum(frame, icmp, icmp + ICMP_CHECKSUM, end - icmp, pseudo);
    }

    /** The Internet checksum (RFC 1071) of a part of the frame and what was summed before, into its field. */
    static void checksum(ByteBuffer frame, int start, int field, int length, long before) {
        frame.putShort(field, (short) 0);
        long sum = before + sum(frame, start, length);
        while (sum > HALF) {
            sum = (sum & HALF) + (sum >> Short.SIZE);
        }
        frame.putShort(field, (short) ~sum);
    }

    private static long sum(ByteBuffer frame, int start, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int octet = frame.get(start + i) & 0xff;
            sum += i % 2 == 0 ? octet << Byte.SIZE : octet;
        }
        return sum;
    }
}
