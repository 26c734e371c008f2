/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.core.mobility.MobilityStep;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.strategy.Grounds;
import org.onosproject.net.DeviceId;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The engine, as the tasks of its nodes see it.
 */
final class EngineContext implements NodeContext {

    private final MobilityEngine engine;
    private final Owners owners;
    private final Predicate<MobileNodeId> mine;
    private final MobilityEngine.Observer observer;
    private final RescueBuffer.Total rescued = new RescueBuffer.Total();
    private final SoughtPackets sought;
    private final Acquaintances acquaintances;

    EngineContext(MobilityEngine engine, Owners owners, Predicate<MobileNodeId> mine,
                  MobilityEngine.Observer observer, SoughtPackets sought, Acquaintances acquaintances) {
        this.engine = engine;
        this.owners = owners;
        this.mine = mine;
        this.observer = observer;
        this.sought = sought;
        this.acquaintances = acquaintances;
    }

    @Override
    public Optional<Domain> domain() {
        return engine.domain();
    }

    @Override
    public MobilityStep step(Domain domain, MobileNodeId node) {
        return new MobilityStep(domain, engine::freshLocator,
                (address, trigger) -> owners.claim(address, node, trigger));
    }

    @Override
    public Optional<Surroundings> surroundings(NodeState state) {
        return engine.domain().map(d -> Surroundings.builder().domain(d).network(engine.network())
                .peerEdges(peerEdges(d, state)).extensions(engine.extensions())
                .grounds(Grounds.of(d, engine.network(), engine.extensions().strategies(), engine.loads()))
                .policySince(engine.policySince()).build());
    }

    private ImmutableSet<AnchorId> peerEdges(Domain domain, NodeState state) {
        Set<AnchorId> edges = new LinkedHashSet<>();
        for (MobileNodeId peer : state.peers()) {
            engine.state(peer).ifPresent(s -> edges.add(s.binding().current().edge()));
        }
        edges.retainAll(domain.anchors().keySet());
        return ImmutableSet.copyOf(edges);
    }

    @Override
    public boolean isAvailable(DeviceId device) {
        return engine.network().isAvailable(device);
    }

    @Override
    public boolean owns(NodeState state) {
        return mine.test(state.node());
    }

    @Override
    public void changed(MobilityEvent.Type type, NodeState before, NodeState after) {
        NodeState any = after == null ? before : after;
        owners.changed(any.node(), after);
        engine.loads().changed(before, after);
        if (after == null) {
            any.peers().forEach(peer -> acquaintances.part(peer, any.node()));
        } else if (type != MobilityEvent.Type.NODE_UPDATED) {
            any.peers().forEach(engine::reconcile);
        }
        observer.changed(type, before, after);
    }

    @Override
    public void reached(NodeState state) {
        sought.found(state.binding().addresses());
    }

    @Override
    public void released(NodeState before, NodeState after) {
        observer.changed(MobilityEvent.Type.FLOWS_RELEASED, before, after);
    }

    @Override
    public RescueBuffer.Total rescued() {
        return rescued;
    }

    @Override
    public HandoverLog log() {
        return engine.handovers();
    }

    @Override
    public int flowsAt(AnchorId edge) {
        return engine.loads().flowsAt(edge);
    }

    @Override
    public void waited(String what, long micros) {
        engine.counters().delays().waited(what, micros);
    }

    @Override
    public void compiled(long micros) {
        engine.counters().compilations().observe(micros);
    }

    @Override
    public void counted(String what) {
        engine.counters().passed(what);
    }

    @Override
    public void claim(String what) {
        engine.counters().claim(what);
    }

    @Override
    public void givenUp(MobileNodeId node, IpAddress address) {
        owners.givesUp(node, address);
    }

    @Override
    public Contests contests() {
        return owners.contests();
    }

    @Override
    public void refused(String what) {
        engine.counters().refused(what);
    }

    @Override
    public void failed(String what, Throwable cause) {
        engine.counters().failed(what, cause);
    }
}
