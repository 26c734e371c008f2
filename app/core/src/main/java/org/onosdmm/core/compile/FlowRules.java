/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;

import java.util.stream.Stream;

/**
 * Finds the rules of a pinned flow among those of its node.
 */
public final class FlowRules {

    private final ImmutableListMultimap<TrafficSelector, RuleKey> steering;
    private final ImmutableList<RuleKey> marks;

    /** Looks through the rules of one node. */
    public FlowRules(RuleSet rules) {
        steering = rules.rules().keySet().stream().filter(key -> key.table() == Pipeline.STEER)
                .collect(ImmutableListMultimap.toImmutableListMultimap(RuleKey::selector, key -> key));
        marks = rules.rules().keySet().stream().filter(key -> key.table() == Pipeline.ADMIT
                && key.priority() == Pipeline.ADMIT_INBOUND_FLOW).collect(ImmutableList.toImmutableList());
    }

    /** The pin at each edge that has it, and the mark at the uplink by which an inbound flow is known. */
    public ImmutableList<RuleKey> of(PinnedFlow flow) {
        ImmutableList<RuleKey> pins = steering.get(Match.fromNode(flow.key()).build());
        if (flow.translated()) {
            return pins;
        }
        TrafficSelector mark = Match.toNode(flow.key()).build();
        return Stream.concat(pins.stream(), marks.stream().filter(key -> withoutPort(key.selector(), mark)))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean withoutPort(TrafficSelector selector, TrafficSelector mark) {
        return selector.criteria().containsAll(mark.criteria())
                && selector.criteria().stream().allMatch(c -> c.type() == Criterion.Type.IN_PORT
                || mark.criteria().contains(c));
    }
}
