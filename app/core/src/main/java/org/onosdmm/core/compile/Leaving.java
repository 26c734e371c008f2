/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.Iterables;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Expected;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.Way;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Optional;
import java.util.stream.Stream;

import static org.onosdmm.core.compile.Pipeline.ADMIT;
import static org.onosdmm.core.compile.Pipeline.ATTACH;
import static org.onosdmm.core.compile.Pipeline.STEER;
import static org.onosdmm.core.compile.Pipeline.generation;

/**
 * The rules by which packets of one node leave the domain and come in: at each anchor that lent it an address and at
 * its home, and where another anchor stands in for one of these.
 */
final class Leaving {

    private final Domain domain;
    private final NetworkView network;
    private final NodeState state;
    private final Binding binding;
    private final RuleSet.Collector rules;

    private Leaving(Domain domain, NetworkView network, NodeState state, RuleSet.Collector rules) {
        this.domain = domain;
        this.network = network;
        this.state = state;
        this.binding = state.binding();
        this.rules = rules;
    }

    static void collect(Domain domain, NetworkView network, NodeState state, RuleSet.Collector rules) {
        Leaving leaving = new Leaving(domain, network, state, rules);
        state.binding().attachments().forEach(leaving::from);
        state.binding().expected().map(Expected::place).ifPresent(leaving::from);
        domain.policy().centralAnchors().forEach(leaving::central);
        state.leases().forEach(leaving::lease);
        leaving.inboundFlows();
        state.binding().addresses().forEach(leaving::untranslated);
    }

    /** Of flows that are not pinned: how they leave from an edge that has not leased the node an address. */
    private void from(Attachment place) {
        Anchor edge = domain.anchor(place.edge());
        for (IpAddress address : binding.addresses()) {
            if (!leased(edge, address)) {
                fromHome(edge, address);
            }
            Optional<Anchor> other = domain.elsewhere(edge, address);
            if (other.isPresent()) {
                elsewhere(edge, address, other.get());
            } else if (!edge.uplink().isPresent()) {
                lentAtHome(edge, address);
            }
        }
    }

    /** An edge without a way out: as from home, so with the same address, and what began there goes on. */
    private void lentAtHome(Anchor edge, IpAddress address) {
        Anchor home = domain.serving(edge, address);
        if (leased(home, address)) {
            Optional<Way> detour = home.standing().detour();
            rule(edge.device(), ATTACH, detour.isPresent() ? Pipeline.ATTACH_LENT_AT_HOME + 1
                    : Pipeline.ATTACH_LENT_AT_HOME, Match.locator(edge.exit()).source(address),
                    Act.onto(detour.map(Way::exit).orElse(home.exit())));
        }
    }

    /** The anchor of a class whose flows are not pinned takes them from every edge. */
    private void central(AnchorId id) {
        Anchor anchor = domain.anchor(id);
        boolean here = Stream.concat(binding.attachments().stream(), binding.expected().map(Expected::place).stream())
                .anyMatch(place -> place.edge().equals(id));
        binding.addresses().stream().filter(address -> !here && !leased(anchor, address))
                .forEach(address -> fromHome(anchor, address));
    }

    /** Without a lease at its serving anchor the node leaves from its home, with its own address. */
    private void fromHome(Anchor edge, IpAddress address) {
        fromHome(edge.device(), edge.exit(), address);
        edge.standing().standIn().ifPresent(way ->
                way.exits().forEach(exit -> fromHome(way.device(), exit, address)));
    }

    private void fromHome(DeviceId device, Locator exit, IpAddress address) {
        Anchor home = home(address);
        Optional<Way> detour = home.standing().detour();
        Optional<Way> way = detour.isPresent() ? detour
                : Optional.ofNullable(Iterables.getFirst(home.ways(), null));
        way.ifPresent(w -> router(w, address).ifPresent(router ->
                rule(device, ATTACH, detour.isPresent() ? Pipeline.ATTACH_ELSEWHERE : Pipeline.ATTACH_LOCATOR,
                        Match.locator(exit).source(address), w.device().equals(device)
                                ? out(w, router, DefaultTrafficTreatment.builder())
                                : Act.onto(w.exitUntranslated()))));
    }

    /** The edge cannot be left now: the node's flows that are not pinned leave by another anchor, leased there. */
    private void elsewhere(Anchor edge, IpAddress address, Anchor serving) {
        Locator exit = edge.uplink().isPresent() ? Locator.elsewhere(edge.number()) : edge.exit();
        if (leased(serving, address)) {
            rule(edge.device(), ATTACH, Pipeline.ATTACH_ELSEWHERE + 1, Match.locator(exit).source(address),
                    Act.onto(serving.exit()));
        } else {
            fromHome(edge.device(), exit, address);
        }
    }

    /** Stateless 1:1 rewrite at the anchor that lent the address: one rule each way. */
    private void lease(Lease lease) {
        domain.anchor(lease.anchor()).ways().forEach(way -> lease(lease, way));
    }

    private void lease(Lease lease, Way way) {
        Attachment here = binding.current();
        router(way, lease.local()).ifPresent(router -> way.exits().forEach(exit ->
                rule(way.device(), ATTACH, Pipeline.ATTACH_LOCATOR, Match.locator(exit).source(lease.local()),
                        out(way, router, Act.from(lease.outside())))));
        rule(way.device(), STEER, generation(Pipeline.STEER_NODE, here.sequence()),
                Match.port(way.port()).destination(lease.outside()),
                Act.to(lease.local()).setEthDst(here.locator().mac()).transition(ATTACH).build());
    }

    /** Flows towards the node's own address are known at the uplink: those that began outside, and answers. */
    private void inboundFlows() {
        for (PinnedFlow flow : state.flows().values()) {
            boolean answered = !flow.translated() && domain.rewrites(flow.key().local().version());
            if (flow.kept() && (answered || flow.origin() == PinnedFlow.Origin.OUTSIDE)) {
                home(flow.key().local()).ways().forEach(way -> rule(way.device(), ADMIT, Pipeline.ADMIT_INBOUND_FLOW,
                        Match.toNode(flow.key()).inPort(way.port()), Act.go(STEER)));
            }
        }
    }

    /** The node may leave from home with its own address. */
    private void untranslated(IpAddress address) {
        home(address).ways().forEach(way -> router(way, address).ifPresent(router ->
                way.exitsUntranslated().forEach(exit -> rule(way.device(), ATTACH, Pipeline.ATTACH_LOCATOR,
                        Match.locator(exit).source(address), out(way, router, DefaultTrafficTreatment.builder())))));
    }

    private static TrafficTreatment out(Way way, MacAddress router, TrafficTreatment.Builder act) {
        return act.setEthSrc(way.mac()).setEthDst(router).setOutput(way.port()).build();
    }

    /** The router that takes packets from this address at an uplink. */
    private Optional<MacAddress> router(Way way, IpAddress address) {
        return network.router(domain.anchor(way.owner()), address.version());
    }

    /** The owner of the address: a node may have addresses of several prefixes. */
    private Anchor home(IpAddress address) {
        return domain.homeOf(address, binding);
    }

    private boolean leased(Anchor anchor, IpAddress address) {
        return state.lease(anchor.id(), address).isPresent();
    }

    private void rule(DeviceId device, int table, int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(device, table, priority, match.build()), treatment);
    }
}
