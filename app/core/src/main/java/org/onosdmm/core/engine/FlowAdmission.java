/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.mobility.Leases;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.strategy.AnchorChoice;
import org.onosdmm.core.strategy.Strategies;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Pins a node's flows from their first packet on; on the node's thread.
 */
final class FlowAdmission {

    /** A node keeps at most this many pinned flows; the packets of further ones are dropped and counted. */
    static final int MAX_FLOWS = 1_024;

    private final NodeTask task;
    private final LeaseKeeper keeper;
    private final NodeContext context;
    private final EngineClock clock;
    private final Set<FlowKey> pending = new HashSet<>();

    FlowAdmission(NodeTask task, LeaseKeeper keeper, NodeContext context, EngineClock clock) {
        this.task = task;
        this.keeper = keeper;
        this.context = context;
        this.clock = clock;
    }

    /** The node has begun a flow whose class wants it pinned. */
    void outbound(FlowSample sample, HeldPacket packet) {
        NodeState state = task.state();
        Optional<Surroundings> around = state == null ? Optional.empty() : context.surroundings(state);
        if (!around.isPresent() || isKnown(sample.key(), packet) || isFull(state)) {
            return;
        }
        AnchorChoice choice = AnchorChoice.choose(around.get().domain(), around.get().network(), state, sample,
                Strategies.builtIn());
        if (!choice.applicationClass().continuity().pinned()) {
            return;
        }
        pending.add(sample.key());
        task.hold(packet);
        leaseAt(around.get().domain(), choice, sample.key(), lease -> {
            pending.remove(sample.key());
            if (task.state() != null) {
                pin(outboundFlow(around.get().domain(), sample.key(), choice, lease));
            }
        });
    }

    /** Somebody outside has begun a flow towards the node's own address: it is anchored at home. */
    void inbound(FlowKey key, HeldPacket packet) {
        NodeState state = task.state();
        Optional<Surroundings> around = state == null ? Optional.empty() : context.surroundings(state);
        if (!around.isPresent() || isKnown(key, packet) || isFull(state)) {
            return;
        }
        task.hold(packet);
        ApplicationClass inbound = around.get().domain().policy().inboundClass();
        pin(flow(key, inbound, home(around.get().domain(), key), key.local(),
                "begun outside towards the node's own address").origin(PinnedFlow.Origin.OUTSIDE).build());
    }

    /** Whether the packet belongs to a flow that is about to be pinned. */
    boolean isPending(HeldPacket packet) {
        return packet.flow().map(pending::contains).orElse(false);
    }

    private boolean isKnown(FlowKey key, HeldPacket packet) {
        boolean pinned = task.state().flows().containsKey(key);
        if (pinned || pending.contains(key)) {
            task.hold(packet);
        }
        if (pinned) {
            task.nudge();
        }
        return pinned || pending.contains(key);
    }

    private boolean isFull(NodeState state) {
        boolean full = state.flows().size() + pending.size() >= MAX_FLOWS;
        if (full) {
            context.refused("flows of " + state.node());
        }
        return full;
    }

    private void leaseAt(Domain domain, AnchorChoice choice, FlowKey key,
                         Consumer<Optional<Lease>> next) {
        AnchorId anchor = choice.anchor();
        Optional<Lease> lease = task.state().lease(anchor, key.local());
        boolean own = choice.applicationClass().continuity() == Continuity.FIXED;
        if (own || lease.isPresent() || !domain.anchor(anchor).lends(key.local().version())) {
            next.accept(own ? Optional.empty() : lease);
        } else {
            keeper.acquire(domain, Leases.Need.of(anchor, key.local()), got -> {
                got.ifPresent(task::take);
                next.accept(task.state() == null ? Optional.empty() : task.state().lease(anchor, key.local()));
            });
        }
    }

    private PinnedFlow outboundFlow(Domain domain, FlowKey key, AnchorChoice choice, Optional<Lease> lease) {
        boolean fixed = choice.applicationClass().continuity() == Continuity.FIXED;
        AnchorId anchor = lease.isPresent() || fixed ? choice.anchor() : home(domain, key);
        IpAddress outside = lease.map(Lease::outside).orElse(key.local());
        String reason = lease.isPresent() || fixed ? choice.reason()
                : choice.reason() + "; no lease to be had, so home";
        return flow(key, choice.applicationClass(), anchor, outside, reason).build();
    }

    /** The owner of the address that the flow is to have outside if it is to be the node's own. */
    private AnchorId home(Domain domain, FlowKey key) {
        return domain.homeOf(key.local()).map(Anchor::id).orElseGet(() -> task.state().binding().home());
    }

    private PinnedFlow.Builder flow(FlowKey key, ApplicationClass applicationClass, AnchorId anchor,
                                    IpAddress outside, String reason) {
        return PinnedFlow.builder().key(key).origin(PinnedFlow.Origin.NODE)
                .applicationClass(applicationClass.name()).continuity(applicationClass.continuity())
                .anchor(anchor).outside(outside).reason(reason).since(clock.millis());
    }

    private void pin(PinnedFlow flow) {
        task.change(state -> {
            TreeMap<FlowKey, PinnedFlow> flows = new TreeMap<>(state.flows());
            flows.put(flow.key(), flow);
            return state.withFlows(flows);
        });
    }
}
