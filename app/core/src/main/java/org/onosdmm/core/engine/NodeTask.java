/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.RuleChange;
import org.onosproject.net.DeviceId;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * One mobile node: keeps its state and brings the switches to what that asks for. On the node's own thread.
 *
 * <p>A handover is two states, and after each {@link RuleLoop} brings the switches to it. With a new place the state
 * asks for the make and the switch; once the old places are drained it forgets them, which breaks.
 */
final class NodeTask implements RuleOwner {
    private final MobileNodeId node;
    private final EnginePorts ports;
    private final NodeContext context;
    private final HeldPackets held;
    private final EarlyPackets early;
    private final RescueBuffer rescue;
    private final Breaking breaking;
    private final OpenHandovers handovers;
    private final NodeFlows flows;
    private final Claims claims;
    private final Suspicion suspicion = new Suspicion();
    private final LeaseKeeper keeper;
    private final Memory memory;
    private final RuleLoop loop;
    private final Compiled compiled = new Compiled();
    private volatile NodeState state;

    NodeTask(MobileNodeId node, EnginePorts ports, NodeContext context) {
        this.node = node;
        this.ports = ports;
        this.context = context;
        this.held = new HeldPackets(ports.packets());
        this.rescue = new RescueBuffer(ports.packets(), ports.clock(), context.rescued());
        this.early = new EarlyPackets(ports.packets(), ports.clock());
        this.claims = new Claims(this, ports, context);
        this.breaking = new Breaking(this, ports, context);
        this.loop = new RuleLoop(node, ports, this);
        this.memory = new Memory(node, ports, context);
        this.keeper = new LeaseKeeper(this, ports, context);
        this.flows = new NodeFlows(this, keeper, context, ports);
        this.handovers = new OpenHandovers(context.log(), ports.clock());
    }

    MobileNodeId node() {
        return node;
    }

    /** The present state; null for a node that is not bound. Safe on any thread. */
    NodeState state() {
        return state;
    }

    /** The rules that the switches have confirmed. Safe on any thread. */
    RuleSet installed() {
        return loop.installed();
    }

    /** The rules that were sent, and no answer has come. Safe on any thread. */
    RuleSet underWay() {
        return loop.underWay();
    }

    /** Whether the node is not bound, and nothing of it is left. */
    boolean isOver() {
        return state == null && loop.isEmpty();
    }

    NodeFlows flows() {
        return flows;
    }

    Claims claims() {
        return claims;
    }

    /** Takes over a state from the store. */
    void restore(NodeState stored) {
        state = stored;
        reconcile();
    }

    /** Keeps a packet until the rules for it are there. */
    void hold(HeldPacket packet) {
        held.hold(packet);
    }

    /** A packet came to a place of the node that does not deliver yet, or not any more. */
    void early(Locator place, HeldPacket packet) {
        early.hold(place, packet);
    }

    /** Keeps a packet that arrived while the node was away, or a copy for that case, until the node is back. */
    void rescue(HeldPacket packet, boolean copied) {
        rescue.keep(packet, copied);
        if (state != null && !loop.isBusy()) {
            passOnRescued(state);
        }
    }

    private void passOnRescued(NodeState reached) {
        if (!reached.binding().absentSince().isPresent() && !reached.binding().expected().isPresent()) {
            handovers.rescued(rescue.release());
            rescue.back();
        }
    }

    /** Changes the state, keeps it, and brings the switches to it. */
    void change(UnaryOperator<NodeState> step) {
        NodeState before = state;
        Runnable rest = adopt(step.apply(before));
        if (state != before) {
            reconcile();
            loop.afterwards(rest);
        } else if (held.size() > 0) {
            nudge();
        }
    }

    /** Packets wait, and that is all: what failed is not tried again any sooner. */
    void nudge() {
        if (loop.isIdle() && suspicion.grows(ports.clock().millis())) {
            loop.recheck(installed().where(key -> held.isFrom(key.device())));
        } else if (!loop.isResting()) {
            reconcile();
        }
    }

    /** Forgets what the switches are believed to hold, of these rules, and puts it right. */
    void recheck(RuleSet doubtful) {
        keeper.forgetRefusals();
        loop.recheck(doubtful);
    }

