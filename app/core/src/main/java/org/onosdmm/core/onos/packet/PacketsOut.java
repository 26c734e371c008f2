/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.engine.PacketPort;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;

/**
 * Packets out, by port.
 */
public interface PacketsOut extends PacketPort {

    /** Asks at a port whether a node with this address is there. */
    void ask(ConnectPoint port, MobileNodeId node, IpAddress address);

    /** Sends a frame out of a port. */
    void send(ConnectPoint port, Ethernet frame);

    /** Sends a frame out of a port, byte for byte. */
    void send(ConnectPoint port, ByteBuffer frame);
}
