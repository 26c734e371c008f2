/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import org.onosproject.event.AbstractEvent;

/**
 * Something happened to a mobile node.
 */
public class MobilityEvent extends AbstractEvent<MobilityEvent.Type, NodeInfo> {

    /** What happened. */
    public enum Type {
        /** A node attached for the first time. */
        NODE_ATTACHED,
        /** A handover began or reached its next phase. */
        NODE_MOVED,
        /** A node's flows, leases or addresses changed. */
        NODE_UPDATED,
        /** Flows of a node were released to its serving anchor, for their overlap after a move is over. */
        FLOWS_RELEASED,
        /** A node is gone and all it held is released. */
        NODE_REMOVED
    }

    /** An event about a node in its new state. */
    public MobilityEvent(Type type, NodeInfo node) {
        super(type, node);
    }
}
