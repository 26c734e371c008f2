/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.Standing;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.model.Way;

import java.util.Comparator;
import java.util.Optional;

/**
 * The domain in force: as configured, but with whoever stands in for an anchor whose uplink is dead.
 *
 * <p>An anchor stands in by its own uplink alone. So a stand-in needs no other, and two anchors can be each other's.
 */
public final class InForce {

    private final Domain domain;
    private final NetworkView network;

    private InForce(Domain domain, NetworkView network) {
        this.domain = domain;
        this.network = network;
    }

    /** The domain in force in this network. */
    public static Domain of(Domain configured, NetworkView network) {
        InForce inForce = new InForce(configured, network);
        ImmutableList<Anchor> anchors = configured.anchors().values().stream()
                .map(anchor -> anchor.with(inForce.standing(anchor))).collect(ImmutableList.toImmutableList());
        return configured.withAnchors(anchors);
    }

    private Standing standing(Anchor anchor) {
        Optional<UplinkTrouble> trouble = network.trouble(anchor.id());
        boolean own = anchor.uplink().isPresent() && !trouble.filter(UplinkTrouble::isDead).isPresent();
        Optional<Way> standIn = trouble.isPresent() ? standIn(anchor) : Optional.empty();
        boolean switchGone = trouble.filter(UplinkTrouble::switchGone).isPresent();
        return Standing.of(own, standIn, !own && standIn.isPresent() && switchGone,
                own && !anchor.draining() ? Optional.empty() : elsewhere(anchor));
    }

    private Optional<Way> standIn(Anchor anchor) {
        return backup(anchor).map(id -> domain.anchors().get(id)).filter(network::isAlive)
                .map(other -> Way.by(other, anchor, slot(other.id(), anchor)));
    }

    private static Optional<AnchorId> backup(Anchor anchor) {
        return anchor.uplink().flatMap(Uplink::backup);
    }

    /** By the configuration alone, so that it stays the same whatever else dies or returns. */
    private int slot(AnchorId other, Anchor anchor) {
        return domain.withUplink().stream().filter(a -> backup(a).equals(Optional.of(other)))
                .map(Anchor::id).collect(ImmutableList.toImmutableList()).indexOf(anchor.id());
    }

    private Optional<AnchorId> elsewhere(Anchor anchor) {
        SwitchView edge = network.switches().get(anchor.device());
        if (edge == null) {
            return Optional.empty();
        }
        return domain.withUplink().stream()
                .filter(other -> network.isAlive(other) && !other.draining()
                        && edge.distances().containsKey(other.number()))
                .min(Comparator.<Anchor>comparingInt(other -> edge.distances().get(other.number()))
                        .thenComparingInt(Anchor::number))
                .map(Anchor::id);
    }
}
