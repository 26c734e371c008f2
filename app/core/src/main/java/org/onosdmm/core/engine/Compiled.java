/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The rules that were compiled last for a node: who asks again for the same ones, as views of all nodes do, gets them
 * without another compilation. Safe on any thread.
 */
final class Compiled {

    private volatile Entry last = new Entry(null, null, null, ImmutableSet.of(), RuleSet.EMPTY);

    /** The rules that the state asks for in these surroundings; {@code took} hears how long a compilation takes, us. */
    RuleSet rules(Surroundings surroundings, NodeState state, LongConsumer took) {
        Entry present = last;
        if (!present.isFor(surroundings, state)) {
            long begin = System.nanoTime();
            RuleSet compiled = surroundings.compile(state);
            took.accept(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
            present = new Entry(surroundings.domain(), surroundings.network(), state, surroundings.peerEdges(),
                    compiled.equals(present.rules) ? present.rules : compiled);
            last = present;
        }
        return present.rules;
    }

    /** All that a compilation depends on, and what came of it. */
    private static final class Entry {

        private final Domain domain;
        private final NetworkView network;
        private final NodeState state;
        private final ImmutableSet<AnchorId> peerEdges;
        private final RuleSet rules;

        private Entry(Domain domain, NetworkView network, NodeState state, ImmutableSet<AnchorId> peerEdges,
                      RuleSet rules) {
            this.domain = domain;
            this.network = network;
            this.state = state;
            this.peerEdges = peerEdges;
            this.rules = rules;
        }

        /** The first three never change, and are large: whether they are the same objects is enough to know. */
        private boolean isFor(Surroundings surroundings, NodeState asked) {
            return state == asked && domain == surroundings.domain() && network == surroundings.network()
                    && peerEdges.equals(surroundings.peerEdges());
        }
    }
}
