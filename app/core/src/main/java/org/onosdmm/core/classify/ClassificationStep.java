/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * One way to tell the class of a flow. Without state, and safe against any input.
 */
public interface ClassificationStep {

    /** The name by which it is switched on and off. */
    String id();

    /**
     * The class of a flow, if this step knows it and the policy has it.
     *
     * @param packet the flow's first packet
     * @param known what else is known about the flow
     * @param policy the classes that there are, and the operator's rules
     */
    Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy);
}
