/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onlab.packet.IP;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.engine.FlowStart;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.packet.FlowReader;
import org.onosdmm.core.packet.Transport;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Packets by which flows are told: hands them to the engine, with what classification needs of them.
 */
final class FlowStarts {

    private final MobilityEngine engine;

    FlowStarts(MobilityEngine engine) {
        this.engine = engine;
    }

    /** A node has begun a flow. */
    void begun(MobileNodeId node, ConnectPoint port, IP packet, ByteBuffer frame) {
        engine.counters().passed("flows shown");
        engine.flows().begun(node, start(port, FlowReader.fromNode(packet), PinnedFlow.Origin.NODE, frame));
    }

    /** Somebody outside has begun a flow towards a node's own address. */
    void calledFromOutside(ConnectPoint port, IP packet, ByteBuffer frame) {
        engine.counters().passed("flows from outside shown");
        engine.flows().calledFromOutside(start(port, FlowReader.toNodeSample(packet), PinnedFlow.Origin.OUTSIDE,
                frame));
    }

    /** A copy of a packet of a control flow. */
    void control(IP packet, PinnedFlow.Origin sender, ByteBuffer frame) {
        engine.counters().passed("control packets copied");
        engine.flows().control(FirstPacket.of(sender == PinnedFlow.Origin.NODE ? FlowReader.fromNode(packet)
                : FlowReader.toNodeSample(packet), sender, Transport.payload(frame)));
    }

    private static FlowStart start(ConnectPoint port, FlowSample sample, PinnedFlow.Origin sender,
                                   ByteBuffer frame) {
        return FlowStart.of(FirstPacket.of(sample, sender, Transport.payload(frame)), Transport.isRunning(frame),
                HeldPacket.of(port, sample.key().local(), Optional.of(sample.key()), frame));
    }
}
