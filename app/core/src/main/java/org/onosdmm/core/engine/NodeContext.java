/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.core.mobility.MobilityStep;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.DeviceId;

import java.util.Optional;

/**
 * What a node's task asks of the engine around it.
 */
interface NodeContext {

    /** The domain as configured; absent while no configuration is in force. */
    Optional<Domain> domain();

    /** What a piece of evidence makes of a node's state, in that domain. */
    MobilityStep step(Domain domain, MobileNodeId node);

    /** What the node's rules depend on besides its own state; absent while no configuration is in force. */
    Optional<Surroundings> surroundings(NodeState state);

    /** Whether the switch is connected. */
    boolean isAvailable(DeviceId device);

    /** Whether this controller instance is the one that writes the node's rules. */
    boolean owns(NodeState state);

    /** Tells the node's peers and the listeners that its state has changed. */
    void changed(MobilityEvent.Type type, NodeState before, NodeState after);

    /** The switches lead to where the node is, from wherever it is looked up. */
    void reached(NodeState state);

    /** Tells the listeners that flows have left their anchor for the one where the node is. */
    void released(NodeState before, NodeState after);

    /** What all rescue buffers together hold. */
    RescueBuffer.Total rescued();

    /** The log of handovers. */
    HandoverLog log();

    /** Number of flows that are known one by one, of nodes at this edge. */
    int flowsAt(AnchorId edge);

    /** Notes how long a packet has waited in the controller, us. */
    void waited(String what, long micros);

    /** Notes how long a compilation of a node's rules has taken, us. */
    void compiled(long micros);

    /** Counts packets that went the way of the controller. */
    void counted(String what);

    /** Counts what becomes of claims that nodes are at places which are mistrusted. */
    void claim(String what);

    /** A node has given an address up, or lost it: only the node itself can bring it back. */
    void givenUp(MobileNodeId node, IpAddress address);

    /** The addresses that one node holds and another claims. */
    Contests contests();

    /** Counts something that was refused because a limit was reached, and warns once. */
    void refused(String what);

    /** Counts a failure of the switches or of the store. */
    void failed(String what, Throwable cause);
}
