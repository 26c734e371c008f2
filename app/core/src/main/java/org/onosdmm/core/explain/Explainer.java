/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.compile.FabricCompiler;
import org.onosdmm.core.compile.NodeCompiler;
import org.onosdmm.core.compile.Protection;
import org.onosdmm.core.mobility.Departure;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.path.Connection;
import org.onosdmm.core.strategy.AnchorChoice;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Explains one flow.
 */
public final class Explainer {

    private final Situation now;
    private final Domain domain;
    private final FlowKey key;
    private final ImmutableMap<ConnectPoint, ConnectPoint> links;
    private final Optional<PinnedFlow> known;
    /** The flow that the ways are those of: the known one, or one that would be known after its first packet. */
    private final Optional<PinnedFlow> flow;
    private final RuleSet desired;

    private Explainer(Situation situation) {
        this.now = situation;
        this.domain = situation.domain();
        this.key = situation.key();
        this.links = situation.links().stream()
                .collect(ImmutableMap.toImmutableMap(Connection::from, Connection::to, (one, other) -> one));
        this.known = Optional.ofNullable(situation.node().flows().get(key))
                .map(f -> Departure.of(domain, situation.node(), f));
        Optional<PinnedFlow> expected = known.isPresent() || !isShown() ? Optional.empty() : now.prospect();
        this.flow = known.isPresent() ? known : expected;
        this.desired = expected.filter(Explainer::hasItsAddress).map(this::rulesWith).orElse(situation.desired());
    }

    /** Says what the network does with the flow, and why. */
    public static Explanation explain(Situation situation) {
        return new Explainer(situation).explain();
    }

    private Explanation explain() {
        Sentences sentences = new Sentences(now, known, flow);
        return Explanation.builder().key(key).node(now.node().node()).known(known)
                .classified(sentences.classified()).anchored(sentences.anchored()).promised(sentences.promised())
                .placed(sentences.placed())
                .outbound(direction(Optional.of(Start.fromNode(now))))
                .inbound(isSeen() ? direction(Start.toNode(now, outside())) : nowhere(
                        "The address that the correspondent would see is still to be lent"))
                .next(sentences.isInside() ? ImmutableList.of() : NextMoves.of(now, flow, outside()))
                .build();
    }

    private static FlowDirection nowhere(String why) {
        return FlowDirection.of(why, ImmutableList.of(), true, ImmutableList.of());
    }

    /** Whether it is known which address of the node the correspondent sees. */
    private boolean isSeen() {
        return known.isPresent() || flow.map(Explainer::hasItsAddress).orElse(true);
    }

    /** The address of the node that the correspondent sees. */
    private IpAddress outside() {
        return flow.map(PinnedFlow::outside).orElseGet(() -> Departure.of(domain, now.node(), unknown()).outside());
    }

    /** A flow that nobody knows leaves like one of the default class. */
    private PinnedFlow unknown() {
        return Sentences.unknown(domain, now.node(), key);
    }

    /** Whether the first packet of the flow would be shown to the controller to decide about it. */
    private boolean isShown() {
        Start start = Start.fromNode(now);
        ImmutableList<Walk> walks = Walker.walk(tables(now.desired()), links, start.at(), start.packet());
        return walks.stream().anyMatch(walk -> Ends.isNewFlow(walk));
    }

    /** Whether the address is known that the flow would have outside; a lease may have to be asked for first. */
    private static boolean hasItsAddress(PinnedFlow expected) {
        return !expected.kept() || expected.translated() || expected.strategy().equals(AnchorChoice.OWN_ADDRESS);
    }

    /** The rules that there would be if the flow were known. */
    private RuleSet rulesWith(PinnedFlow expected) {
        ImmutableMap<FlowKey, PinnedFlow> flows = ImmutableMap.<FlowKey, PinnedFlow>builder()
                .putAll(now.node().flows()).put(key, expected).build();
        return NodeCompiler.compile(domain, now.network(), now.node().withFlows(flows), ImmutableSet.of())
                .where(rule -> now.network().isAvailable(rule.device())).plus(now.desired());
    }

    private FlowDirection direction(Optional<Start> start) {
        if (!start.isPresent()) {
            return nowhere(Start.isInside(domain, key.remote()) ? "Nobody is known at " + key.remote()
                    : "No uplink leads to the owner of " + outside());
        }
        ImmutableList<FlowPath> paths = paths(tables(desired), start.get());
        boolean confirmed = paths.stream().flatMap(path -> path.hops().stream())
                .flatMap(hop -> hop.rules().stream()).allMatch(rule -> rule.confirmed());
        ImmutableList<FlowPath> present = confirmed || !known.isPresent() && flow.isPresent() ? ImmutableList.of()
                : paths(tables(this::installed), start.get());
        return FlowDirection.of(Sentences.of(paths), paths, confirmed,
                present.equals(paths) ? ImmutableList.of() : present);
    }

    private ImmutableList<FlowPath> paths(Tables tables, Start start) {
        PathWriter writer = new PathWriter(now, tables, rule -> installed(rule.device()));
        return Walker.walk(tables, links, start.at(), start.packet()).stream().map(writer::write)
                .collect(ImmutableList.toImmutableList());
    }

    private Tables tables(RuleSet ofNodes) {
        return tables(device -> fabric(device).plus(ofNodes.at(device)));
    }

    private Tables tables(Function<DeviceId, RuleSet> rules) {
        return new Tables(rules, this::groups);
    }

    /** The rules for every node that a switch should hold. */
    private RuleSet fabric(DeviceId device) {
        return now.network().isAvailable(device) ? RuleSet.union(Stream.concat(
                Stream.of(FabricCompiler.compile(domain, now.network(), device)),
                ready(device).map(Protection::rules))) : installed(device);
    }

    private Stream<Protection> ready(DeviceId device) {
        ImmutableSet<Integer> confirmed = now.groups().getOrDefault(device, ImmutableSet.of());
        return Protection.compile(domain, now.network(), device).stream().filter(p -> p.isReady(confirmed));
    }

    private ImmutableMap<Integer, PathGroup> groups(DeviceId device) {
        return Protection.compile(domain, now.network(), device).stream().flatMap(p -> p.groups().values().stream())
                .collect(ImmutableMap.toImmutableMap(PathGroup::id, group -> group, (one, other) -> one));
    }

    private RuleSet installed(DeviceId device) {
        return now.fabricInstalled().getOrDefault(device, RuleSet.EMPTY).plus(now.installed().at(device));
    }
}
