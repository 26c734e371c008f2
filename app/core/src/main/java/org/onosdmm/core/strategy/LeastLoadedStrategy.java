/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorOption;
import org.onosdmm.api.AnchorStrategy;
import org.onosdmm.api.StrategyInput;

import java.util.Comparator;
import java.util.Optional;

/**
 * The anchor that carries least, of those that reach the correspondent: by what its uplink carries and the number of
 * its flows, each as a multiple of what does not count. Of equally loaded ones the nearest.
 *
 * <p>The anchor of the node's newest flow of the class is left only for one with less than half of its load: counters
 * lag, and nodes that all ask at once must not chase each other from anchor to anchor.
 */
public final class LeastLoadedStrategy implements AnchorStrategy {

    /** The name of this strategy. */
    public static final String ID = "least-loaded";

    /** Loads below these do not count, bit/s and flows: an idle network must not look uneven. */
    private static final double FEW_BITS = 1_000_000;
    private static final double FEW_FLOWS = 8;
    private static final double LEFT_FOR = 0.5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<AnchorId> select(StrategyInput input) {
        Optional<AnchorOption> least = input.options().stream()
                .filter(option -> NearestStrategy.distance(option).isPresent())
                .min(Comparator.comparingDouble(LeastLoadedStrategy::load)
                        .thenComparing(option -> NearestStrategy.distance(option).get())
                        .thenComparing(option -> !option.id().equals(input.serving()))
                        .thenComparing(AnchorOption::number));
        Optional<AnchorOption> latest = input.latest().flatMap(input::option)
                .filter(option -> NearestStrategy.distance(option).isPresent());
        return latest.filter(option -> least.isPresent() && load(least.get()) >= LEFT_FOR * load(option))
                .or(() -> least).map(AnchorOption::id);
    }

    /** Both counters as multiples of what does not count; a share of the capacity where that is known. */
    private static double load(AnchorOption option) {
        double few = option.capacity().map(most -> Math.max(1, most / FEW_FLOWS)).orElse(FEW_FLOWS);
        return Math.max(1, option.bitsPerSecond() / FEW_BITS) + Math.max(1, option.flows() / few);
    }
}
