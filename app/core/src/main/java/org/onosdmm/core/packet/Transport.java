/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;

import java.nio.ByteBuffer;

/**
 * Finds what a frame carries for the transport protocol, by itself: ONOS's packet classes take what is behind
 * well-known ports apart, and do not give the octets back as they were.
 */
public final class Transport {

    private static final int TYPE = 12;
    private static final int IPV4_HEADER = 20;
    private static final int IPV4_PROTOCOL = 9;
    private static final int IPV4_FRAGMENT = 6;
    private static final int NO_FRAGMENT = 0x3fff;
    private static final int IPV6_NEXT = 6;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final int TCP_OFFSET = 12;
    private static final int TCP_FLAGS = 13;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private Transport() {
    }

    /** The payload of UDP or TCP; empty where there is none, in a fragment, and behind headers that are not known. */
    public static ByteBuffer payload(ByteBuffer frame) {
        int start = start(frame);
        int header = start < 0 ? 0 : header(frame, start);
        if (header == 0 || frame.limit() < start + header) {
            return NOTHING;
        }
        ByteBuffer payload = frame.duplicate();
        payload.position(start + header);
        return payload.slice().asReadOnlyBuffer();
    }

    /** Whether a packet of TCP is of a connection that was begun before: all but the first one acknowledge. */
    public static boolean isRunning(ByteBuffer frame) {
        int start = start(frame);
        return start >= 0 && protocol(frame) == IPv4.PROTOCOL_TCP && frame.limit() > start + TCP_FLAGS
                && (frame.get(start + TCP_FLAGS) & (SYN | ACK)) != SYN;
    }

    /** Where the transport header begins; negative where there is none that could be read. */
    private static int start(ByteBuffer frame) {
        if (frame.limit() < Frames.ETHERNET + IPV4_HEADER) {
            return -1;
        }
        int ip = Frames.ETHERNET;
        if (isIpv4(frame)) {
            boolean whole = (frame.getShort(ip + IPV4_FRAGMENT) & NO_FRAGMENT) == 0;
            int length = (frame.get(ip) & 0x0f) * Integer.BYTES;
            return whole && length >= IPV4_HEADER ? ip + length : -1;
        }
        boolean ipv6 = (frame.getShort(TYPE) & 0xffff) == (Ethernet.TYPE_IPV6 & 0xffff);
        return ipv6 && frame.limit() >= ip + Frames.IPV6_HEADER ? ip + Frames.IPV6_HEADER : -1;
    }

    private static boolean isIpv4(ByteBuffer frame) {
        return (frame.getShort(TYPE) & 0xffff) == (Ethernet.TYPE_IPV4 & 0xffff);
    }

    private static byte protocol(ByteBuffer frame) {
        return frame.get(Frames.ETHERNET + (isIpv4(frame) ? IPV4_PROTOCOL : IPV6_NEXT));
    }

    /** Length of the transport header; 0 for other protocols, and where it is cut off. */
    private static int header(ByteBuffer frame, int start) {
        byte protocol = protocol(frame);
        if (protocol == IPv4.PROTOCOL_UDP) {
            return UDP_HEADER;
        }
        if (protocol != IPv6.PROTOCOL_TCP || frame.limit() < start + TCP_HEADER) {
            return 0;
        }
        int length = (frame.get(start + TCP_OFFSET) >> 4 & 0x0f) * Integer.BYTES;
        return length >= TCP_HEADER ? length : 0;
    }
}
