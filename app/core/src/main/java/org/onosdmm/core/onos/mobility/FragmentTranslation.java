/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.Lease;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Way;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.Fragment;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Carries fragments through the rewrite at an anchor, both ways, where a switch would damage them; a bounded number a
 * second for each node, the rest is dropped and counted.
 */
final class FragmentTranslation {

    /** Fragments a second and node. */
    static final int RATE = 500;

    private final MobilityEngine engine;
    private final PacketsOut packets;
    private final FabricEntry fabric;
    private final PuntLimits<MobileNodeId> limits = new PuntLimits<>(System::nanoTime, RATE);

    FragmentTranslation(MobilityEngine engine, PacketsOut packets) {
        this.engine = engine;
        this.packets = packets;
        this.fabric = new FabricEntry(engine, packets);
    }

    /** An edge has shown a fragment: one for a lent address if it came in at the uplink, else one to leave there. */
    void translate(Domain domain, Anchor edge, ConnectPoint port, ByteBuffer frame) {
        Fragment.in(frame).ifPresent(fragment -> {
            if (edge.uplink().map(u -> u.port().equals(port.port())).orElse(false)) {
                fromOutside(edge, fragment);
            } else {
                domain.anchors().values().forEach(anchor -> anchor.ways().stream()
                        .filter(way -> way.device().equals(edge.device()) && leads(way, fragment))
                        .forEach(way -> fromNode(domain, anchor, way, fragment)));
            }
        });
    }

    /** An edge that stands in for others has a locator for the packets of each. */
    private static boolean leads(Way way, Fragment fragment) {
        return way.exits().stream().anyMatch(exit -> exit.mac().equals(fragment.locator()));
    }

    private void fromOutside(Anchor edge, Fragment fragment) {
        engine.borrower(fragment.receiver()).filter(this::allow).ifPresent(state -> state.lent(fragment.receiver())
                .ifPresent(lease -> fabric.enter(edge.device(), lease.local(),
                        fragment.to(lease.local(), state.binding().current().locator().mac()))));
    }

    /** Without a lease here the node leaves from its home, with its own address. */
    private void fromNode(Domain domain, Anchor anchor, Way way, Fragment fragment) {
        engine.holder(fragment.sender()).flatMap(engine::state).filter(this::allow).ifPresent(state -> {
            Optional<Lease> lease = state.lease(anchor.id(), fragment.sender());
            if (lease.isPresent()) {
                leave(domain.anchor(way.owner()), way, lease.get(), fragment);
            } else {
                fabric.enter(way.device(), fragment.sender(),
                        fragment.to(domain.homeOf(fragment.sender(), state.binding()).exitUntranslated().mac()));
            }
        });
    }

    private void leave(Anchor owner, Way way, Lease lease, Fragment fragment) {
        engine.network().router(owner, lease.outside().version()).ifPresent(router -> packets.send(
                new ConnectPoint(way.device(), way.port()), fragment.from(lease.outside(), way.mac(), router)));
    }

    private boolean allow(NodeState state) {
        boolean allowed = limits.allow(state.node());
        if (!allowed) {
            engine.counters().refused("fragments of " + state.node());
        }
        return allowed;
    }
}
