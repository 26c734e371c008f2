/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.IP;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.TCP;
import org.onlab.packet.UDP;
import org.onlab.packet.ipv6.Fragment;
import org.onlab.packet.ipv6.IExtensionHeader;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.FlowSample;

/**
 * Reads the flow that a packet belongs to, as switches see it: a fragment has no ports, the first one included, and the
 * protocol of a later fragment of IPv6 is the fragment header.
 */
public final class FlowReader {

    private static final int DSCP_SHIFT = 2;

    private FlowReader() {
    }

    /** The flow of a packet that a node has sent. */
    public static FlowSample fromNode(IP packet) {
        return FlowSample.of(FlowKey.of(protocol(packet), source(packet), sourcePort(packet), destination(packet),
                destinationPort(packet)), dscp(packet));
    }

    /** The flow of a packet that is on its way to a node, and its DSCP. */
    public static FlowSample toNodeSample(IP packet) {
        return FlowSample.of(toNode(packet), dscp(packet));
    }

    /** The flow of a packet that is on its way to a node. */
    public static FlowKey toNode(IP packet) {
        return FlowKey.of(protocol(packet), destination(packet), destinationPort(packet), source(packet),
                sourcePort(packet));
    }

    /** The sender's address. */
    public static IpAddress source(IP packet) {
        return packet instanceof IPv4 ? IpAddress.valueOf(((IPv4) packet).getSourceAddress())
                : address6(((IPv6) packet).getSourceAddress());
    }

    /** The receiver's address. */
    public static IpAddress destination(IP packet) {
        return packet instanceof IPv4 ? IpAddress.valueOf(((IPv4) packet).getDestinationAddress())
                : address6(((IPv6) packet).getDestinationAddress());
    }

    private static IpAddress address6(byte[] octets) {
        return IpAddress.valueOf(IpAddress.Version.INET6, octets);
    }

    private static int protocol(IP packet) {
        if (packet instanceof IPv4) {
            return ((IPv4) packet).getProtocol() & 0xff;
        }
        IExtensionHeader last = lastHeader((IPv6) packet);
        boolean later = last instanceof Fragment && ((Fragment) last).getFragmentOffset() != 0;
        return (later ? IPv6.PROTOCOL_FRAG : last.getNextHeader()) & 0xff;
    }

    /** The header that names the protocol: the last one of those that ONOS can read, or a fragment's. */
    private static IExtensionHeader lastHeader(IPv6 packet) {
        IExtensionHeader last = packet;
        IPacket next = packet.getPayload();
        while (next instanceof IExtensionHeader && !(last instanceof Fragment)) {
            last = (IExtensionHeader) next;
            next = next.getPayload();
        }
        return last;
    }

    private static int dscp(IP packet) {
        return packet instanceof IPv4 ? ((IPv4) packet).getDscp() & 0x3f
                : (((IPv6) packet).getTrafficClass() & 0xff) >> DSCP_SHIFT;
    }

    private static int sourcePort(IP packet) {
        IPacket payload = transport(packet);
        return payload instanceof UDP ? ((UDP) payload).getSourcePort()
                : payload instanceof TCP ? ((TCP) payload).getSourcePort() : 0;
    }

    private static int destinationPort(IP packet) {
        IPacket payload = transport(packet);
        return payload instanceof UDP ? ((UDP) payload).getDestinationPort()
                : payload instanceof TCP ? ((TCP) payload).getDestinationPort() : 0;
    }

    /** What follows the headers; null in a fragment. */
    private static IPacket transport(IP packet) {
        if (packet instanceof IPv4) {
            IPv4 v4 = (IPv4) packet;
            return (v4.getFlags() & 1) != 0 || v4.getFragmentOffset() != 0 ? null : v4.getPayload();
        }
        IExtensionHeader last = lastHeader((IPv6) packet);
        boolean fragment = last instanceof Fragment
                && (((Fragment) last).getFragmentOffset() != 0 || ((Fragment) last).getMoreFragment() != 0);
        return fragment ? null : ((IPacket) last).getPayload();
    }
}
