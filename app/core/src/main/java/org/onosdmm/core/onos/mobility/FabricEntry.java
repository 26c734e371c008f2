/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onlab.packet.IpAddress;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Puts frames with a locator into the pipeline of a switch as if they came from the fabric.
 */
final class FabricEntry {

    private final MobilityEngine engine;
    private final PacketsOut packets;

    FabricEntry(MobilityEngine engine, PacketsOut packets) {
        this.engine = engine;
        this.packets = packets;
    }

    /** A frame of the node with this address enters. */
    void enter(DeviceId device, IpAddress local, ByteBuffer frame) {
        packet(device, local, frame).ifPresent(packets::release);
    }

    /** A frame of the node with this address, ready to enter. */
    Optional<HeldPacket> packet(DeviceId device, IpAddress local, ByteBuffer frame) {
        return engine.network().fabricPort(device).map(port ->
                HeldPacket.of(new ConnectPoint(device, port), local, Optional.empty(), frame));
    }
}
