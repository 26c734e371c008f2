/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onlab.packet.IpAddress;
import org.onosdmm.core.classify.names.NetworkTable;
import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * The correspondent's address, where its service has published it as its own.
 */
public final class NetworkStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "network";

    private static final NetworkTable TABLE = NetworkTable.builtIn();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        return decide(packet.sample().key().remote(), policy);
    }

    /** The class of flows to an address, if it is of a published network. */
    public static Optional<Decision> decide(IpAddress remote, Policy policy) {
        return TABLE.find(remote).flatMap(entry -> Decision.of(policy, entry.applicationClass(), ID,
                "network: " + entry.service() + ", " + entry.prefix()));
    }
}
