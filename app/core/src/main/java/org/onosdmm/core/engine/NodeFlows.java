/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.NodeState;

/**
 * What looks after the flows of one node. On the node's thread.
 */
final class NodeFlows {

    private final FlowAdmission admission;
    private final NameDesk names;
    private final Releases releases;

    NodeFlows(NodeTask task, LeaseKeeper keeper, NodeContext context, EnginePorts ports) {
        this.admission = new FlowAdmission(task, keeper, context, ports);
        this.names = new NameDesk(task, ports.packets(), context, ports.clock());
        this.releases = new Releases(task, context, ports.clock());
    }

    /** Decides about new flows. */
    FlowAdmission admission() {
        return admission;
    }

    /** Hands answers of the DNS to the node. */
    NameDesk names() {
        return names;
    }

    /** The rules that a state asks for are in force. */
    void confirmed(NodeState reached) {
        names.confirmed(reached);
        admission.confirmed(reached.flows().keySet());
    }

    /** The node has a new state. */
    void changed(NodeState state) {
        releases.await(state);
    }
}
