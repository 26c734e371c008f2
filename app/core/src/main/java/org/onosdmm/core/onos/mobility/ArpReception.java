/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.packet.PacketContext;

import java.util.Optional;

/**
 * ARP: tells where nodes and routers are, is answered by the virtual gateway, and finds duplicate addresses.
 */
final class ArpReception {

    private final MobilityEngine engine;
    private final NetworkViews networkViews;
    private final PacketsOut packets;
    private final Duplicates duplicates;

    ArpReception(MobilityEngine engine, NetworkViews networkViews, PacketsOut packets, Duplicates duplicates) {
        this.engine = engine;
        this.networkViews = networkViews;
        this.packets = packets;
        this.duplicates = duplicates;
    }

    /** An ARP packet has come to an edge, by its uplink or from a node. */
    void received(PacketContext context, Punt reason, Domain domain, Anchor edge, boolean uplink) {
        ConnectPoint port = context.inPacket().receivedFrom();
        Ethernet frame = context.inPacket().parsed();
        ARP arp = (ARP) frame.getPayload();
        if (!ArpAnswers.isReadable(arp)) {
            engine.counters().refused("ARP: malformed");
            return;
        }
        IpAddress sender = ArpAnswers.address(arp.getSenderProtocolAddress());
        if (uplink) {
            if (edge.uplink(IpAddress.Version.INET).filter(u -> u.nextHop().equals(sender)).isPresent()) {
                networkViews.routerIs(edge.id(), IpAddress.Version.INET,
                        MacAddress.valueOf(arp.getSenderHardwareAddress()));
            }
        } else if (frame.getSourceMAC().equals(MacAddress.valueOf(arp.getSenderHardwareAddress()))) {
            boolean reply = arp.getOpCode() == ARP.OP_REPLY && frame.getDestinationMAC().equals(domain.gatewayMac());
            engine.seen(Evidence.of(MobileNodeId.of(frame.getSourceMAC()), addresses(sender), port,
                    reply ? Trigger.PROBE_REPLY : Trigger.ARP, context.time()), Optional.empty());
            duplicate(arp, sender, port, frame);
        }
        ArpAnswers.answer(domain, edge, port.port(), frame).ifPresent(answer -> {
            if (reason != Punt.ARP_ANSWERED) {
                packets.send(port, answer);
            }
            context.block();
        });
    }

    /**
     * A probe for an address that another node has, or that node's answer (RFC 5227, section 2.1.1). An announcement is
     * not passed on: it could make the holder give its address up (section 2.4).
     */
    private void duplicate(ARP arp, IpAddress sender, ConnectPoint port, Ethernet frame) {
        MobileNodeId node = MobileNodeId.of(frame.getSourceMAC());
        IpAddress target = ArpAnswers.address(arp.getTargetProtocolAddress());
        if (arp.getOpCode() == ARP.OP_REQUEST && sender.isZero()) {
            duplicates.sought(target, node, port, frame);
        }
        if (!sender.isZero()) {
            duplicates.held(sender, node, frame);
        }
    }

    private static ImmutableSet<IpAddress> addresses(IpAddress sender) {
        return sender.isZero() ? ImmutableSet.of() : ImmutableSet.of(sender);
    }
}
