/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.FlowKey;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * ICMP errors through a 1:1 rewrite. An error quotes the packet that caused it, and that one was rewritten on its
 * way: so both the outer header and the quoted one change back (RFC 5508, section 4). Switches cannot do that.
 */
public final class IcmpErrors {

    private static final int ICMP_HEADER = 8;
    private static final int ETHER_TYPE = 12;

    /** Where things are in the header of a family. */
    private enum Layout {
        V4(Ethernet.TYPE_IPV4, IPv4.PROTOCOL_ICMP, 20, 9, 12, 2, 0, ImmutableSet.of(3, 11, 12)),
        V6(Ethernet.TYPE_IPV6, IPv6.PROTOCOL_ICMP6, 40, 6, 8, 4, 40, ImmutableSet.of(1, 2, 3, 4));

        private final short etherType;
        private final byte icmp;
        private final int header;
        private final int protocol;
        private final int source;
        private final int length;
        private final int lengthBeyond;
        private final ImmutableSet<Integer> errors;

        Layout(short etherType, byte icmp, int header, int protocol, int source, int length, int lengthBeyond,
               ImmutableSet<Integer> errors) {
            this.etherType = etherType;
            this.icmp = icmp;
            this.header = header;
            this.protocol = protocol;
            this.source = source;
            this.length = length;
            this.lengthBeyond = lengthBeyond;
            this.errors = errors;
        }

        private IpAddress.Version version() {
            return this == V4 ? IpAddress.Version.INET : IpAddress.Version.INET6;
        }

        private int destination() {
            return source + IpAddress.byteLength(version());
        }

        private int headerLength(ByteBuffer frame, int offset) {
            return this == V6 ? header : Math.max(header, (frame.get(offset) & 0x0f) * 4);
        }

        private boolean isWhole(ByteBuffer frame) {
            return this == V6 || (frame.getShort(Frames.ETHERNET + 6) & 0x3fff) == 0;
        }

        private boolean isQuoted(ByteBuffer frame, int offset) {
            return (frame.get(offset) >> 4 & 0x0f) == (this == V4 ? 4 : 6)
                    && frame.limit() >= offset + headerLength(frame, offset);
        }

        private int end(ByteBuffer frame) {
            int length = (frame.getShort(Frames.ETHERNET + this.length) & 0xffff) + lengthBeyond;
            return Math.min(frame.limit(), Frames.ETHERNET + length);
        }
    }

    private final Layout layout;
    private final ByteBuffer frame;
    private final int icmp;
    private final int quoted;

    private IcmpErrors(Layout layout, ByteBuffer frame, int icmp) {
        this.layout = layout;
        this.frame = frame;
        this.icmp = icmp;
        this.quoted = icmp + ICMP_HEADER;
    }

    /** The error in an Ethernet frame, if there is a whole one: not a fragment, with a quoted IP header. */
    public static Optional<IcmpErrors> in(ByteBuffer ethernet) {
        ByteBuffer copy = ByteBuffer.allocate(ethernet.remaining());
        copy.put(ethernet.duplicate()).flip();
        return Arrays.stream(Layout.values())
                .filter(layout -> copy.limit() >= Frames.ETHERNET + layout.header
                        && copy.getShort(ETHER_TYPE) == layout.etherType)
                .findFirst().flatMap(layout -> in(layout, copy));
    }

    private static Optional<IcmpErrors> in(Layout layout, ByteBuffer frame) {
        int icmp = Frames.ETHERNET + layout.headerLength(frame, Frames.ETHERNET);
        if (frame.get(Frames.ETHERNET + layout.protocol) != layout.icmp || !layout.isWhole(frame)
                || frame.limit() < icmp + ICMP_HEADER + layout.header) {
            return Optional.empty();
        }
        return layout.errors.contains(frame.get(icmp) & 0xff) && layout.isQuoted(frame, icmp + ICMP_HEADER)
                ? Optional.of(new IcmpErrors(layout, frame, icmp)) : Optional.empty();
    }

    /** Who is told: the receiver of the error, who sent the quoted packet. */
    public IpAddress receiver() {
        return address(Frames.ETHERNET + layout.destination());
    }

    /** Who reports it. */
    public IpAddress reporter() {
        return address(Frames.ETHERNET + layout.source);
    }

    /** The sender of the quoted packet. */
    public IpAddress quotedSender() {
        return address(quoted + layout.source);
    }

    /** The receiver of the quoted packet. */
    public IpAddress quotedReceiver() {
        return address(quoted + layout.destination());
    }

    /** The flow of the quoted packet, as its receiver has it; with ports 0 where it quotes none. */
    public FlowKey quotedFlow() {
        int protocol = frame.get(quoted + layout.protocol) & 0xff;
        int ports = quoted + layout.headerLength(frame, quoted);
        boolean there = FlowKey.of(protocol, quotedReceiver(), 0, quotedSender(), 0).hasPorts()
                && frame.limit() >= ports + 4;
        return FlowKey.of(protocol, quotedReceiver(), there ? frame.getShort(ports + 2) & 0xffff : 0, quotedSender(),
                there ? frame.getShort(ports) & 0xffff : 0);
    }

    /** The frame as the node has to see it: told, and quoted as the sender, by its own address. */
    public ByteBuffer toNode(IpAddress local, MacAddress locator) {
        put(Frames.ETHERNET + layout.destination(), local);
        put(quoted + layout.source, local);
        return finish(locator);
    }

    /** The frame as the outside has to see it: quoted as the receiver by its lent address; the exit does the rest. */
    public ByteBuffer fromNode(IpAddress outside, MacAddress locator) {
        put(quoted + layout.destination(), outside);
        return finish(locator);
    }

    private ByteBuffer finish(MacAddress locator) {
        for (int i = 0; i < locator.toBytes().length; i++) {
            frame.put(i, locator.toBytes()[i]);
        }
        int end = layout.end(frame);
        if (layout == Layout.V6) {
            Frames.icmp6(frame, Frames.ETHERNET, end);
        } else {
            headerChecksum(quoted);
            Frames.checksum(frame, icmp, icmp + 2, end - icmp, 0);
            headerChecksum(Frames.ETHERNET);
        }
        return frame.duplicate();
    }

    private void headerChecksum(int offset) {
        Frames.checksum(frame, offset, offset + 10, layout.headerLength(frame, offset), 0);
    }

    private IpAddress address(int offset) {
        byte[] octets = new byte[IpAddress.byteLength(layout.version())];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = frame.get(offset + i);
        }
        return IpAddress.valueOf(layout.version(), octets);
    }

    private void put(int offset, IpAddress address) {
        byte[] octets = address.toOctets();
        for (int i = 0; i < octets.length; i++) {
            frame.put(offset + i, octets[i]);
        }
    }
}
