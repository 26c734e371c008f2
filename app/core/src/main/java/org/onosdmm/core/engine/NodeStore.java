/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.NodeState;

import java.util.concurrent.CompletableFuture;

/**
 * Where the states of nodes are kept: the truth that outlives a controller.
 */
public interface NodeStore {

    /** All states. */
    Iterable<NodeState> all();

    /** Keeps a state. Completes when it is safe. */
    CompletableFuture<Void> put(NodeState state);

    /** Forgets a node. Completes when that is safe. */
    CompletableFuture<Void> remove(MobileNodeId node);
}
