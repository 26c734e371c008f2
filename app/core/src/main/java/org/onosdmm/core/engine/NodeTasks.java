/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.MobileNodeId;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The tasks of all nodes that are bound, or of which something is left. Safe on any thread.
 */
final class NodeTasks {

    private final EngineClock clock;
    private final Function<MobileNodeId, NodeTask> maker;
    private final Map<MobileNodeId, NodeTask> tasks = new ConcurrentHashMap<>();

    NodeTasks(EngineClock clock, Function<MobileNodeId, NodeTask> maker) {
        this.clock = clock;
        this.maker = maker;
    }

    Collection<NodeTask> all() {
        return tasks.values();
    }

    Optional<NodeTask> of(MobileNodeId node) {
        return Optional.ofNullable(tasks.get(node));
    }

    boolean knows(MobileNodeId node) {
        return tasks.containsKey(node);
    }

    /** Something is to be done with a node. It is known at once; when its turn comes the task may be another one. */
    void on(MobileNodeId node, Consumer<NodeTask> action) {
        tasks.computeIfAbsent(node, maker);
        clock.execute(node, () -> action.accept(tasks.computeIfAbsent(node, maker)));
    }

    /** Something is to be done with a node if it is known. */
    void known(MobileNodeId node, Consumer<NodeTask> action) {
        if (knows(node)) {
            on(node, action);
        }
    }

    /** Forgets a task of which nothing is left; on the node's thread. */
    void forgetIfOver(NodeTask task) {
        if (task.isOver()) {
            tasks.remove(task.node(), task);
        }
    }
}
