/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.core.compile.FlowRules;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.LeasePool;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.engine.RulePort;
import org.onosdmm.core.mobility.Departure;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.PoolAddresses;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.model.Way;
import org.onosdmm.core.onos.rules.SwitchRules;
import org.onosproject.net.DeviceId;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes what is, from the engines' states and from what the switches have reported.
 */
final class Report {

    private final MobilityEngine mobility;
    private final FabricEngine fabric;
    private final SwitchRules rules;
    private final LeasePool leases;

    Report(MobilityEngine mobility, FabricEngine fabric, SwitchRules rules, LeasePool leases) {
        this.mobility = mobility;
        this.fabric = fabric;
        this.rules = rules;
        this.leases = leases;
    }

    ImmutableList<AnchorInfo> anchors() {
        List<NodeState> states = mobility.states();
        Map<DeviceId, RuleSet> ofNodes = RuleSet.byDevice(states.stream().map(mobility::desired));
        Confirmation confirmation = new Confirmation(rules::confirmed);
        Multiset<AnchorId> nodes = states.stream().map(state -> state.binding().current().edge())
                .collect(ImmutableMultiset.toImmutableMultiset());
        Multiset<AnchorId> flows = states.stream().flatMap(state -> state.flows().values().stream())
                .filter(PinnedFlow::kept).map(PinnedFlow::anchor).collect(ImmutableMultiset.toImmutableMultiset());
        return mobility.domain().map(domain -> domain.anchors().values().stream()
                .sorted(Comparator.comparingInt(Anchor::number))
                .map(anchor -> describe(anchor).nodes(nodes.count(anchor.id())).flows(flows.count(anchor.id()))
                        .rules(confirmation.status(fabric.desired(anchor.device())
                                .plus(ofNodes.getOrDefault(anchor.device(), RuleSet.EMPTY)))).build())
                .collect(ImmutableList.toImmutableList())).orElse(ImmutableList.of());
    }

    private AnchorInfo.Builder describe(Anchor anchor) {
        NetworkView network = mobility.network();
        DeviceId device = anchor.device();
        return AnchorInfo.builder().id(anchor.id()).number(anchor.number()).device(device)
                .available(network.isAvailable(device))
                .prefixes(anchor.prefixes())
                .uplink(!anchor.uplink().isPresent() ? AnchorInfo.Uplink.NONE
                        : network.canLeaveAt(anchor) ? AnchorInfo.Uplink.UP : AnchorInfo.Uplink.DOWN)
                .fault(fault(anchor)).backup(anchor.uplink().flatMap(Uplink::backup))
                .standIn(anchor.standing().detour().map(Way::owner))
                .uplinkPort(anchor.uplink().map(Uplink::port))
                .nextHop(anchor.uplink().flatMap(u -> network.router(anchor, u.address().version())))
                .poolSize(anchor.uplinks().stream().mapToInt(u -> new PoolAddresses(u.pool()).size()).sum())
                .leased(leases.used(anchor))
                .capacity(anchor.capacity()).draining(anchor.draining());
    }

    /** The rules that a switch should hold: those for every node, and those of nodes. */
    RuleSet desired(DeviceId device) {
        return fabric.desired(device)
                .plus(RuleSet.union(mobility.states().stream().map(state -> mobility.desired(state).at(device))));
    }

    private Optional<AnchorInfo.Fault> fault(Anchor anchor) {
        NetworkView network = mobility.network();
        if (!anchor.uplink().isPresent() || network.canLeaveAt(anchor)) {
            return Optional.empty();
        }
        if (!network.isAvailable(anchor.device())) {
            return Optional.of(AnchorInfo.Fault.SWITCH_DOWN);
        }
        return Optional.of(network.trouble(anchor.id())
                .map(trouble -> trouble.phase() == UplinkTrouble.Phase.DEAD
                        ? AnchorInfo.Fault.valueOf(trouble.cause().name()) : AnchorInfo.Fault.RETURNING)
                .orElse(AnchorInfo.Fault.ROUTER_SILENT));
    }

    ImmutableList<NodeInfo> nodes() {
        Confirmation confirmation = new Confirmation(rules::confirmed);
        return mobility.states().stream().map(state -> describe(state, confirmation.status(mobility.desired(state))))
                .collect(ImmutableList.toImmutableList());
    }

    NodeInfo describe(NodeState state) {
        return describe(state, status(mobility.desired(state)));
    }

    private NodeInfo describe(NodeState state, RuleStatus status) {
        return NodeInfo.of(state.binding(), state.leases(), Collections2.transform(state.flows().values(),
                flow -> asItLeaves(state, flow)), status);
    }

    private PinnedFlow asItLeaves(NodeState state, PinnedFlow flow) {
        return mobility.domain().map(domain -> Departure.of(domain, state, flow)).orElse(flow);
    }

    ImmutableList<FlowInfo> flows() {
        Confirmation confirmation = new Confirmation(rules::confirmed);
        return mobility.states().stream().flatMap(state -> flows(state, confirmation).stream())
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<FlowInfo> flows(NodeState state) {
        return flows(state, new Confirmation(rules::confirmed));
    }

    private ImmutableList<FlowInfo> flows(NodeState state, Confirmation confirmation) {
        RuleSet desired = mobility.desired(state);
        FlowRules rulesOf = new FlowRules(desired);
        ImmutableList.Builder<FlowInfo> flows = ImmutableList.builder();
        for (PinnedFlow known : state.flows().values()) {
            PinnedFlow flow = asItLeaves(state, known);
            ImmutableSet<RuleKey> keys = ImmutableSet.copyOf(rulesOf.of(flow));
            RuleSet own = desired.where(keys::contains);
            flows.add(FlowInfo.of(state.node(), flow, state.binding().current().edge(), Outages.status(
                    mobility.domain(), flow), confirmation.status(own),
                    own.rules().keySet().stream().map(rules::reading)
                            .mapToLong(r -> r.map(RulePort.Reading::packets).orElse(0L)).sum()));
        }
        return flows.build();
    }

    ImmutableList<Finding> findings() {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        if (!mobility.domain().isPresent()) {
            findings.add(Finding.error("apps.org.onosdmm.dmm", "no configuration is in force"));
        }
        for (AnchorInfo anchor : anchors()) {
            if (!anchor.available()) {
                findings.add(Finding.error(anchor.id().name(), "switch " + anchor.device() + " is not connected"
                        + Outages.standsIn(anchor)));
            } else if (anchor.uplink() == AnchorInfo.Uplink.DOWN) {
                findings.add(Finding.error(anchor.id().name(), Outages.inWords(anchor)));
            } else if (!anchor.rules().complete()) {
                findings.add(Finding.warning(anchor.id().name(), anchor.rules().installed() + " of "
                        + anchor.rules().desired() + " rules are confirmed"));
            }
        }
        mobility.domain().ifPresent(domain -> findings.addAll(DeadEnds.in(domain)));
        mobility.domain().ifPresent(domain -> Outages.lost(domain, mobility.states()).forEach((anchor, count) ->
                findings.add(Finding.error(anchor.name(), Outages.lostInWords(count)))));
        fabric.withoutGroups().forEach(device -> findings.add(Finding.warning(device.toString(),
                "its groups are not confirmed: without the controller it does not avoid a link that has died")));
        mobility.counters().counts().forEach((name, count) ->
                findings.add(Finding.warning(name, count + " times since the app was started")));
        return findings.build();
    }

    private RuleStatus status(RuleSet desired) {
        return RuleStatus.of(desired.size(), rules.confirmed(desired).size());
    }
}
