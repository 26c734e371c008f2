/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Locator;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.classify.NameStep;
import org.onosdmm.core.classify.RequestStep;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Crowding;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Steers the flows of one node that are known one by one, at each edge where it may enter; and says which of its next
 * flows are shown to the controller.
 */
final class FlowSteering {

    /** The newest flow between two addresses: its anchor is that of their fragments, which carry no ports. */
    private final Map<FlowKey, PinnedFlow> newestOfProtocol = new LinkedHashMap<>();
    private final Map<FlowKey, PinnedFlow> newest6 = new LinkedHashMap<>();
    private final Map<IpAddress, Boolean> shownByName = new HashMap<>();
    private final Domain domain;
    private final NodeState state;
    private final RuleSet.Collector rules;

    FlowSteering(Domain domain, NodeState state, RuleSet.Collector rules) {
        this.domain = domain;
        this.state = state;
        this.rules = rules;
        for (PinnedFlow flow : state.flows().values()) {
            if (flow.kept()) {
                FlowKey key = flow.key();
                if (key.hasPorts()) {
                    newest(newestOfProtocol, pair(key, key.protocol()), flow);
                }
                if (key.local().isIp6()) {
                    newest(newest6, pair(key, 0), flow);
                }
            }
        }
        state.hints().named().forEach((address, named) -> shownByName.put(address, isShown(address, named.names())));
    }

    private static FlowKey pair(FlowKey key, int protocol) {
        return FlowKey.of(protocol, key.local(), 0, key.remote(), 0);
    }

    /** Of those that are equally new the first. */
    private static void newest(Map<FlowKey, PinnedFlow> newest, FlowKey pair, PinnedFlow flow) {
        newest.merge(pair, flow, (one, other) -> other.since() > one.since() ? other : one);
    }

    private boolean isShown(IpAddress address, ImmutableSet<String> names) {
        return ClassSteering.showsNames(domain, address.version())
                && NameStep.decide(names, domain.policy())
                .filter(d -> ClassSteering.isKept(domain, d.applicationClass(), address.version())).isPresent();
    }

    /** The rules at a place. */
    void at(Attachment place) {
        Anchor edge = domain.anchor(place.edge());
        DeviceId device = place.poa().deviceId();
        for (PinnedFlow flow : state.flows().values()) {
            if (flow.kept()) {
                pin(device, flow);
            } else {
                unpinned(edge, flow);
            }
            if (flow.copied() && ClassSteering.copiesControl(domain)) {
                rule(device, Pipeline.ATTACH, Pipeline.ATTACH_CONTROL,
                        Match.toNode(flow.key()).ethDst(place.locator().mac()), new Hand(domain, state.binding())
                                .copyTo(place.poa().port()));
            }
        }
        for (IpAddress address : state.binding().addresses()) {
            shown(device, address);
            announced(device, address);
            requested(edge, address);
            crowding(edge, address);
        }
    }

    /** A pinned flow goes to its anchor wherever the node is; its fragments do likewise. */
    private void pin(DeviceId device, PinnedFlow flow) {
        Anchor anchor = domain.anchor(flow.anchor());
        Locator exit = flow.translated() ? anchor.exit() : anchor.exitUntranslated();
        TrafficTreatment toAnchor = Act.steer(exit);
        boolean copied = flow.copied() && ClassSteering.copiesControl(domain);
        rule(device, Pipeline.STEER, Pipeline.STEER_FLOW, Match.fromNode(flow.key()),
                copied ? Act.copyAndSteer(exit) : toAnchor);
        if (flow.equals(newestOfProtocol.get(pair(flow.key(), flow.key().protocol())))) {
            rule(device, Pipeline.STEER, Pipeline.STEER_FRAGMENTS, Match.fragmentsFromNode(flow.key()), toAnchor);
        }
        if (flow.equals(newest6.get(pair(flow.key(), 0)))) {
            rule(device, Pipeline.STEER, Pipeline.STEER_FRAGMENTS, Match.laterFragmentsFromNode(flow.key()), toAnchor);
        }
    }

