/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.NdpAnswers;
import org.onosdmm.core.packet.NdpMessage;
import org.onosdmm.core.packet.RouterAdvertisements;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * Neighbour discovery (RFC 4861): answers it, and tells the engine and the view of the network what it shows.
 */
final class NeighbourDiscovery {

    private final MobilityEngine engine;
    private final NetworkViews networkViews;
    private final PacketsOut packets;
    private final Duplicates duplicates;

    NeighbourDiscovery(MobilityEngine engine, NetworkViews networkViews, PacketsOut packets, Duplicates duplicates) {
        this.engine = engine;
        this.networkViews = networkViews;
        this.packets = packets;
        this.duplicates = duplicates;
    }

    /** A message came in at an uplink. */
    void atUplink(Domain domain, Anchor edge, ConnectPoint port, Ethernet frame) {
        NdpMessage.in(frame).ifPresent(message -> {
            IpAddress about = message.kind() == NdpMessage.Kind.ADVERTISEMENT ? message.target() : message.source();
            edge.uplink(IpAddress.Version.INET6).filter(u -> u.nextHop().equals(about)).ifPresent(u ->
                    networkViews.routerIs(edge.id(), IpAddress.Version.INET6, message.mac()));
            NdpAnswers.answer(domain, edge, port.port(), message, frame)
                    .ifPresent(answer -> packets.send(port, answer));
        });
    }

    /** A message came in at an access port. */
    void atAccess(Domain domain, Anchor edge, ConnectPoint port, Ethernet frame, long time) {
        NdpMessage.in(frame).ifPresent(message -> {
            MobileNodeId node = MobileNodeId.of(message.mac());
            boolean answer = message.solicited() && frame.getDestinationMAC().equals(domain.gatewayMac());
            engine.seen(Evidence.of(node, used(message), port, answer ? Trigger.PROBE_REPLY : Trigger.NDP, time),
                    Optional.empty());
            Optional<MobileNodeId> holder = engine.holder(message.target());
            switch (message.kind()) {
                case ROUTER_SOLICITATION:
                    packets.send(port, RouterAdvertisements.to(domain, edge, engine.state(node), message.mac(), time));
                    break;
                case SOLICITATION:
                    if (!holder.equals(Optional.of(node))) {
                        NdpAnswers.answer(domain, edge, port.port(), message, frame)
                                .ifPresent(reply -> packets.send(port, reply));
                    }
                    break;
                case DUPLICATE_DETECTION:
                    NdpAnswers.defence(domain, message, frame).ifPresentOrElse(reply -> packets.send(port, reply),
                            () -> duplicates.sought(message.target(), node, port, frame));
                    break;
                default:
                    duplicates.held(message.target(), node, frame);
                    break;
            }
        });
    }

    /** The addresses that the sender claims to have. */
    private static ImmutableSet<IpAddress> used(NdpMessage message) {
        switch (message.kind()) {
            case ADVERTISEMENT:
            case DUPLICATE_DETECTION:
                return ImmutableSet.of(message.target());
            default:
                return message.source().isZero() ? ImmutableSet.of() : ImmutableSet.of(message.source());
        }
    }
}
