/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onlab.packet.ndp.NeighborAdvertisement;
import org.onlab.packet.ndp.NeighborSolicitation;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * What the virtual gateway answers to neighbour solicitations (RFC 4861), and what it asks.
 *
 * <p>As with ARP, nodes are told the same MAC address at every edge, for gateways and for neighbours. A question from
 * no address at all is there to find a duplicate: it is answered for the gateway's own addresses alone, which nobody
 * else can have. One about the asker's own address is never answered.
 */
public final class NdpAnswers {

    private NdpAnswers() {
    }

    /** The answer to a solicitation that came in at a port of an edge, if the virtual gateway has one. */
    public static Optional<Ethernet> answer(Domain domain, Anchor edge, PortNumber port, NdpMessage message,
                                            Ethernet question) {
        Ip6Address target = message.target();
        if (message.kind() != NdpMessage.Kind.SOLICITATION || target.equals(message.source())) {
            return Optional.empty();
        }
        if (edge.uplink().filter(u -> u.port().equals(port)).isPresent()) {
            boolean ours = ArpAnswers.isOurs(domain, edge, target)
                    || target.equals(Domain.linkLocal(edge.exit().mac()));
            return ours ? Optional.of(advertisement(target, edge.exit().mac(), question, true)) : Optional.empty();
        }
        boolean gateway = domain.isGateway(target);
        return gateway || domain.homeOf(target).isPresent()
                ? Optional.of(advertisement(target, domain.gatewayMac(), question, gateway)) : Optional.empty();
    }

    /** Who would like to have an address of the gateway is told that it is taken (RFC 4862, section 5.4.4). */
    public static Optional<Ethernet> defence(Domain domain, NdpMessage message, Ethernet question) {
        if (message.kind() != NdpMessage.Kind.DUPLICATE_DETECTION || !domain.isGateway(message.target())) {
            return Optional.empty();
        }
        Ethernet answer = advertisement(message.target(), domain.gatewayMac(), question, true);
        IPv6 packet = (IPv6) answer.getPayload();
        packet.setDestinationAddress(RouterAdvertisements.ALL_NODES.toOctets());
        ((NeighborAdvertisement) packet.getPayload().getPayload()).setSolicitedFlag((byte) 0)
                .setOverrideFlag((byte) 1);
        return Optional.of(answer);
    }

    /**
     * A host that hears a gateway deny being a router forgets its way out (RFC 4861, section 7.3.3). ONOS 2.5 gives
     * advertisements a hop limit of 85, at which every host drops them.
     */
    private static Ethernet advertisement(Ip6Address target, MacAddress mac, Ethernet question, boolean router) {
        Ethernet answer = NeighborAdvertisement.buildNdpAdv(target, mac, question);
        ((IPv6) answer.getPayload()).setHopLimit(NdpMessage.HOP_LIMIT);
        NeighborAdvertisement message = (NeighborAdvertisement) answer.getPayload().getPayload().getPayload();
        message.setRouterFlag((byte) (router ? 1 : 0));
        return answer;
    }

    /** Asks for the router behind an uplink. */
    public static Ethernet askRouter(Anchor anchor, Uplink uplink) {
        return everybody(anchor.exit().mac(), uplink.address().getIp6Address(), uplink.nextHop().getIp6Address());
    }

    /** Asks one node whether it has this address; only the node itself answers. */
    public static Ethernet probe(Domain domain, MacAddress node, IpAddress address) {
        return NeighborSolicitation.buildNdpSolicit(address.getIp6Address(), domain.gatewayLinkLocal(),
                address.getIp6Address(), domain.gatewayMac(), node, VlanId.NONE);
    }

    /** Asks everybody at one port for the holder of this address. */
    public static Ethernet search(Domain domain, IpAddress address) {
        return everybody(domain.gatewayMac(), domain.gatewayLinkLocal(), address.getIp6Address());
    }

    private static Ethernet everybody(MacAddress mac, Ip6Address source, Ip6Address target) {
        byte[] group = IPv6.getSolicitNodeAddress(target.toOctets());
        return NeighborSolicitation.buildNdpSolicit(target, source, Ip6Address.valueOf(group), mac,
                MacAddress.valueOf(IPv6.getMCastMacAddress(group)), VlanId.NONE);
    }
}
