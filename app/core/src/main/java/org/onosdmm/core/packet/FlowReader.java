/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.IPacket;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.TCP;
import org.onlab.packet.UDP;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.FlowSample;

/**
 * Reads the flow that a packet belongs to.
 */
public final class FlowReader {

    private FlowReader() {
    }

    /** The flow of a packet that a node has sent. */
    public static FlowSample fromNode(IPv4 packet) {
        return FlowSample.of(FlowKey.of(protocol(packet), source(packet), sourcePort(packet), destination(packet),
                destinationPort(packet)), dscp(packet));
    }

    /** The flow of a packet that is on its way to a node. */
    public static FlowKey toNode(IPv4 packet) {
        return FlowKey.of(protocol(packet), destination(packet), destinationPort(packet), source(packet),
                sourcePort(packet));
    }

    /** The sender's address. */
    public static IpAddress source(IPv4 packet) {
        return IpAddress.valueOf(packet.getSourceAddress());
    }

    /** The receiver's address. */
    public static IpAddress destination(IPv4 packet) {
        return IpAddress.valueOf(packet.getDestinationAddress());
    }

    private static int protocol(IPv4 packet) {
        return packet.getProtocol() & 0xff;
    }

    private static int dscp(IPv4 packet) {
        return packet.getDscp() & 0x3f;
    }

    private static int sourcePort(IPv4 packet) {
        IPacket payload = isFragment(packet) ? null : packet.getPayload();
        return payload instanceof UDP ? ((UDP) payload).getSourcePort()
                : payload instanceof TCP ? ((TCP) payload).getSourcePort() : 0;
    }

    private static int destinationPort(IPv4 packet) {
        IPacket payload = isFragment(packet) ? null : packet.getPayload();
        return payload instanceof UDP ? ((UDP) payload).getDestinationPort()
                : payload instanceof TCP ? ((TCP) payload).getDestinationPort() : 0;
    }

    /** Whether the packet is a fragment: switches see no ports in one, the first included. */
    private static boolean isFragment(IPv4 packet) {
        return (packet.getFlags() & 1) != 0 || packet.getFragmentOffset() != 0;
    }
}
