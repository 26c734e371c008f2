/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.GroupPolicy;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Carries packets to a group to the other nodes, once to each port, a bounded number a second from each port. They come
 * from the gateway's MAC address like all that nodes hear; everything else of them is as it was sent.
 */
final class GroupTraffic {

    private final MobilityEngine engine;
    private final PacketsOut packets;
    private final LongSupplier nanos;
    private volatile PuntLimits<ConnectPoint> limits;
    private volatile int rate;

    GroupTraffic(MobilityEngine engine, PacketsOut packets, LongSupplier nanos) {
        this.nanos = nanos;
        this.engine = engine;
        this.packets = packets;
    }

    /** A node has sent a packet to a group. The source guard is here: no switch has looked at who it is from. */
    void carry(Domain domain, Anchor edge, ConnectPoint port, IpAddress source, Ethernet frame, ByteBuffer octets,
               long time) {
        MobileNodeId node = MobileNodeId.of(frame.getSourceMAC());
        Optional<NodeState> sender = engine.state(node).filter(s -> s.binding().current().poa().equals(port)
                && (s.binding().addresses().contains(source) || source.isIp6() && source.isLinkLocal()));
        if (!sender.isPresent()) {
            engine.seen(Evidence.of(node, ImmutableSet.of(source), port, Trigger.DATA_PACKET, time), Optional.empty());
            engine.counters().refused("multicast from where the sender is not known to be");
        } else if (!allow(domain.multicast(), port)) {
            engine.counters().refused("multicast from " + port);
        } else {
            ByteBuffer copy = from(domain.gatewayMac(), octets);
            others(domain.multicast(), edge, port).forEach(other -> packets.send(other, copy.duplicate()));
        }
    }

    private Set<ConnectPoint> others(GroupPolicy policy, Anchor edge, ConnectPoint port) {
        return engine.states().stream().map(NodeState::binding).filter(b -> !b.absentSince().isPresent())
                .map(b -> b.current().poa()).filter(poa -> !poa.equals(port)
                        && (policy.scope() == GroupPolicy.Scope.DOMAIN || poa.deviceId().equals(edge.device())))
                .collect(Collectors.toSet());
    }

    private boolean allow(GroupPolicy policy, ConnectPoint port) {
        if (limits == null || rate != policy.rate()) {
            rate = policy.rate();
            limits = new PuntLimits<>(nanos, rate);
        }
        return limits.allow(port);
    }

    private static ByteBuffer from(MacAddress mac, ByteBuffer octets) {
        ByteBuffer copy = ByteBuffer.allocate(octets.remaining()).put(octets.duplicate());
        copy.position(MacAddress.MAC_ADDRESS_LENGTH);
        copy.put(mac.toBytes()).rewind();
        return copy;
    }
}
