/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.NodeState;

import java.util.concurrent.CompletableFuture;

/**
 * Keeps a node's states in the store, the newest last; what fails is tried again.
 */
final class Memory {

    private final MobileNodeId node;
    private final EnginePorts ports;
    private final NodeContext context;
    private final Backoff backoff = new Backoff();
    private NodeState newest;
    private CompletableFuture<Void> safe = CompletableFuture.completedFuture(null);

    Memory(MobileNodeId node, EnginePorts ports, NodeContext context) {
        this.node = node;
        this.ports = ports;
        this.context = context;
    }

    /** Keeps a state, and gives leases back that it no longer has. */
    void keep(NodeState before, NodeState after) {
        if (before != null) {
            before.leases().stream()
                    .filter(lease -> !after.lease(lease.anchor(), lease.local()).isPresent())
                    .forEach(ports.leases()::release);
        }
        if (newest == null || !newest.equals(after.lasting())) {
            newest = after.lasting();
            put();
        }
    }

    /** Forgets the node, and gives all its leases back. */
    CompletableFuture<Void> forget(NodeState last) {
        newest = null;
        last.leases().forEach(ports.leases()::release);
        return ports.store().remove(node);
    }

    /** Completes when the newest state is safe. */
    CompletableFuture<Void> safe() {
        return safe;
    }

    private void put() {
        NodeState state = newest;
        if (state == null) {
            return;
        }
        safe = ports.store().put(state);
        safe.whenComplete((done, failure) -> ports.clock().execute(node, () -> {
            if (failure == null) {
                backoff.reset();
            } else {
                context.failed("store", failure);
                ports.clock().schedule(node, backoff.next(), this::put);
            }
        }));
    }
}
