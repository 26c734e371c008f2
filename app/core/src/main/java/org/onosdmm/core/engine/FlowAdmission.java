/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.mobility.Leases;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Decides about a node's flows by their first packets; on the node's thread. The packets wait for the rules.
 */
final class FlowAdmission {

    private static final long FORGOTTEN = 10_000_000;
    /**
     * A switch that has confirmed a rule may show packets for so long all the same: those on their way to the
     * controller, and those that it still handles as before. us.
     */
    private static final long LATE = 20_000;

    private final NodeTask task;
    private final LeaseKeeper keeper;
    private final NodeContext context;
    private final PacketPort out;
    private final EngineClock clock;
    private final Set<FlowKey> pending = new HashSet<>();
    /** Flows whose rules are not confirmed yet, and since when, us. */
    private final Map<FlowKey, Long> shown = new HashMap<>();
    /** Flows whose rules have just been confirmed, and when, us. */
    private final Map<FlowKey, Long> fresh = new HashMap<>();

    FlowAdmission(NodeTask task, LeaseKeeper keeper, NodeContext context, EnginePorts ports) {
        this.task = task;
        this.keeper = keeper;
        this.context = context;
        this.out = ports.packets();
        this.clock = ports.clock();
    }

    /** The node has begun a flow. */
    void outbound(FlowStart start) {
        NodeState state = task.state();
        Optional<Surroundings> around = state == null ? Optional.empty() : context.surroundings(state);
        if (!around.isPresent() || isKnown(start, flow -> true)) {
            return;
        }
        Decided decided = Deciding.outbound(around.get(), state, start, clock.millis());
        task.hold(start.held());
        shown.put(start.key(), clock.micros());
        if (!isRoomFor(around.get(), decided.flow())) {
            return;
        }
        Domain domain = around.get().domain();
        if (decided.ownAddress() || !decided.flow().kept()) {
            keep(decided.flow());
        } else {
            pending.add(start.key());
            leaseAt(domain, decided.flow(), lease -> {
                pending.remove(start.key());
                if (task.state() != null) {
                    keep(leaving(domain, decided.flow(), lease));
                }
            });
        }
    }

    /**
     * Somebody outside has begun a flow towards the node's own address: it is anchored at home. So is one of the node's
     * that was not kept, once the peer has seen that address.
     */
    void inbound(FlowStart start) {
        NodeState state = task.state();
        Optional<Surroundings> around = state == null ? Optional.empty() : context.surroundings(state);
        if (!around.isPresent() || isKnown(start, PinnedFlow::kept)) {
            return;
        }
        PinnedFlow flow = Deciding.inbound(around.get(), state, start, clock.millis());
        if (isRoomFor(around.get(), flow)) {
            task.hold(start.held());
            keep(flow);
        }
    }

    /** Whether the packet belongs to a flow that is about to be known. */
    boolean isPending(HeldPacket packet) {
        return packet.flow().map(pending::contains).orElse(false);
    }

    /** The rules of these flows are in force. */
    void confirmed(Set<FlowKey> flows) {
        long now = clock.micros();
        fresh.values().removeIf(since -> now - since > LATE);
        shown.entrySet().removeIf(entry -> {
            boolean there = flows.contains(entry.getKey());
            if (there) {
                context.waited("flow", now - entry.getValue());
                fresh.put(entry.getKey(), now);
            }
            return there || !pending.contains(entry.getKey()) && now - entry.getValue() > FORGOTTEN;
        });
    }

    private boolean isKnown(FlowStart start, Predicate<PinnedFlow> which) {
        boolean known = Optional.ofNullable(task.state().flows().get(start.key())).filter(which).isPresent();
        if (known && isLate(start)) {
            out.release(start.held());
            return true;
        }
        if (known || pending.contains(start.key())) {
            task.hold(start.held());
        }
        if (known) {
            task.nudge();
        }
        return known || pending.contains(start.key());
    }

    /** Whether the rule is there and the packet was only under way: what waits for nothing must not be overtaken. */
    private boolean isLate(FlowStart start) {
        Long since = fresh.get(start.key());
        return since != null && clock.micros() - since <= LATE && start.held().admittedBy(task.state())
                && start.held().where(task.state()).equals(start.held());
    }

    /** Where there is no room the flow leaves like those of the default class, and the next ones are not shown. */
    private boolean isRoomFor(Surroundings around, PinnedFlow flow) {
        NodeState state = task.state();
        Room room = new Room(around.domain(), state, pending.size(), context.flowsAt(state.binding().current().edge()));
        if (room.isFor(flow)) {
            return true;
        }
        Optional<PinnedFlow> other = room.madeBy(flow);
        if (other.isPresent()) {
            task.change(before -> without(before, other.get().key()));
            return true;
        }
        context.refused("flows of " + state.node());
        task.change(before -> before.with(Room.without(flow)));
        return false;
    }

    private static NodeState without(NodeState state, FlowKey key) {
        TreeMap<FlowKey, PinnedFlow> flows = new TreeMap<>(state.flows());
        flows.remove(key);
        return state.withFlows(flows);
    }

    private void leaseAt(Domain domain, PinnedFlow flow, Consumer<Optional<Lease>> next) {
        AnchorId anchor = flow.anchor();
        IpAddress local = flow.key().local();
        Optional<Lease> lease = task.state().lease(anchor, local);
        if (lease.isPresent() || !domain.anchor(anchor).lends(local.version())) {
            next.accept(lease);
        } else {
            keeper.acquire(domain, Leases.Need.of(anchor, local), got -> {
                got.ifPresent(task::take);
                next.accept(task.state() == null ? Optional.empty() : task.state().lease(anchor, local));
            });
        }
    }

    /** Without a lease the flow leaves from the home of its address. */
    private PinnedFlow leaving(Domain domain, PinnedFlow flow, Optional<Lease> lease) {
        return lease.map(l -> flow.toBuilder().outside(l.outside()).build())
                .orElseGet(() -> flow.toBuilder().anchor(domain.homeOf(flow.key().local(),
                        task.state().binding()).id()).reason(flow.reason() + "; no lease to be had, so home").build());
    }

    /** Flows of one UDP endpoint that are not kept are so from now on, if this one is: they share its address. */
    private void keep(PinnedFlow flow) {
        task.change(state -> {
            TreeMap<FlowKey, PinnedFlow> flows = new TreeMap<>(state.flows());
            if (flow.kept() && flow.origin() == PinnedFlow.Origin.NODE) {
                flows.replaceAll((key, other) -> !other.kept() && key.sharesUdpEndpoint(flow.key())
                        ? other.toBuilder().continuity(flow.continuity()).anchor(flow.anchor())
                        .outside(flow.outside()).build() : other);
            }
            flows.put(flow.key(), flow);
            return state.withFlows(flows);
        });
    }
}
