/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.ndp.NeighborDiscoveryOptions;
import org.onlab.packet.ndp.RouterAdvertisement;
import org.onosdmm.core.mobility.Renumbering;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * What the virtual gateway announces to one node (RFC 4861, section 6.2): the prefixes of the edge where it is, to make
 * addresses of, and those that it has brought along, not to be used for anything new. None of them is on the link:
 * packets between nodes go by way of the gateway, wherever they are.
 *
 * <p>An announcement is for one node and is sent to all-nodes in a frame to that node alone (RFC 6085).
 */
public final class RouterAdvertisements {

    static final Ip6Address ALL_NODES = Ip6Address.valueOf("ff02::1");
    private static final byte USUAL_HOP_LIMIT = 64;
    private static final int AUTONOMOUS = 0x40;
    private static final int OPTION_LENGTH = 30;
    private static final int LONGEST_AS_ROUTER = 9_000;
    private static final int MS = 1_000;

    private RouterAdvertisements() {
    }

    /**
     * The announcement for a node.
     *
     * @param domain the domain as configured
     * @param edge the anchor where the node is
     * @param state the node; absent if it is not bound yet
     * @param node its MAC address
     * @param now ms since the epoch
     */
    public static Ethernet to(Domain domain, Anchor edge, Optional<NodeState> state, MacAddress node, long now) {
        RouterAdvertisement message = new RouterAdvertisement().setCurrentHopLimit(USUAL_HOP_LIMIT)
                .setRouterLifetime((short) Math.min(LONGEST_AS_ROUTER, domain.timers().validLifetime() / MS));
        domain.dhcp6().ifPresent(dhcp -> message.setOFlag((byte) 1)
                .setMFlag((byte) (dhcp.relay().isPresent() ? 1 : 0)));
        message.addOption(NeighborDiscoveryOptions.TYPE_SOURCE_LL_ADDRESS, domain.gatewayMac().toBytes());
        Set<IpPrefix> present = Renumbering.preferred(domain, edge, state);
        long valid = domain.timers().validLifetime();
        long preferred = Math.min(valid, domain.timers().preferredLifetime());
        present.forEach(prefix -> message.addOption(NeighborDiscoveryOptions.TYPE_PREFIX_INFORMATION,
                prefix(prefix, valid, preferred)));
        Set<IpPrefix> held = state.map(s -> Renumbering.held(domain, s)).orElse(ImmutableSet.of());
        Sets.difference(held, present).forEach(prefix -> message.addOption(
                NeighborDiscoveryOptions.TYPE_PREFIX_INFORMATION,
                prefix(prefix, Renumbering.remaining(domain, state.get(), prefix, now), 0)));
        return frame(domain, node, message);
    }

    private static byte[] prefix(IpPrefix prefix, long valid, long preferred) {
        return ByteBuffer.allocate(OPTION_LENGTH).put((byte) prefix.prefixLength()).put((byte) AUTONOMOUS)
                .putInt((int) (valid / MS)).putInt((int) (preferred / MS)).putInt(0)
                .put(prefix.address().toOctets()).array();
    }

    private static Ethernet frame(Domain domain, MacAddress node, RouterAdvertisement message) {
        ICMP6 icmp = new ICMP6().setIcmpType(ICMP6.ROUTER_ADVERTISEMENT);
        icmp.setPayload(message);
        IPv6 ip = new IPv6().setSourceAddress(domain.gatewayLinkLocal().toOctets())
                .setDestinationAddress(ALL_NODES.toOctets()).setNextHeader(IPv6.PROTOCOL_ICMP6)
                .setHopLimit(NdpMessage.HOP_LIMIT);
        ip.setPayload(icmp);
        Ethernet frame = new Ethernet();
        frame.setSourceMACAddress(domain.gatewayMac()).setDestinationMACAddress(node)
                .setEtherType(Ethernet.TYPE_IPV6).setPayload(ip);
        return frame;
    }
}
