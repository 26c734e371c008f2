/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.RuleChange;
import org.onosproject.net.DeviceId;

import java.util.concurrent.CompletableFuture;

/**
 * Whose rules a {@link RuleLoop} brings to the switches: a node, which knows what they should be.
 */
interface RuleOwner {

    /** The state to bring the switches to; null for a node that is not bound. */
    NodeState goal();

    /** The rules that a state asks for. */
    RuleSet compile(NodeState goal);

    /** Of these rules the ones that are sent first: deliver and bounce. */
    RuleSet first(NodeState goal);

    /** Sees that the state can be compiled. */
    void fit();

    /** Gets what the other rules need, leases for instance, then goes on. */
    void provide(Runnable next);

    /** A change is sent. */
    void sent(NodeState goal, RuleChange change);

    /** The place where the node is delivers: confirmed at this time, us since the epoch. */
    void delivers(NodeState goal, long time);

    /** Its former places send on what still arrives there: confirmed at this time, us since the epoch. */
    void bounces(NodeState goal, long time);

    /** The node is steered to where it is, and nothing that comes to its former places is lost. */
    void switched(NodeState goal);

    /** All that the state asks for is in force: packets go to and from where the node is. */
    void confirmed(NodeState goal);

    /** Completes when nothing that would be missed can be lost by removing what is old. */
    CompletableFuture<Void> safe();

    /** The switches hold what the state asks for, and nothing else. */
    void settled(NodeState goal);

    /** Whether the switch is connected. */
    boolean isReachable(DeviceId device);

    /** The switches refused or did not answer; it is tried again. */
    void failed(Throwable failure);
}
