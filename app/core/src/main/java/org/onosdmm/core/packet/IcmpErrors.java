/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * ICMP errors through a 1:1 rewrite. An error quotes the packet that caused it, and that one was rewritten on its
 * way: so both the outer header and the quoted one change back (RFC 5508, section 4). Switches cannot do that.
 */
public final class IcmpErrors {

    private static final int ETHERNET = 14;
    private static final int ICMP_HEADER = 8;
    private static final int IP_HEADER = 20;
    private static final int VERSION = 4;
    private static final int CHECKSUM = 10;
    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int TYPE_UNREACHABLE = 3;
    private static final int TYPE_TIME_EXCEEDED = 11;
    private static final int TYPE_PARAMETER = 12;

    private final ByteBuffer frame;
    private final int icmp;
    private final int quoted;

    private IcmpErrors(ByteBuffer frame, int icmp) {
        this.frame = frame;
        this.icmp = icmp;
        this.quoted = icmp + ICMP_HEADER;
    }

    /** The error in an Ethernet frame, if there is a whole one: not a fragment, with a quoted IPv4 header. */
    public static Optional<IcmpErrors> in(ByteBuffer ethernet) {
        ByteBuffer copy = ByteBuffer.allocate(ethernet.remaining());
        copy.put(ethernet.duplicate()).flip();
        if (copy.limit() < ETHERNET + IP_HEADER || copy.get(ETHERNET + PROTOCOL) != IPv4.PROTOCOL_ICMP
                || (copy.getShort(ETHERNET + 6) & 0x3fff) != 0) {
            return Optional.empty();
        }
        int icmp = ETHERNET + headerLength(copy, ETHERNET);
        if (copy.limit() < icmp + ICMP_HEADER + IP_HEADER) {
            return Optional.empty();
        }
        int type = copy.get(icmp) & 0xff;
        boolean error = type == TYPE_UNREACHABLE || type == TYPE_TIME_EXCEEDED || type == TYPE_PARAMETER;
        boolean quotes = copy.get(icmp + ICMP_HEADER) >> 4 == VERSION
                && copy.limit() >= icmp + ICMP_HEADER + headerLength(copy, icmp + ICMP_HEADER);
        return error && quotes ? Optional.of(new IcmpErrors(copy, icmp)) : Optional.empty();
    }

    /** Who is told: the receiver of the error, who sent the quoted packet. */
    public IpAddress receiver() {
        return address(ETHERNET + DESTINATION);
    }

    /** Who reports it. */
    public IpAddress reporter() {
        return address(ETHERNET + SOURCE);
    }

    /** The sender of the quoted packet. */
    public IpAddress quotedSender() {
        return address(quoted + SOURCE);
    }

    /** The receiver of the quoted packet. */
    public IpAddress quotedReceiver() {
        return address(quoted + DESTINATION);
    }

    /** The frame as the node has to see it: told, and quoted as the sender, by its own address. */
    public ByteBuffer toNode(IpAddress local, MacAddress locator) {
        put(ETHERNET + DESTINATION, local);
        put(quoted + SOURCE, local);
        return finish(locator);
    }

    /** The frame as the outside has to see it: quoted as the receiver by its lent address; the exit does the rest. */
    public ByteBuffer fromNode(IpAddress outside, MacAddress locator) {
        put(quoted + DESTINATION, outside);
        return finish(locator);
    }

    private ByteBuffer finish(MacAddress locator) {
        for (int i = 0; i < locator.toBytes().length; i++) {
            frame.put(i, locator.toBytes()[i]);
        }
        checksum(quoted, quoted + CHECKSUM, headerLength(frame, quoted));
        int end = Math.min(frame.limit(), ETHERNET + (frame.getShort(ETHERNET + 2) & 0xffff));
        checksum(icmp, icmp + 2, end - icmp);
        checksum(ETHERNET, ETHERNET + CHECKSUM, headerLength(frame, ETHERNET));
        return frame.duplicate();
    }

    /** The Internet checksum (RFC 1071) of a part of the frame, into its field. */
    private void checksum(int start, int field, int length) {
        frame.putShort(field, (short) 0);
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int octet = frame.get(start + i) & 0xff;
            sum += i % 2 == 0 ? octet << 8 : octet;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        frame.putShort(field, (short) ~sum);
    }

    private IpAddress address(int offset) {
        return IpAddress.valueOf(frame.getInt(offset));
    }

    private void put(int offset, IpAddress address) {
        byte[] octets = address.toOctets();
        for (int i = 0; i < octets.length; i++) {
            frame.put(offset + i, octets[i]);
        }
    }

    private static int headerLength(ByteBuffer frame, int offset) {
        return Math.max(IP_HEADER, (frame.get(offset) & 0x0f) * 4);
    }
}
