/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Crowding;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Policy;

import java.util.Comparator;
import java.util.Optional;

/**
 * Whether there is room for one more flow of a node. Flows that are not kept take three quarters of it at most, and
 * make room for those that are; of these the ones of a lower class make room for a higher one.
 */
final class Room {

    private final Domain domain;
    private final NodeState state;
    private final int pending;
    private final int atEdge;

    /**
     * The room of a node.
     *
     * @param pending flows that are about to be known
     * @param atEdge flows of all nodes at its edge
     */
    Room(Domain domain, NodeState state, int pending, int atEdge) {
        this.domain = domain;
        this.state = state;
        this.pending = pending;
        this.atEdge = atEdge;
    }

    /** Whether there is room for this flow without any other making it. */
    boolean isFor(PinnedFlow flow) {
        return !isFull() && (flow.kept() || passing() < most() * 3L / 4);
    }

    /** The flow that makes room for this one. */
    Optional<PinnedFlow> madeBy(PinnedFlow flow) {
        return state.flows().values().stream()
                .filter(other -> flow.kept() && rank(other) < rank(flow))
                .min(Comparator.<PinnedFlow>comparingInt(this::rank).thenComparingLong(PinnedFlow::since)
                        .thenComparing(PinnedFlow::key));
    }

    /** How crowded the node is once there is no room for this flow. */
    static Crowding without(PinnedFlow flow) {
        return flow.kept() ? Crowding.ALL : Crowding.UNKNOWN;
    }

    /** How crowded it still is: it has to be so by an eighth less. */
    Crowding eased() {
        boolean full = total() >= most() * 7L / 8 || atEdge >= domain.limits().flowsPerEdge() * 7L / 8;
        if (full) {
            return state.crowding();
        }
        return state.crowding() != Crowding.NONE && passing() >= most() * 5L / 8 ? Crowding.UNKNOWN : Crowding.NONE;
    }

    private boolean isFull() {
        return total() >= most() || atEdge >= domain.limits().flowsPerEdge();
    }

    private int most() {
        return domain.limits().flowsPerNode();
    }

    private int total() {
        return state.flows().size() + pending;
    }

    private long passing() {
        return state.flows().values().stream().filter(flow -> !flow.kept()).count();
    }

    private int rank(PinnedFlow flow) {
        Policy policy = domain.policy();
        return !flow.kept() ? -1 : Optional.ofNullable(policy.classes().get(flow.applicationClass()))
                .map(c -> c.priority()).orElse(0);
    }
}
