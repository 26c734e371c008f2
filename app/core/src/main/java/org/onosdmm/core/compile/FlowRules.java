/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;

/**
 * Finds the rules of a pinned flow among those of its node.
 */
public final class FlowRules {

    private FlowRules() {
    }

    /** The pin at each edge that has it, and the mark at the uplink by which an inbound flow is known. */
    public static RuleSet of(PinnedFlow flow, RuleSet rules) {
        TrafficSelector pin = Match.fromNode(flow.key()).build();
        TrafficSelector mark = Match.toNode(flow.key()).build();
        return rules.where(key -> key.table() == Pipeline.STEER && key.selector().equals(pin)
                || key.table() == Pipeline.ADMIT && key.priority() == Pipeline.ADMIT_INBOUND_FLOW
                && withoutPort(key.selector(), mark));
    }

    private static boolean withoutPort(TrafficSelector selector, TrafficSelector mark) {
        return selector.criteria().containsAll(mark.criteria())
                && selector.criteria().stream().allMatch(c -> c.type() == Criterion.Type.IN_PORT
                || mark.criteria().contains(c));
    }
}
