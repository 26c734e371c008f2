/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.strategy.Loads;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * What anchors and edges carry, kept up to date with every change of a node: counting anew would take as long as there
 * are nodes.
 */
final class AnchorLoads implements Loads {

    private final Map<AnchorId, AtomicInteger> anchored = new ConcurrentHashMap<>();
    private final Map<AnchorId, AtomicInteger> entering = new ConcurrentHashMap<>();
    private final ToLongFunction<AnchorId> rates;

    AnchorLoads(ToLongFunction<AnchorId> rates) {
        this.rates = rates;
    }

    /** A node has changed; either state may be null. */
    void changed(NodeState before, NodeState after) {
        count(before, -1);
        count(after, 1);
    }

    private void count(NodeState state, int sign) {
        if (state == null || state.flows().isEmpty()) {
            return;
        }
        add(entering, state.binding().current().edge(), sign * state.flows().size());
        state.flows().values().stream().filter(PinnedFlow::kept).forEach(flow -> add(anchored, flow.anchor(), sign));
    }

    private static void add(Map<AnchorId, AtomicInteger> counts, AnchorId anchor, int change) {
        counts.computeIfAbsent(anchor, a -> new AtomicInteger()).addAndGet(change);
    }

    @Override
    public int flows(AnchorId anchor) {
        return get(anchored, anchor);
    }

    /** Flows that are known one by one, of nodes at this edge. */
    int flowsAt(AnchorId edge) {
        return get(entering, edge);
    }

    private static int get(Map<AnchorId, AtomicInteger> counts, AnchorId anchor) {
        AtomicInteger count = counts.get(anchor);
        return count == null ? 0 : count.get();
    }

    @Override
    public long bitsPerSecond(AnchorId anchor) {
        return rates.applyAsLong(anchor);
    }
}
