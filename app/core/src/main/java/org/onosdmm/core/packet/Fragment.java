/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A fragment of a UDP or TCP packet through a 1:1 rewrite. The checksum of these protocols covers the addresses, and it
 * is in one fragment only: that one has it adjusted (RFC 1624), the others keep every byte of their payload. Open
 * vSwitch's user-space datapath adjusts all of them, and so damages what is not a checksum.
 */
public final class Fragment {

    private static final int ETHERNET = 14;
    private static final int ETHER_TYPE = 12;
    private static final int MAC = 6;
    private static final int IP_HEADER = 20;
    private static final int LENGTH = ETHERNET + 2;
    private static final int FRAGMENT = ETHERNET + 6;
    private static final int OFFSET = 0x1fff;
    private static final int OFFSET_AND_MORE = 0x3fff;
    private static final int PROTOCOL = ETHERNET + 9;
    private static final int CHECKSUM = ETHERNET + 10;
    private static final int SOURCE = ETHERNET + 12;
    private static final int DESTINATION = ETHERNET + 16;
    private static final int UDP_CHECKSUM = 6;
    private static final int TCP_CHECKSUM = 16;

    private final ByteBuffer frame;
    private final int payload;

    private Fragment(ByteBuffer frame) {
        this.frame = frame;
        this.payload = ETHERNET + (frame.get(ETHERNET) & 0x0f) * 4;
    }

    /** The fragment in an Ethernet frame, if there is one. */
    public static Optional<Fragment> in(ByteBuffer ethernet) {
        ByteBuffer copy = ByteBuffer.allocate(ethernet.remaining());
        copy.put(ethernet.duplicate()).flip();
        boolean there = copy.limit() >= ETHERNET + IP_HEADER && copy.getShort(ETHER_TYPE) == Ethernet.TYPE_IPV4
                && (copy.getShort(FRAGMENT) & OFFSET_AND_MORE) != 0
                && (copy.get(PROTOCOL) == IPv4.PROTOCOL_UDP || copy.get(PROTOCOL) == IPv4.PROTOCOL_TCP);
        return there ? Optional.of(new Fragment(copy)) : Optional.empty();
    }

    /** The sender. */
    public IpAddress sender() {
        return IpAddress.valueOf(frame.getInt(SOURCE));
    }

    /** The receiver. */
    public IpAddress receiver() {
        return IpAddress.valueOf(frame.getInt(DESTINATION));
    }

    /** Where the frame was on its way to. */
    public MacAddress locator() {
        byte[] octets = new byte[MacAddress.MAC_ADDRESS_LENGTH];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = frame.get(i);
        }
        return MacAddress.valueOf(octets);
    }

    /** The frame with another sender, on its way from one MAC address to another. */
    public ByteBuffer from(IpAddress address, MacAddress source, MacAddress destination) {
        rewrite(SOURCE, address);
        put(MAC, source);
        return to(destination);
    }

    /** The frame with another receiver, on its way to a MAC address. */
    public ByteBuffer to(IpAddress address, MacAddress destination) {
        rewrite(DESTINATION, address);
        return to(destination);
    }

    /** The frame as it is, on its way to a MAC address. */
    public ByteBuffer to(MacAddress destination) {
        put(0, destination);
        return frame.duplicate();
    }

    private void put(int at, MacAddress mac) {
        byte[] octets = mac.toBytes();
        for (int i = 0; i < octets.length; i++) {
            frame.put(at + i, octets[i]);
        }
    }

    private void rewrite(int at, IpAddress address) {
        ByteBuffer octets = ByteBuffer.wrap(address.toOctets());
        for (int i = 0; i < octets.limit(); i += 2) {
            short before = frame.getShort(at + i);
            short after = octets.getShort(i);
            frame.putShort(at + i, after);
            adjust(CHECKSUM, before, after);
            adjustTransport(before, after);
        }
    }

    private void adjustTransport(short before, short after) {
        boolean udp = frame.get(PROTOCOL) == IPv4.PROTOCOL_UDP;
        int offset = (frame.getShort(FRAGMENT) & OFFSET) * 8;
        int at = payload - offset + (udp ? UDP_CHECKSUM : TCP_CHECKSUM);
        int end = Math.min(frame.limit(), ETHERNET + (frame.getShort(LENGTH) & 0xffff));
        boolean here = at >= payload && at + 2 <= end;
        if (here && !(udp && frame.getShort(at) == 0)) {
            adjust(at, before, after);
            if (udp && frame.getShort(at) == 0) {
                frame.putShort(at, (short) 0xffff);
            }
        }
    }

    private void adjust(int at, short before, short after) {
        int sum = (~frame.getShort(at) & 0xffff) + (~before & 0xffff) + (after & 0xffff);
        sum = (sum & 0xffff) + (sum >> 16);
        sum = (sum & 0xffff) + (sum >> 16);
        frame.putShort(at, (short) ~sum);
    }
}
