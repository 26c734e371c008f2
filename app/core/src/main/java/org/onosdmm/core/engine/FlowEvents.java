/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.mobility.Requesting;

import java.util.function.Consumer;

/**
 * What is heard of flows, handed to the task of their node. Every method may be called from any thread and returns at
 * once.
 */
public final class FlowEvents {

    private final MobilityEngine engine;
    private final EngineClock clock;

    FlowEvents(MobilityEngine engine, EngineClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** A node has begun a flow that is to be decided about. */
    public void begun(MobileNodeId node, FlowStart start) {
        engine.known(node, task -> task.flows().admission().outbound(start));
    }

    /** Somebody outside has begun a flow towards a node's own address. */
    public void calledFromOutside(FlowStart start) {
        holder(start.key().local(), task -> task.flows().admission().inbound(start));
    }

    /** The DNS answers a node. */
    public void named(Locator place, IpAddress address, HeldPacket answer) {
        holder(address, task -> task.flows().names().answer(place, answer));
    }

    /** A copy of a packet of a control flow. */
    public void control(FirstPacket packet) {
        holder(packet.sample().key().local(), task -> Signals.heard(task, packet, clock.millis()));
    }

    /** Something is asked for, for flows of a node. */
    public void requested(FlowRequest request) {
        engine.known(request.node(), task -> task.change(state -> state == null ? null : engine.domain().map(d ->
                Requesting.requested(d, state, request)).orElse(state)));
    }

    /** A request is taken back. */
    public void withdrawn(MobileNodeId node, String id) {
        engine.known(node, task -> task.change(state -> state == null ? null : Requesting.withdrawn(state, id)));
    }

    private void holder(IpAddress address, Consumer<NodeTask> action) {
        engine.holder(address).ifPresent(node -> engine.known(node, action));
    }
}
