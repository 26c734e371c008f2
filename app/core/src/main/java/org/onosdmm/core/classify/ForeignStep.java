/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.api.FlowClassifier;
import org.onosdmm.api.FlowView;
import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * A step that another bundle brings.
 */
public final class ForeignStep implements ClassificationStep {

    private final FlowClassifier classifier;

    /** A step that asks this one. */
    public ForeignStep(FlowClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public String id() {
        return classifier.id();
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        try {
            return classifier.classify(FlowView.of(packet.sample().key(), packet.sample().dscp(), packet.origin(),
                            packet.payload().duplicate(), known.names()))
                    .flatMap(v -> Decision.of(policy, v.applicationClass(), id(), v.evidence()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
