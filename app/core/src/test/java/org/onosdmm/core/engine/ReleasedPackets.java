/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes note of the packets that are passed on, each known by its first byte; nothing else is expected. */
final class ReleasedPackets implements PacketPort {

    private final List<HeldPacket> packets = new ArrayList<>();

    /** The packets, in their order. */
    List<HeldPacket> packets() {
        return packets;
    }

    /** The first bytes of the packets, in their order. */
    List<Integer> numbers() {
        return packets.stream().map(packet -> (int) packet.frame().get(0)).collect(Collectors.toList());
    }

    @Override
    public void release(HeldPacket packet) {
        packets.add(packet);
    }

    @Override
    public void hand(HeldPacket packet, MobileNodeId node, ConnectPoint port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void probe(MobileNodeId node, IpAddress address, ConnectPoint place) {
        throw new UnsupportedOperationException();
    }
}
