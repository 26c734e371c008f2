/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.core.mobility.Fitting;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;

/**
 * Lets a node go of what the configuration in force does not admit; a node that nothing is left of is released.
 */
final class Fitter {

    private Fitter() {
    }

    /** Sees that the node's state can be compiled; on the node's thread. */
    static void fit(NodeTask task, NodeContext context) {
        Optional<NodeState> state = Optional.ofNullable(task.state());
        Optional<Surroundings> around = state.flatMap(context::surroundings);
        if (!around.isPresent()) {
            return;
        }
        settle(task, context, Fitting.fit(around.get().domain(), state.get()));
    }

    /** Takes an address away from a node; on the node's thread. */
    static void without(NodeTask task, NodeContext context, IpAddress address) {
        Optional<NodeState> state = Optional.ofNullable(task.state())
                .filter(s -> s.binding().addresses().contains(address));
        Optional<Surroundings> around = state.flatMap(context::surroundings);
        if (around.isPresent()) {
            context.givenUp(task.node(), address);
            settle(task, context, Fitting.without(around.get().domain(), state.get(), address));
        }
    }

    /** In a round of the rules what has not changed must not ask for another one: there would be no end of rounds. */
    private static void settle(NodeTask task, NodeContext context, Optional<NodeState> fitted) {
        if (fitted.isPresent()) {
            if (!fitted.get().equals(task.state())) {
                task.change(before -> fitted.get());
            }
        } else {
            task.remove().exceptionally(e -> {
                context.failed("store", e);
                return null;
            });
        }
    }
}
