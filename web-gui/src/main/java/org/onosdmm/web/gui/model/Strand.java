/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flows of a node and a class that meet the same rules: it is enough to ask for the way of one of them.
 */
@AutoValue
public abstract class Strand {

    /** One of the flows. */
    public abstract FlowKey sample();

    /** The application class. */
    public abstract String applicationClass();

    /** How many flows there are. */
    public abstract int count();

    /** Whether they do not reach the outside. */
    public abstract boolean lost();

    /**
     * The strands of these flows, in their order.
     *
     * @param anchors the anchors: a correspondent in one of their prefixes is inside, and has a way of its own
     */
    public static ImmutableList<Strand> of(Iterable<FlowInfo> flows, List<AnchorInfo> anchors) {
        Map<List<Object>, Strand> strands = new LinkedHashMap<>();
        flows.forEach(info -> strands.merge(way(info, anchors), new AutoValue_Strand(info.flow().key(),
                info.flow().applicationClass(), 1, info.status() == FlowInfo.Status.ANCHOR_DOWN), Strand::plus));
        return ImmutableList.copyOf(strands.values());
    }

    private Strand plus(Strand other) {
        return new AutoValue_Strand(sample(), applicationClass(), count() + other.count(), lost());
    }

    private static List<Object> way(FlowInfo info, List<AnchorInfo> anchors) {
        PinnedFlow flow = info.flow();
        List<Object> way = new ArrayList<>(List.of(info.node(), flow.applicationClass(), flow.key().local(),
                flow.anchor(), flow.outside(), info.serving(), info.status(), flow.kept()));
        IpAddress remote = flow.key().remote();
        if (anchors.stream().anyMatch(anchor -> anchor.prefixes().stream().anyMatch(own -> own.contains(remote)))) {
            way.add(remote);
        }
        return way;
    }
}
