/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
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
import java.util.concurrent.TimeUnit;

/**
 * Neighbour discovery (RFC 4861): answers it, and tells the engine and the view of the network what it shows.
 *
 * <p>Every access port is a link of its own, so a node that looks for a duplicate of its address (RFC 4862, section
 * 5.4) would not find it. Its question goes on to the holder, if another node holds the address, and the holder's
 * answer comes back (in the spirit of RFC 6957): nobody is defended who is not there any more.
 */
final class NeighbourDiscovery {

    /** How long a node waits for the holder of its address (RFC 4861, section 10: RetransTimer), s. */
    private static final long WAITING = 1;
    private static final long MOST_WAITING = 4_096;

    /** A node that looks for a duplicate, and where. */
    private static final class Seeker {

        private final ConnectPoint port;
        private final Ethernet question;

        private Seeker(ConnectPoint port, Ethernet question) {
            this.port = port;
            this.question = question;
        }
    }

    private final MobilityEngine engine;
    private final NetworkViews networkViews;
    private final PacketsOut packets;
    private final Cache<IpAddress, Seeker> seekers = CacheBuilder.newBuilder()
            .expireAfterWrite(WAITING, TimeUnit.SECONDS).maximumSize(MOST_WAITING).build();

    NeighbourDiscovery(MobilityEngine engine, NetworkViews networkViews, PacketsOut packets) {
        this.engine = engine;
        this.networkViews = networkViews;
        this.packets = packets;
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
                    holder.filter(other -> !other.equals(node)).flatMap(engine::state).ifPresent(state -> {
                        seekers.put(message.target(), new Seeker(port, frame));
                        packets.send(state.binding().current().poa(), to(state.node(), frame));
                    });
                    break;
                default:
                    answered(message, frame);
                    break;
            }
        });
    }

    /** Somebody holds the address: those who would like to have it are told. */
    private void answered(NdpMessage message, Ethernet frame) {
        Seeker seeker = seekers.getIfPresent(message.target());
        if (seeker != null && !seeker.question.getSourceMAC().equals(message.mac())) {
            seekers.invalidate(message.target());
            packets.send(seeker.port, to(MobileNodeId.of(seeker.question.getSourceMAC()), frame));
        }
    }

    private static Ethernet to(MobileNodeId node, Ethernet frame) {
        Ethernet copy = frame.duplicate();
        copy.setDestinationMACAddress(node.mac());
        return copy;
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
