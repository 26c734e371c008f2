/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Handover;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.path.Connection;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that an explanation of a flow depends on, at one moment.
 */
@AutoValue
public abstract class Situation {

    /** The flow. */
    public abstract FlowKey key();

    /** The domain, as in force. */
    public abstract Domain domain();

    /** The network. */
    public abstract NetworkView network();

    /** The links between switches, each direction by itself. */
    public abstract ImmutableSet<Connection> links();

    /** The node that has the flow's local address. */
    public abstract NodeState node();

    /** The node that has the flow's remote address, if one has. */
    public abstract Optional<NodeState> peer();

    /** The flow as it would be decided about if it began now, by what is known without any payload. */
    public abstract Optional<PinnedFlow> prospect();

    /** The last handover of the node, if one is remembered. */
    public abstract Optional<Handover> handover();

    /** The rules that the two nodes ask for. */
    public abstract RuleSet desired();

    /** The rules of the two nodes that the switches have confirmed. */
    public abstract RuleSet installed();

    /** The rules for every node that the switches have confirmed. */
    public abstract ImmutableMap<DeviceId, RuleSet> fabricInstalled();

    /** The numbers of the groups that the switches have confirmed. */
    public abstract ImmutableMap<DeviceId, ImmutableSet<Integer>> groups();

    /** The app whose rules they are. */
    public abstract ApplicationId app();

    /** The time, ms since the epoch. */
    public abstract long now();

    /** Starts a copy. */
    abstract Builder toBuilder();

    /** Starts a situation. */
    public static Builder builder() {
        return new AutoValue_Situation.Builder();
    }

    /** Builder of situations. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the flow. */
        public abstract Builder key(FlowKey key);

        /** Sets the domain. */
        public abstract Builder domain(Domain domain);

        /** Sets the network. */
        public abstract Builder network(NetworkView network);

        /** Sets the links. */
        public abstract Builder links(Set<Connection> links);

        /** Sets the node. */
        public abstract Builder node(NodeState node);

        /** Sets the other node. */
        public abstract Builder peer(Optional<NodeState> peer);

        /** Sets what would be decided about the flow. */
        public abstract Builder prospect(Optional<PinnedFlow> flow);

        /** Sets the last handover. */
        public abstract Builder handover(Optional<Handover> handover);

        /** Sets the rules that are asked for. */
        public abstract Builder desired(RuleSet rules);

        /** Sets the rules that are there. */
        public abstract Builder installed(RuleSet rules);

        /** Sets the rules for every node that are there. */
        public abstract Builder fabricInstalled(Map<DeviceId, RuleSet> rules);

        /** Sets the groups that are there. */
        public abstract Builder groups(Map<DeviceId, ImmutableSet<Integer>> groups);

        /** Sets the app. */
        public abstract Builder app(ApplicationId app);

        /** Sets the time, ms since the epoch. */
        public abstract Builder now(long time);

        /** Builds the situation. */
        public abstract Situation build();
    }
}
