/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.api.FlowKey;
import org.onosdmm.core.classify.port.PortTable;
import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * The correspondent's port, where it is well known; or else the node's own, for services on nodes and for protocols
 * that have the same port at both ends.
 */
public final class PortStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "port";

    private static final int CHANCE = 32_768;
    private static final PortTable TABLE = PortTable.builtIn();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        FlowKey key = packet.sample().key();
        Optional<PortTable.Entry> remote = TABLE.find(key.protocol(), key.remotePort());
        // Of the two the lower one is the server's, and above a bound clients take theirs by chance (RFC 6056).
        boolean own = key.localPort() <= key.remotePort() && key.localPort() < CHANCE;
        Optional<PortTable.Entry> entry = remote.isPresent() || !own ? remote
                : TABLE.find(key.protocol(), key.localPort());
        return entry.flatMap(e -> Decision.of(policy, e.applicationClass(), ID, "port: " + e.service()));
    }
}
