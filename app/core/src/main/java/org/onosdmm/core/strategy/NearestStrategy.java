/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Uplink;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

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
        return input.domain().withUplink().stream()
                .filter(anchor -> input.network().canLeaveAt(anchor, input.correspondent().version()))
                .filter(anchor -> cost(anchor, input).isPresent())
                .min(Comparator.<Anchor>comparingLong(anchor -> cost(anchor, input).get())
                        .thenComparing(anchor -> !anchor.id().equals(input.serving()))
                        .thenComparing(Anchor::number))
                .map(Anchor::id);
    }

    private static Optional<Long> cost(Anchor anchor, StrategyInput input) {
        OptionalInt beyond = anchor.uplink(input.correspondent().version())
                .map(uplink -> costBeyond(uplink, input)).orElse(OptionalInt.empty());
        Optional<Integer> inside = costInside(anchor, input);
        return beyond.isPresent() ? inside.map(links -> (long) links + beyond.getAsInt()) : Optional.empty();
    }

    private static OptionalInt costBeyond(Uplink uplink, StrategyInput input) {
        return uplink.costTo(input.correspondent());
    }

    private static Optional<Integer> costInside(Anchor anchor, StrategyInput input) {
        if (anchor.id().equals(input.serving())) {
            return Optional.of(0);
        }
        SwitchView edge = input.network().switches().get(input.domain().anchor(input.serving()).device());
        return Optional.ofNullable(edge).map(view -> view.distances().get(anchor.number()));
    }
}
