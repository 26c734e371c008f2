/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.NodeState;

/**
 * Which nodes of the domain talk with each other: their packets take the direct path. Two nodes know each other, or
 * neither does.
 */
final class Acquaintances {

    private static final int MAX_PEERS = 256;

    private final MobilityEngine engine;

    Acquaintances(MobilityEngine engine) {
        this.engine = engine;
    }

    /** Two nodes talk with each other. */
    void talk(MobileNodeId node, MobileNodeId other) {
        if (!node.equals(other)) {
            acquaint(node, other);
            acquaint(other, node);
        }
    }

    /** A node is to know another one. What the store had of them may be of different times. */
    void acquaint(MobileNodeId node, MobileNodeId other) {
        if (!engine.tasks().knows(node)) {
            part(other, node);
            return;
        }
        engine.on(node, task -> {
            task.change(state -> withPeer(state, other));
            task.reconcile();
        });
    }

    /** A node that is gone is nobody's peer. */
    void part(MobileNodeId node, MobileNodeId gone) {
        engine.known(node, task -> task.change(state -> state == null ? null
                : state.withPeers(Sets.difference(state.peers(), ImmutableSet.of(gone)))));
    }

    private static NodeState withPeer(NodeState state, MobileNodeId peer) {
        if (state == null || state.peers().contains(peer) || state.peers().size() >= MAX_PEERS) {
            return state;
        }
        return state.withPeers(ImmutableSet.<MobileNodeId>builder().addAll(state.peers()).add(peer).build());
    }
}
