/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.OperationService;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The domain on one screen.
 */
@AutoValue
public abstract class Summary {

    private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
    private static final long HOUR = TimeUnit.HOURS.toMicros(1);

    /** The anchors, by number. */
    public abstract ImmutableList<AnchorInfo> anchors();

    /** Number of nodes. */
    public abstract int nodes();

    /** Number of those that are away. */
    public abstract int absent();

    /** Number of those that have places behind them which are not cleaned up yet. */
    public abstract int moving();

    /** Number of flows that keep their anchor, by class. */
    public abstract ImmutableSortedMap<String, Long> kept();

    /** Number of flows that are known one by one and not kept. */
    public abstract int unkept();

    /** Number of flows that do not reach the outside. */
    public abstract int lost();

    /** Handovers of the last minute. */
    public abstract HandoverStatistics lastMinute();

    /** Handovers of the last hour. */
    public abstract HandoverStatistics lastHour();

    /** Packets that went the way of the controller since the app was started, by the reason. */
    public abstract ImmutableMap<String, Long> packets();

    /** Rules that had drifted and were put right since the app was started, by switch. */
    public abstract ImmutableMap<String, Long> repairs();

    /** What an operator should know. */
    public abstract CheckReport check();

    /**
     * Looks around.
     *
     * @param service the mobility service
     * @param operations who knows what was counted
     * @param now the time, ms since the epoch
     */
    public static Summary of(MobilityService service, OperationService operations, long now) {
        ImmutableList<NodeInfo> nodes = service.nodes();
        ImmutableList<FlowInfo> flows = service.flows();
        ImmutableList<Handover> handovers = service.handovers();
        long time = TimeUnit.MILLISECONDS.toMicros(now);
        return new AutoValue_Summary(service.anchors(), nodes.size(),
                count(nodes, info -> info.binding().absentSince().isPresent()),
                count(nodes, info -> !info.binding().former().isEmpty()),
                ImmutableSortedMap.copyOf(flows.stream().filter(info -> info.flow().kept()).collect(
                        Collectors.groupingBy(info -> info.flow().applicationClass(), Collectors.counting()))),
                count(flows, info -> !info.flow().kept()),
                count(flows, info -> info.status() == FlowInfo.Status.ANCHOR_DOWN),
                HandoverStatistics.since(handovers, time - MINUTE), HandoverStatistics.since(handovers, time - HOUR),
                operations.packets(), operations.repairs(), CheckReport.of(service.check()));
    }

    private static <T> int count(ImmutableList<T> things, Predicate<T> which) {
        return (int) things.stream().filter(which).count();
    }

    /** All packets that went the way of the controller. */
    public long packetIns() {
        return packets().values().stream().mapToLong(Long::longValue).sum();
    }
}
