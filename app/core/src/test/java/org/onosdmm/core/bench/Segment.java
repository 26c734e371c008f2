/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;

/** A TCP or UDP packet of a capture; the ports and payload of a fragment that is not the first are absent. */
final class Segment {
    private static final int SYN = 2;
    private static final int ACK = 16;

    final int protocol;
    final IpAddress source;
    final int sourcePort;
    final IpAddress destination;
    final int destinationPort;
    final int dscp;
    final boolean fragment;
    final ByteBuffer payload;
    private final int flags;

    Segment(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort, int dscp,
            boolean fragment, ByteBuffer payload, int flags) {
        this.protocol = protocol;
        this.source = source;
        this.sourcePort = sourcePort;
        this.destination = destination;
        this.destinationPort = destinationPort;
        this.dscp = dscp;
        this.fragment = fragment;
        this.payload = payload;
        this.flags = flags;
    }

    /** Whether it is the answer to the first packet of a TCP connection. */
    boolean isSynAck() {
        return (flags & SYN) != 0 && (flags & ACK) != 0;
    }

    /** Whether it is the first packet of a TCP connection, or the answer. */
    boolean isSyn() {
        return (flags & SYN) != 0;
    }

    /** One end. */
    String from() {
        return end(source, sourcePort);
    }

    /** The other end. */
    String to() {
        return end(destination, destinationPort);
    }

    private static String end(IpAddress address, int port) {
        return name(address) + "/" + port;
    }

    /**
     * An address as it is compared: of IPv6 the groups that are not zero, for the captures' tool writes several times
     * {@code ::} in one address.
     */
    static String name(IpAddress address) {
        if (address.isIp4()) {
            return address.toString();
        }
        StringBuilder name = new StringBuilder();
        byte[] octets = address.toOctets();
        for (int i = 0; i < octets.length; i += 2) {
            int group = (octets[i] & 0xff) << 8 | octets[i + 1] & 0xff;
            if (group != 0) {
                name.append(Integer.toHexString(group)).append(':');
            }
        }
        return name.toString();
    }

    /** The same for an address as the tool writes it. */
    static String name(String text) {
        if (text.contains(".")) {
            return name(IpAddress.valueOf(text));
        }
        StringBuilder name = new StringBuilder();
        for (String group : text.split(":")) {
            if (!group.isEmpty() && !"0".equals(group)) {
                name.append(group).append(':');
            }
        }
        return name.toString();
    }
}
