/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

/**
 * Packets out.
 */
public interface PacketPort {

    /** Puts a packet into the pipeline of the switch that it came from, as if it had just come in. */
    void release(HeldPacket packet);

    /** Hands a packet to a node out of its port, with the MAC addresses that it expects to see. */
    void hand(HeldPacket packet, MobileNodeId node, ConnectPoint port);

    /** Asks at a place whether the node is there, by ARP or neighbour solicitation. */
    void probe(MobileNodeId node, IpAddress address, ConnectPoint place);
}
