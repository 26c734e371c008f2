/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.compile.NodeCompiler;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.strategy.Extensions;
import org.onosdmm.core.strategy.Grounds;

/**
 * What a node's rules depend on besides its own state, at one moment.
 */
@AutoValue
abstract class Surroundings {

    /** The domain as configured. */
    abstract Domain domain();

    /** The network as it is. */
    abstract NetworkView network();

    /** Edges at which the node's peers are. */
    abstract ImmutableSet<AnchorId> peerEdges();

    /** Strategies and steps of classification that there are. */
    abstract Extensions extensions();

    /** What anchors are chosen on. */
    abstract Grounds grounds();

    /** Since when the policy is in force, ms since the epoch. */
    abstract long policySince();

    /** What classifies flows: made when one is to be decided about, not for each compilation. */
    Classifier classifier() {
        return extensions().classifier(domain().policy().steps());
    }

    /** The rules that the state asks for here, at the switches that are connected. */
    RuleSet compile(NodeState state) {
        return NodeCompiler.compile(domain(), network(), state, peerEdges())
                .where(key -> network().isAvailable(key.device()));
    }

    /** Of these rules the ones that are sent first. */
    RuleSet first(NodeState state) {
        return NodeCompiler.first(domain(), network(), state).where(key -> network().isAvailable(key.device()));
    }

    static Builder builder() {
        return new AutoValue_Surroundings.Builder();
    }

    /** Builder of surroundings. */
    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder domain(Domain domain);

        abstract Builder network(NetworkView network);

        abstract Builder peerEdges(ImmutableSet<AnchorId> edges);

        abstract Builder extensions(Extensions extensions);

        abstract Builder grounds(Grounds grounds);

        abstract Builder policySince(long time);

        abstract Surroundings build();
    }
}
