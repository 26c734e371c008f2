/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.mobility.Moving;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Moves flows to other anchors by command. Safe on any thread.
 */
public final class FlowMoves {

    private final MobilityEngine mobility;
    private final LeasePool leases;

    /** Moves flows of the nodes of this engine. */
    public FlowMoves(MobilityEngine mobility, LeasePool leases) {
        this.mobility = mobility;
        this.leases = leases;
    }

    /**
     * Moves a flow. Completes with what it is then, as soon as that is decided; the switches follow. Fails with an
     * error that says why it stays as it is.
     */
    public CompletableFuture<PinnedFlow> move(FlowKey key, AnchorId target) {
        CompletableFuture<PinnedFlow> moved = new CompletableFuture<>();
        try {
            Domain domain = Lookup.domain(mobility);
            NodeState state = Lookup.owner(mobility, key);
            PinnedFlow flow = Moving.check(domain, mobility.network(), state, key, target);
            if (flow.anchor().equals(target)) {
                return CompletableFuture.completedFuture(flow);
            }
            CompletableFuture<Optional<Lease>> lease = state.lease(target, key.local()).isPresent()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : leases.acquire(domain.anchor(target), key.local());
            lease.whenComplete((got, failure) -> mobility.known(state.node(), task ->
                    orFail(moved, () -> move(task, key, target, failure == null ? got : Optional.empty(), moved))));
        } catch (DmmException e) {
            moved.completeExceptionally(e);
        }
        return moved;
    }

    private static void orFail(CompletableFuture<PinnedFlow> moved, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            moved.completeExceptionally(e);
        }
    }

    /** On the node's thread: much may have changed since it was asked for. */
    private void move(NodeTask task, FlowKey key, AnchorId target, Optional<Lease> fresh,
                      CompletableFuture<PinnedFlow> moved) {
        NodeState before = task.state();
        try {
            Moving.check(Lookup.domain(mobility), mobility.network(),
                    Optional.ofNullable(before).orElseThrow(() -> Lookup.unknown(key)), key, target);
        } catch (RuntimeException e) {
            fresh.ifPresent(leases::release);
            throw e;
        }
        fresh.ifPresent(task::take);
        Lease lease = task.state().lease(target, key.local()).orElseThrow(() -> new DmmException(
                DmmException.Kind.EXHAUSTED, "anchor", "'" + target + "' has no address left to lend"));
        task.change(state -> Moving.moved(state, key, lease, mobility.now()));
        mobility.context().released(before, task.state());
        moved.complete(task.state().flows().get(key));
    }
}
