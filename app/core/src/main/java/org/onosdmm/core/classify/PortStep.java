/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.core.classify.port.PortTable;
import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * The correspondent's port, where it is well known.
 */
public final class PortStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "port";

    private static final PortTable TABLE = PortTable.builtIn();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        return TABLE.find(packet.sample().key().protocol(), packet.sample().key().remotePort())
                .filter(entry -> policy.classes().containsKey(entry.applicationClass()))
                .map(entry -> Decision.of(policy.classes().get(entry.applicationClass()), ID,
                        "port: " + entry.service()));
    }
}
