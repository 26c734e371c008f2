/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * What the virtual gateway answers to ARP (RFC 826), and what it asks.
 *
 * <p>Nodes are told the same MAC address at every edge, for gateways and for neighbours, so that a node that moved
 * notices nothing. A question about the asker's own address is never answered. One from no address at all is there to
 * find a duplicate (RFC 5227, section 2.1.1): it is answered for the gateway's own addresses alone.
 */
public final class ArpAnswers {

    private ArpAnswers() {
    }

    /** Whether a packet is about IPv4 addresses on Ethernet, and has them. */
    public static boolean isReadable(ARP packet) {
        return packet.getHardwareType() == ARP.HW_TYPE_ETHERNET && packet.getProtocolType() == ARP.PROTO_TYPE_IP
                && packet.getHardwareAddressLength() == MacAddress.MAC_ADDRESS_LENGTH
                && packet.getProtocolAddressLength() == Ip4Address.BYTE_LENGTH;
    }

    /** The answer to a request that came in at a port of an edge, if the virtual gateway has one. */
    public static Optional<Ethernet> answer(Domain domain, Anchor edge, PortNumber port, Ethernet request) {
        ARP arp = (ARP) request.getPayload();
        IpAddress asker = address(arp.getSenderProtocolAddress());
        IpAddress target = address(arp.getTargetProtocolAddress());
        if (arp.getOpCode() != ARP.OP_REQUEST || asker.equals(target)) {
            return Optional.empty();
        }
        boolean uplink = edge.uplink().filter(u -> u.port().equals(port)).isPresent();
        if (asker.isZero()) {
            boolean own = uplink ? edge.uplinks().stream().anyMatch(u -> u.address().equals(target))
                    : domain.isGateway(target);
            return own ? Optional.of(reply(request, uplink ? edge.exit().mac() : domain.gatewayMac()))
                    : Optional.empty();
        }
        if (uplink) {
            boolean ours = isOurs(domain, edge, target);
            return ours ? Optional.of(reply(request, edge.exit().mac())) : Optional.empty();
        }
        boolean inside = domain.isGateway(target) || domain.homeOf(target).isPresent();
        return inside ? Optional.of(reply(request, domain.gatewayMac())) : Optional.empty();
    }

    /** Whether an edge answers for an address at its uplink: its own there, or of an anchor that leaves there now. */
    static boolean isOurs(Domain domain, Anchor edge, IpAddress address) {
        return edge.uplinks().stream().anyMatch(u -> u.address().equals(address))
                || domain.anchors().values().stream().anyMatch(anchor ->
                        (anchor.id().equals(edge.id()) || standsIn(edge, anchor))
                                && (anchor.lends(address) || anchor.owns(address)));
    }

    private static boolean standsIn(Anchor edge, Anchor anchor) {
        return anchor.standing().standIn().filter(way -> way.owner().equals(edge.id())).isPresent();
    }

    /** Asks for the router behind an uplink. */
    public static Ethernet askRouter(Anchor anchor, Uplink uplink) {
        Ethernet request = ARP.buildArpRequest(anchor.exit().mac().toBytes(), uplink.address().toOctets(),
                uplink.nextHop().toOctets(), VlanId.NO_VID);
        request.setSourceMACAddress(anchor.exit().mac());
        return request;
    }

    /** Tells everybody on a link where an address is from now on (RFC 5227, section 2.3). */
    public static Ethernet announce(MacAddress mac, IpAddress address) {
        Ethernet frame = ARP.buildArpRequest(mac.toBytes(), address.toOctets(), address.toOctets(), VlanId.NO_VID);
        frame.setSourceMACAddress(mac);
        return frame;
    }

    /** Asks at one port whether a node with this address is there; only the node itself answers. */
    public static Ethernet probe(Domain domain, MacAddress node, IpAddress address) {
        IpAddress gateway = domain.homeOf(address)
                .flatMap(a -> a.gateways().stream().filter(IpAddress::isIp4).findFirst())
                .orElse(Ip4Address.ZERO);
        Ethernet request = ARP.buildArpRequest(domain.gatewayMac().toBytes(), gateway.toOctets(),
                address.toOctets(), VlanId.NO_VID);
        request.setSourceMACAddress(domain.gatewayMac());
        request.setDestinationMACAddress(node);
        return request;
    }

    /** The address in a field of an ARP packet. */
    public static IpAddress address(byte[] octets) {
        return IpAddress.valueOf(IpAddress.Version.INET, octets);
    }

    private static Ethernet reply(Ethernet request, MacAddress mac) {
        ARP arp = (ARP) request.getPayload();
        return ARP.buildArpReply(Ip4Address.valueOf(arp.getTargetProtocolAddress()), mac, request);
    }
}
