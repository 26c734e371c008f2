/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.Lease;
import org.onosdmm.core.model.Anchor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The addresses that anchors lend. An address is never lent twice at a time.
 */
public interface LeasePool {

    /**
     * Lends an address of the anchor's pool to a node's own address. Completes empty if none is left.
     */
    CompletableFuture<Optional<Lease>> acquire(Anchor anchor, IpAddress local);

    /** Takes an address back; it rests for a while before it is lent again. */
    void release(Lease lease);

    /** Number of addresses of the anchor's pool that are lent or resting. */
    int used(Anchor anchor);
}
