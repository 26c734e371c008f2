/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.mobility.Overlaps;
import org.onosdmm.core.model.NodeState;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Releases a node's GRACEFUL_REPLACEMENT flows when their overlap after a move is over. On the node's thread.
 */
final class Releases {

    private final NodeTask task;
    private final NodeContext context;
    private final EngineClock clock;
    private long due = Long.MAX_VALUE;

    Releases(NodeTask task, NodeContext context, EngineClock clock) {
        this.task = task;
        this.context = context;
        this.clock = clock;
    }

    /** Sees that what this state promises ends in time. */
    void await(NodeState state) {
        OptionalLong next = Overlaps.next(state);
        if (next.isPresent() && next.getAsLong() < due) {
            due = next.getAsLong();
            clock.schedule(task.node(), Duration.ofMillis(Math.max(0, due - clock.millis())), this::release);
        }
    }

    private void release() {
        due = Long.MAX_VALUE;
        NodeState before = task.state();
        if (before == null) {
            return;
        }
        task.change(state -> context.surroundings(state)
                .map(around -> Overlaps.over(around.domain(), state, clock.millis())).orElse(state));
        NodeState after = task.state();
        if (after != null && after != before) {
            context.released(before, after);
        }
        if (after != null) {
            await(after);
        }
    }
}
