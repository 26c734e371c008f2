/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * What an application, a phone system or an orchestrator asked for.
 */
public final class RequestStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "request";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        return known.request().flatMap(request ->
                Decision.of(policy, request.applicationClass(), ID, "requested by " + request.by()));
    }
}
