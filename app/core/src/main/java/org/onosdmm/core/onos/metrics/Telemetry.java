/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.metrics;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.Metric;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.TelemetryService;
import org.onosdmm.core.engine.Counters;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.metrics.Families;
import org.onosdmm.core.metrics.HandoverTally;
import org.onosdmm.core.metrics.Troubles;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.mobility.Engines;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.onlab.util.Tools.groupedThreads;
import static org.slf4j.LoggerFactory.getLogger;

/**
 * Measures by reading: what others count, the log of handovers, and the state of nodes and anchors.
 */
@Component(immediate = true, service = TelemetryService.class)
public class Telemetry implements TelemetryService {

    /** So often the log of the last 1000 handovers is looked at, ms. */
    private static final long LOOK = 1_000;

    private static final Logger log = getLogger(Telemetry.class);

    @Reference
    protected MobilityService mobility;

    @Reference
    protected Engines engines;

    private final HandoverTally tally = new HandoverTally();
    private ScheduledExecutorService executor;

    /** Starts. */
    @Activate
    public void activate() {
        executor = Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "metrics", log));
        executor.scheduleWithFixedDelay(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        executor.shutdownNow();
    }

    private void look() {
        try {
            tally.look(mobility.handovers());
        } catch (RuntimeException e) {
            log.error("Handovers could not be counted", e);
        }
    }

    @Override
    public ImmutableList<Metric> metrics() {
        MobilityEngine engine = engines.mobility();
        Families families = new Families();
        tally.look(mobility.handovers());
        tally.into(families);
        families.counter("dmm_rescue_dropped_packets_total",
                "Packets to nodes that were away, kept, and dropped: too old, too many, or the node never came.")
                .add(engine.rescueDropped());
        nodes(families, engine.states());
        anchors(families, mobility.anchors());
        controller(families, engine.counters());
        Troubles.into(families, engine.counters().counts());
        return families.metrics();
    }

    private static void nodes(Families families, ImmutableList<NodeState> states) {
        Multiset<String> attached = HashMultiset.create();
        Multiset<ImmutableList<String>> pinned = HashMultiset.create();
        Multiset<String> known = HashMultiset.create();
        long absent = 0;
        for (NodeState state : states) {
            absent += state.binding().absentSince().isPresent() ? 1 : 0;
            attached.add(state.binding().current().edge().name());
            for (PinnedFlow flow : state.flows().values()) {
                if (flow.kept()) {
                    pinned.add(ImmutableList.of(flow.applicationClass(), flow.anchor().name()));
                } else {
                    known.add(flow.applicationClass());
                }
            }
        }
        Families.Family nodes = families.gauge("dmm_nodes", "Nodes by the edge where they are, or were last.");
        attached.entrySet().forEach(edge -> nodes.add(edge.getCount(), "anchor", edge.getElement()));
        families.gauge("dmm_nodes_absent", "Nodes that are away.").add(absent);
        Families.Family flows = families.gauge("dmm_pinned_flows",
                "Flows that keep their anchor, by class and anchor.");
        pinned.entrySet().forEach(flow -> flows.add(flow.getCount(), "class", flow.getElement().get(0),
                "anchor", flow.getElement().get(1)));
        Families.Family others = families.gauge("dmm_known_flows",
                "Flows that are known one by one and leave where their node is, by class.");
        known.entrySet().forEach(flow -> others.add(flow.getCount(), "class", flow.getElement()));
    }

    private static void anchors(Families families, ImmutableList<AnchorInfo> anchors) {
        Families.Family available = families.gauge("dmm_anchor_available", "Whether an anchor's switch is connected.");
        Families.Family up = families.gauge("dmm_anchor_uplink_up",
                "Whether an anchor's uplink is in use; none for anchors without.");
        Families.Family pool = families.gauge("dmm_anchor_pool_addresses", "Addresses that an anchor has to lend.");
        Families.Family leased = families.gauge("dmm_anchor_leased_addresses", "Those that are lent, or rest.");
        Families.Family desired = families.gauge("dmm_anchor_rules_desired",
                "Rules that an anchor's switch should hold.");
        Families.Family installed = families.gauge("dmm_anchor_rules_installed",
                "Those of them that the switch has confirmed.");
        for (AnchorInfo anchor : anchors) {
            String name = anchor.id().name();
            available.add(anchor.available() ? 1 : 0, "anchor", name);
            if (anchor.uplink() != AnchorInfo.Uplink.NONE) {
                up.add(anchor.uplink() == AnchorInfo.Uplink.UP ? 1 : 0, "anchor", name);
            }
            pool.add(anchor.poolSize(), "anchor", name);
            leased.add(anchor.leased(), "anchor", name);
            desired.add(anchor.rules().desired(), "anchor", name);
            installed.add(anchor.rules().installed(), "anchor", name);
        }
    }

    private static void controller(Families families, Counters counters) {
        Families.Family packetIns = families.counter("dmm_packet_ins_total",
                "Packets that edges have shown to the controller, by the reason.");
        counters.packetIns().forEach((reason, count) -> packetIns.add(count, "reason", reason));
        Families.Family flows = families.counter("dmm_classification_packets_total",
                "Packets that went the way of the controller for classification, by what became of them.");
        counters.packets().forEach((what, count) -> flows.add(count, "what", what));
        Families.Family claims = families.counter("dmm_claims_total",
                "Claimed moves: questions for a node where it was and where it is said to be, and claims that an "
                        + "answer belied.");
        counters.claims().forEach((what, count) -> claims.add(count, "what", what));
        Families.Family waits = families.histogram("dmm_packet_wait_seconds",
                "How long packets have waited in the controller, by what for: the rule of their flow, or those of a "
                        + "name.");
        counters.delays().histograms().forEach((what, waited) ->
                waits.addAll(waited.samples(ImmutableMap.of("waited_for", what))));
        families.histogram("dmm_compile_seconds", "Time that it took to compile the rules of a node.")
                .addAll(counters.compilations().samples(ImmutableMap.of()));
    }
}