    /** A flow that is known and not kept leaves where the node is; without a rule of its own it would be shown. */
    private void unpinned(Anchor edge, PinnedFlow flow) {
        Unpinned unpinned = Unpinned.of(domain, edge, classOf(flow));
        rule(edge.device(), Pipeline.STEER, unpinned.priority(Pipeline.STEER_DECIDED,
                Pipeline.STEER_DECIDED_ELSEWHERE), Match.fromNode(flow.key()), unpinned.act());
    }

    private ApplicationClass classOf(PinnedFlow flow) {
        return Optional.ofNullable(domain.policy().classes().get(flow.applicationClass()))
                .filter(c -> !c.continuity().pinned()).orElse(domain.policy().defaultClass());
    }

    /** Flows to addresses behind whose names something else is than the default are shown. */
    private void shown(DeviceId device, IpAddress local) {
        shownByName.forEach((remote, isShown) -> {
            if (isShown && remote.version() == local.version()) {
                rule(device, Pipeline.STEER, Pipeline.STEER_NAMED, Match.any().source(local).destination(remote),
                        Act.punt());
            }
        });
    }

    /** So are, where UDP is not shown, flows to the endpoints of announced sessions. */
    private void announced(DeviceId device, IpAddress local) {
        if (ClassSteering.showsUdp(domain, local.version()) || !ClassSteering.copiesControl(domain)) {
            return;
        }
        state.hints().sessions().stream().filter(s -> s.address().version() == local.version()
                && !state.binding().addresses().contains(s.address()) && domain.policy().kept(s.applicationClass())
                .filter(c -> ClassSteering.isKept(domain, c, local.version())).isPresent())
                .forEach(s -> rule(device, Pipeline.STEER, Pipeline.STEER_NAMED, Match.any().source(local)
                        .destination(s.address()).protocol(s.protocol()), Act.punt()));
    }

    /** What somebody has asked for is shown, or leaves unseen if that is what was asked for. */
    private void requested(Anchor edge, IpAddress local) {
        if (!domain.policy().uses(RequestStep.ID)) {
            return;
        }
        state.hints().requests().forEach(request -> {
            ApplicationClass wanted = domain.policy().classes().get(request.applicationClass());
            boolean fits = request.local().map(local::equals).orElse(true)
                    && request.remote().map(r -> r.version() == local.version()).orElse(true);
            if (wanted != null && fits) {
                Unpinned unpinned = Unpinned.of(domain, edge, wanted);
                boolean shown = ClassSteering.isKept(domain, wanted, local.version());
                rule(edge.device(), Pipeline.STEER, shown || unpinned.usual() ? Pipeline.STEER_REQUESTED
                        : Pipeline.STEER_REQUESTED_ELSEWHERE, Match.requested(local, request),
                        shown ? Act.punt() : unpinned.act());
            }
        });
    }

    private void crowding(Anchor edge, IpAddress local) {
        if (state.crowding() == Crowding.NONE) {
            return;
        }
        Unpinned unpinned = Unpinned.of(domain, edge, domain.policy().defaultClass());
        Match match = Match.any().source(local);
        if (state.crowding() == Crowding.ALL) {
            rule(edge.device(), Pipeline.STEER, unpinned.priority(Pipeline.STEER_CROWDED,
                    Pipeline.STEER_CROWDED_ELSEWHERE), match, unpinned.act());
        } else {
            rule(edge.device(), Pipeline.STEER, unpinned.priority(Pipeline.STEER_CROWDED_UDP,
                    Pipeline.STEER_CROWDED_UDP_ELSEWHERE), match.protocol(IPv4.PROTOCOL_UDP), unpinned.act());
        }
    }

    private void rule(DeviceId device, int table, int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(device, table, priority, match.build()), treatment);
    }
}
