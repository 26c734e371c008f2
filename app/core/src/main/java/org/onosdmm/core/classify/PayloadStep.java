/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * What the first packet itself tells, and the sessions that signalling has announced.
 */
public final class PayloadStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "payload";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        return known.session()
                .flatMap(session -> Optional.ofNullable(policy.classes().get(session.applicationClass()))
                        .map(c -> Decision.of(c, ID, "announced by " + session.by())));
    }
}
