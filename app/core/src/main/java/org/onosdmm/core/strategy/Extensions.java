/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.core.classify.Classifier;

/**
 * Strategies and steps of classification that there are now: the built-in ones, and those that other bundles bring.
 */
public interface Extensions {

    /** The built-in ones alone. */
    Extensions BUILT_IN = new Extensions() {
        private final Strategies strategies = Strategies.builtIn();
        private final Classifier classifier = Classifier.builtIn();

        @Override
        public Strategies strategies() {
            return strategies;
        }

        @Override
        public ImmutableSet<String> steps() {
            return classifier.ids();
        }

        @Override
        public Classifier classifier(ImmutableList<String> steps) {
            return classifier.only(steps);
        }
    };

    /** The strategies. */
    Strategies strategies();

    /** The names of the steps of classification. */
    ImmutableSet<String> steps();

    /** A classifier with these steps, in this order; those that are not there any more are left out. */
    Classifier classifier(ImmutableList<String> steps);
}
