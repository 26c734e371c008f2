/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

/**
 * What a flow is promised when its node moves: the continuity types of RFC 8653, section 3.
 */
public enum Continuity {
    /** Home anchor and the node's own address; rerouted, never re-anchored. */
    FIXED,
    /** Rerouted at once; anchor and outside address are kept while the flow lives. */
    SESSION_LASTING,
    /** Rerouted for a bounded overlap; new flows go to the new serving anchor. */
    GRACEFUL_REPLACEMENT,
    /** Not maintained: the next packet is anchored at the new serving anchor, with that anchor's address. */
    NON_PERSISTENT;

    /** Whether a flow of this type has to be pinned from its first packet on in order to survive a move. */
    public boolean pinned() {
        return this != NON_PERSISTENT;
    }
}
