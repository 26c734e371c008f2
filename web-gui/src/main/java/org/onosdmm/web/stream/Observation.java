/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.web.events.EventType;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What clients were told of the domain. Reads what is now, and tells what is otherwise: several changes of a thing
 * between two looks come as one. To be used on one thread.
 */
final class Observation {

    private final MobilityService mobility;
    private final OperationService operations;
    private final EventJson json;
    private final BiConsumer<EventType, String> tell;

    private final Changes<String, Handover> handovers = new Changes<>(Observation::name, Objects::equals);
    private final Changes<MobileNodeId, NodeInfo> nodes =
            new Changes<>(info -> info.binding().node(), (a, b) -> shown(a).equals(shown(b)));
    private final Map<MobileNodeId, Changes<FlowKey, FlowInfo>> flows = new HashMap<>();
    private final Changes<AnchorId, AnchorInfo> anchors = new Changes<>(AnchorInfo::id, Objects::equals);
    /** Nodes of whose rules not all were confirmed when they were told: no event says when they are. */
    private final Set<MobileNodeId> unsettled = new HashSet<>();

    private ImmutableList<Handover> log = ImmutableList.of();
    private Optional<String> policy = Optional.empty();
    private boolean begun;

    /** An observation that takes what is now for told. */
    Observation(MobilityService mobility, OperationService operations, EventJson json,
                BiConsumer<EventType, String> tell) {
        this.mobility = mobility;
        this.operations = operations;
        this.json = json;
        this.tell = (type, text) -> {
            if (begun) {
                tell.accept(type, text);
            }
        };
        lookAtHandovers();
        lookAtAll();
        lookAtDomain();
        begun = true;
    }

    /** Handovers that have begun or come further. Those that leave the log are not told of. */
    void lookAtHandovers() {
        ImmutableList<Handover> now = mobility.handovers();
        if (now != log) {
            handovers.all(now, handover -> tell.accept(EventType.HANDOVER,
                    json.of(handover, Handover.class).toString()), gone -> { });
            log = now;
        }
    }

    /** One node and its flows. */
    void lookAt(MobileNodeId node) {
        take(node, find(node), mobility.flows(node));
    }

    private Optional<NodeInfo> find(MobileNodeId node) {
        try {
            return Optional.of(mobility.node(node));
        } catch (DmmException e) {
            return Optional.empty();
        }
    }

    /** Nodes of which it was told that rules are not confirmed yet. */
    ImmutableSet<MobileNodeId> unsettled() {
        return ImmutableSet.copyOf(unsettled);
    }

    /** All nodes and their flows. */
    void lookAtAll() {
        Map<MobileNodeId, ImmutableList.Builder<FlowInfo>> byNode = new HashMap<>();
        mobility.flows().forEach(info -> byNode.computeIfAbsent(info.node(), n -> ImmutableList.builder()).add(info));
        Map<MobileNodeId, NodeInfo> now = new HashMap<>();
        mobility.nodes().forEach(info -> now.put(info.binding().node(), info));
        ImmutableSet.<MobileNodeId>builder().addAll(now.keySet()).addAll(flows.keySet()).build().forEach(node ->
                take(node, Optional.ofNullable(now.get(node)),
                     byNode.containsKey(node) ? byNode.get(node).build() : ImmutableList.of()));
    }

    private void take(MobileNodeId node, Optional<NodeInfo> info, ImmutableList<FlowInfo> its) {
        unsettled.remove(node);
        if (info.isPresent()) {
            nodes.one(node, info, now -> tell.accept(EventType.BINDING, binding(now)), gone -> { });
            takeFlows(node, its);
            if (!info.get().rules().complete() || its.stream().anyMatch(flow -> !flow.rules().complete())) {
                unsettled.add(node);
            }
        } else {
            takeFlows(node, ImmutableList.of());
            flows.remove(node);
            nodes.one(node, info, now -> { }, gone -> tell.accept(EventType.BINDING, json.removed(gone)));
        }
    }

    private void takeFlows(MobileNodeId node, ImmutableList<FlowInfo> its) {
        flows.computeIfAbsent(node, n -> new Changes<>(flow -> flow.flow().key(), Observation::sameFlow))
                .all(its, flow -> tell.accept(EventType.FLOW, json.of(flow, FlowInfo.class).toString()),
                     key -> tell.accept(EventType.FLOW, json.removed(key.id())));
    }

    /** Anchors and the configuration. Where an anchor's standing has changed, flows are otherwise than they were. */
    void lookAtDomain() {
        ImmutableList<ImmutableList<Object>> before = standing();
        anchors.all(mobility.anchors(), anchor -> tell.accept(EventType.ANCHOR,
                json.of(anchor, AnchorInfo.class).toString()),
                id -> tell.accept(EventType.ANCHOR, json.removed(id)));
        Optional<String> version = operations.policy().map(PolicyDocument::version);
        boolean changed = !version.equals(policy);
        if (changed) {
            tell.accept(EventType.POLICY, version.map(json::policy).orElseGet(() -> json.removed("policy")));
            policy = version;
        }
        if (begun && (changed || !standing().equals(before))) {
            lookAtAll();
        }
    }

    private ImmutableList<ImmutableList<Object>> standing() {
        return anchors.things().stream().map(anchor -> ImmutableList.<Object>of(anchor.id(), anchor.available(),
                anchor.uplink(), anchor.fault(), anchor.standIn())).collect(ImmutableList.toImmutableList());
    }

    // A node may have a thousand flows, and events of their own tell of them.
    private String binding(NodeInfo info) {
        ObjectNode binding = json.of(shown(info), NodeInfo.class);
        binding.put("lastSeen", info.binding().lastSeen()).remove("flows");
        return binding.toString();
    }

    /** What is news of a node if it changes. */
    private static NodeInfo shown(NodeInfo info) {
        return NodeInfo.of(info.binding().toBuilder().lastSeen(0).build(), info.leases(), ImmutableList.of(),
                           info.rules());
    }

    private static boolean sameFlow(FlowInfo one, FlowInfo other) {
        return one.flow().equals(other.flow()) && one.serving().equals(other.serving())
                && one.status() == other.status() && one.rules().equals(other.rules());
    }

    private static String name(Handover handover) {
        return handover.node() + "@" + handover.detectedAt();
    }
}
