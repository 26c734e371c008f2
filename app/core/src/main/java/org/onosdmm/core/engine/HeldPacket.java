/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Crowding;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A packet that reached an edge before the rules for it; it is passed on once they are there.
 */
@AutoValue
public abstract class HeldPacket {

    /** Where it came in. */
    public abstract ConnectPoint port();

    /** The node's own address in it. */
    public abstract IpAddress local();

    /** The flow whose pin it waits for, if it waits for one. */
    public abstract Optional<FlowKey> flow();

    /** The frame. */
    public abstract ByteBuffer frame();

    /** A packet by its parts. */
    public static HeldPacket of(ConnectPoint port, IpAddress local, Optional<FlowKey> flow, ByteBuffer frame) {
        return new AutoValue_HeldPacket(port, local, flow, frame);
    }

    /** Whether the node is so crowded that the packet leaves without anybody knowing its flow. */
    private boolean passes(NodeState state) {
        return state.crowding() == Crowding.ALL || state.crowding() == Crowding.UNKNOWN
                && flow().get().protocol() == IPv4.PROTOCOL_UDP;
    }

    /** Whether the rules of this state let the packet through; if not, it would only come back to the controller. */
    boolean admittedBy(NodeState state) {
        if (!state.binding().addresses().contains(local())) {
            return false;
        }
        Optional<PinnedFlow> pin = flow().map(state.flows()::get);
        if (flow().isPresent() && !pin.isPresent() && !passes(state)) {
            return false;
        }
        return pin.map(p -> p.kept() && !p.translated()).orElse(false)
                || state.binding().attachments().stream()
                        .anyMatch(a -> a.poa().equals(port()) && state.binding().isOpen(a));
    }

    /**
     * The packet as if it had come in where the node is now. That place is known to let it in; one that the node has
     * left in the meantime may not, and would only show it to the controller again, as a sign of the node being there.
     */
    HeldPacket where(NodeState state) {
        Attachment place = state.binding().current();
        boolean left = !state.binding().absentSince().isPresent() && !place.poa().equals(port())
                && state.binding().attachments().stream().anyMatch(a -> a.poa().equals(port()));
        return left ? of(place.poa(), local(), flow(), frame()) : this;
    }
}
