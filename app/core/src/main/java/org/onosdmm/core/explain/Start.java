/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Way;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * Where a packet of a flow enters the domain.
 */
@AutoValue
abstract class Start {

    /** The port by which it comes in. */
    abstract ConnectPoint at();

    abstract Packet packet();

    private static Start of(ConnectPoint at, Packet packet) {
        return new AutoValue_Start(at, packet);
    }

    /** The node sends it, by way of the gateway. */
    static Start fromNode(Situation now) {
        NodeState node = now.node();
        return of(node.binding().current().poa(), Packet.fromNode(now.key(), node.node().mac(),
                now.domain().gatewayMac()));
    }

    /**
     * The correspondent sends it: a node of the domain, or somebody outside, by the uplink of the anchor that owns the
     * address; absent where nobody is known who could.
     *
     * @param address the address of the node that the correspondent sees
     */
    static Optional<Start> toNode(Situation now, IpAddress address) {
        FlowKey key = now.key();
        if (now.peer().isPresent()) {
            Attachment there = now.peer().get().binding().current();
            return Optional.of(of(there.poa(), Packet.toNode(key, key.local(), now.peer().get().node().mac(),
                    now.domain().gatewayMac())));
        }
        if (isInside(now.domain(), key.remote())) {
            return Optional.empty();
        }
        return owner(now.domain(), address).flatMap(Start::way).map(way -> {
            MacAddress router = now.network().router(now.domain().anchor(way.owner()), address.version())
                    .orElse(MacAddress.ZERO);
            return of(new ConnectPoint(way.device(), way.port()), Packet.toNode(key, address, router, way.mac()));
        });
    }

    /** The uplink by which packets for an anchor come in now. */
    private static Optional<Way> way(Anchor anchor) {
        return anchor.standing().detour().isPresent() ? anchor.standing().detour()
                : anchor.uplink().map(uplink -> Way.own(anchor));
    }

    /** The anchor that the outside sends packets for this address to. */
    static Optional<Anchor> owner(Domain domain, IpAddress address) {
        return domain.anchors().values().stream().filter(a -> a.owns(address) || a.lends(address)).findFirst();
    }

    static boolean isInside(Domain domain, IpAddress address) {
        return domain.homeOf(address).isPresent();
    }
}
