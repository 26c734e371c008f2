/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorOption;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.SwitchView;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the choice of an anchor is made on, for whatever node and flow.
 */
@AutoValue
public abstract class Grounds {

    /** The domain in force. */
    public abstract Domain domain();

    /** The network as it is. */
    public abstract NetworkView network();

    /** The strategies that classes refer to. */
    public abstract Strategies strategies();

    /** What anchors carry. */
    public abstract Loads loads();

    /** Grounds by their parts. */
    public static Grounds of(Domain domain, NetworkView network, Strategies strategies, Loads loads) {
        return new AutoValue_Grounds(domain, network, strategies, loads);
    }

    /** The anchors that a flow to a correspondent can be given, seen from an edge. */
    ImmutableList<AnchorOption> options(AnchorId from, IpAddress correspondent) {
        return domain().withUplink().stream()
                .filter(anchor -> canLeaveAt(anchor.id(), correspondent.version()) && takesMore(anchor.id()))
                .sorted(Comparator.comparingInt(Anchor::number))
                .map(anchor -> AnchorOption.builder().id(anchor.id()).number(anchor.number())
                        .links(links(from, anchor)).cost(cost(anchor, correspondent))
                        .flows(loads().flows(anchor.id())).capacity(anchor.capacity())
                        .bitsPerSecond(loads().bitsPerSecond(anchor.id())).build())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Integer> cost(Anchor anchor, IpAddress correspondent) {
        OptionalInt cost = anchor.uplink(correspondent.version()).map(uplink -> uplink.costTo(correspondent))
                .orElse(OptionalInt.empty());
        return cost.isPresent() ? Optional.of(cost.getAsInt()) : Optional.empty();
    }

    private Optional<Integer> links(AnchorId from, Anchor anchor) {
        if (anchor.id().equals(from)) {
            return Optional.of(0);
        }
        SwitchView edge = network().switches().get(domain().anchor(from).device());
        return Optional.ofNullable(edge).map(view -> view.distances().get(anchor.number()));
    }

    /** Whether packets can leave there. An anchor that is not configured, or no longer, cannot be left. */
    boolean canLeaveAt(AnchorId anchor, IpAddress.Version family) {
        return configured(anchor).filter(a -> network().canLeaveAt(a, family)).isPresent();
    }

    /** Whether flows that are anchored there reach the outside: also while another anchor stands in. */
    boolean isServed(AnchorId anchor, IpAddress.Version family) {
        return canLeaveAt(anchor, family) || configured(anchor).flatMap(a -> a.standing().detour()).isPresent();
    }

    /** Whether the anchor takes flows beside those that it has. */
    boolean takesMore(AnchorId anchor) {
        return configured(anchor).filter(a -> !a.draining()
                && a.capacity().map(most -> loads().flows(anchor) < most).orElse(true)).isPresent();
    }

    private Optional<Anchor> configured(AnchorId anchor) {
        return Optional.ofNullable(domain().anchors().get(anchor));
    }
}
