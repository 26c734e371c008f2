/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.explain.Situation;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.path.Connection;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes down what an explanation of a flow depends on. Safe on any thread.
 */
public final class Situations {

    private final MobilityEngine mobility;
    private final FabricEngine fabric;
    private final GroupPort groups;

    /** The situations that these engines are in. */
    public Situations(MobilityEngine mobility, FabricEngine fabric, GroupPort groups) {
        this.mobility = mobility;
        this.fabric = fabric;
        this.groups = groups;
    }

    /**
     * The present situation of a flow.
     *
     * @throws DmmException of kind UNAVAILABLE while no configuration is in force, NOT_FOUND if no node has the flow's
     *         local address
     */
    public Situation of(FlowKey key, Set<Connection> links, ApplicationId app) {
        Domain domain = Lookup.domain(mobility);
        NodeState node = Lookup.owner(mobility, key);
        Optional<NodeState> peer = mobility.holder(key.remote()).flatMap(mobility::state);
        NetworkView network = mobility.network();
        return Situation.builder().key(key).domain(domain).network(network).links(links).node(node).peer(peer)
                .prospect(prospect(key, node)).handover(handover(node.node()))
                .desired(RuleSet.union(both(node, peer).map(mobility::desired)))
                .installed(RuleSet.union(both(node, peer).flatMap(s -> mobility.tasks().of(s.node()).stream())
                        .map(NodeTask::installed)))
                .fabricInstalled(perSwitch(network, fabric::installed))
                .groups(perSwitch(network, device -> ImmutableSet.copyOf(SwitchGroups.confirmed(groups.at(device)))))
                .app(app).now(mobility.now()).build();
    }

    private static <T> ImmutableMap<DeviceId, T> perSwitch(
            NetworkView network, Function<DeviceId, T> what) {
        return network.switches().keySet().stream().collect(ImmutableMap.toImmutableMap(device -> device, what));
    }

    private static Stream<NodeState> both(NodeState node, Optional<NodeState> peer) {
        return Stream.concat(Stream.of(node), peer.stream());
    }

    private Optional<Handover> handover(MobileNodeId node) {
        return Optional.ofNullable(Iterables.getLast(Iterables.filter(mobility.handovers().handovers(),
                handover -> handover.node().equals(node)), null));
    }

    /** What would be decided about the flow, were its first packet without payload. */
    private Optional<PinnedFlow> prospect(FlowKey key, NodeState node) {
        FlowStart start = FlowStart.of(FirstPacket.of(FlowSample.of(key, 0), PinnedFlow.Origin.NODE), false,
                HeldPacket.of(node.binding().current().poa(), key.local(), Optional.of(key), ByteBuffer.allocate(0)));
        return mobility.context().surroundings(node)
                .map(around -> Deciding.outbound(around, node, start, mobility.now()))
                .map(decided -> decided.ownAddress() ? decided.flow() : lent(node, decided.flow()));
    }

    private static PinnedFlow lent(NodeState node, PinnedFlow flow) {
        return node.lease(flow.anchor(), flow.key().local())
                .map(lease -> flow.toBuilder().outside(lease.outside()).build()).orElse(flow);
    }
}