    /** Releases all that the node holds. */
    CompletableFuture<Void> remove() {
        NodeState last = state;
        state = null;
        held.clear();
        rescue.clear();
        if (last == null) {
            return CompletableFuture.completedFuture(null);
        }
        reconcile();
        return loop.afterwards(() -> context.changed(MobilityEvent.Type.NODE_REMOVED, last, null))
                .thenCompose(ok -> memory.forget(last));
    }

    /**
     * Takes the next state as the present one. Returns what does not need to happen before the rules are sent: the
     * store, the listeners, the log.
     */
    private Runnable adopt(NodeState next) {
        NodeState before = state;
        if (next == null || next.equals(before)) {
            return () -> { };
        }
        NodeState after = Handovers.bounded(next);
        boolean moved = before != null && before.binding().sequence() != after.binding().sequence();
        if (moved) {
            handovers.begin(before.binding(), after.binding());
            early.await(after.binding().current().locator());
            keeper.forgetRefusals();
        }
        after.binding().absentSince().ifPresentOrElse(rescue::away, moved ? () -> { } : rescue::back);
        state = after;
        return () -> {
            memory.keep(before, after);
            flows.changed(after);
            context.changed(before == null ? MobilityEvent.Type.NODE_ATTACHED
                    : moved ? MobilityEvent.Type.NODE_MOVED : MobilityEvent.Type.NODE_UPDATED, before, after);
        };
    }

    /** Brings the switches to what the state asks for. */
    void reconcile() {
        if (state == null || context.owns(state)) {
            loop.reconcile();
        }
    }

    /** Takes a lease that was asked for, unless it is no longer wanted. */
    void take(Lease lease) {
        if (state == null || state.lease(lease.anchor(), lease.local()).isPresent()) {
            ports.leases().release(lease);
        } else {
            loop.afterwards(adopt(state.withLeases(Iterables.concat(state.leases(), ImmutableList.of(lease)))));
        }
    }

    @Override
    public NodeState goal() {
        return state;
    }

    /** The rules that a state asks for, at the switches that are connected. Safe on any thread. */
    @Override
    public RuleSet compile(NodeState goal) {
        return context.surroundings(goal).map(s -> compiled.rules(s, goal, context::compiled)).orElse(RuleSet.EMPTY);
    }

    @Override
    public RuleSet first(NodeState goal) {
        return context.surroundings(goal).map(s -> s.first(goal)).orElse(RuleSet.EMPTY);
    }

    @Override
    public void fit() {
        Fitter.fit(this, context);
    }

    @Override
    public void provide(Runnable next) {
        keeper.provide(next);
    }

    @Override
    public void sent(NodeState goal, RuleChange change) {
        handovers.sent(goal, change);
    }

    @Override
    public void delivers(NodeState goal, long time) {
        if (goal != null) {
            early.delivers(goal.binding().current().locator());
            handovers.delivers(goal, time);
        }
    }

    @Override
    public void bounces(NodeState goal, long time) {
        early.bounces();
        if (goal != null && !goal.binding().absentSince().isPresent()) {
            handovers.bounces(goal, time);
            handovers.rescued(rescue.release());
        }
    }

    @Override
    public void switched(NodeState goal) {
        if (handovers.switched(goal)) {
            claims.switched(goal);
        }
    }

    @Override
    public void confirmed(NodeState goal) {
        if (goal == null) {
            held.clear();
        } else {
            context.reached(goal);
            flows.confirmed(goal);
            handovers.passedOn(goal, held.release(held.size(), goal, packet ->
                    flows.admission().isPending(packet) || claims.mayPass(packet)));
        }
    }

    @Override
    public CompletableFuture<Void> safe() {
        return memory.safe();
    }

    @Override
    public void settled(NodeState goal) {
        if (goal != null) {
            passOnRescued(goal);
            handovers.cleaned(goal.binding());
            breaking.await();
        }
    }

    @Override
    public boolean isReachable(DeviceId device) {
        return context.isAvailable(device);
    }

    @Override
    public void failed(Throwable failure) {
        handovers.failed();
        context.failed("rules", failure);
    }
}
