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
 * The anchor with the shortest way to the correspondent: the cost beyond its uplink, by the longest prefix, and the
 * number of links from the node's edge to the anchor. Of equally near ones the serving anchor, then the one with the
 * lowest number. Only anchors that can be reached and left.
 */
public final class NearestStrategy implements AnchorStrategy {

    /** The name of this strategy. */
    public static final String ID = "nearest";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<AnchorId> select(StrategyInput input) {
        return input.options().stream().filter(option -> distance(option).isPresent())
                .min(Comparator.<AnchorOption>comparingLong(option -> distance(option).get())
                        .thenComparing(option -> !option.id().equals(input.serving()))
                        .thenComparing(AnchorOption::number))
                .map(AnchorOption::id);
    }

    /** Links to the correspondent, inside and beyond; absent where it cannot be reached by this anchor. */
    static Optional<Long> distance(AnchorOption option) {
        return option.links().flatMap(links -> option.cost().map(cost -> (long) links + cost));
    }
}
