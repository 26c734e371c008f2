/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.VlanId;
import org.onlab.packet.ipv6.IExtensionHeader;
import org.onlab.packet.ndp.NeighborAdvertisement;
import org.onlab.packet.ndp.NeighborSolicitation;
import org.onlab.packet.ndp.RouterAdvertisement;
import org.onlab.packet.ndp.RouterSolicitation;
import org.onosproject.net.HostId;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What one packet says about the host that sent it: who it is, and perhaps addresses of its. */
final class Sighting {

    private final HostId host;
    private final Set<IpAddress> addresses;

    private Sighting(Ethernet packet, IpAddress... claimed) {
        this.host = HostId.hostId(packet.getSourceMAC(), VlanId.vlanId(packet.getVlanID()));
        this.addresses = Arrays.stream(claimed)
                .filter(address -> !address.isZero() && !address.isSelfAssigned())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Reads a packet. Empty if it says nothing about a host. */
    static Optional<Sighting> of(Ethernet packet) {
        if (packet.getSourceMAC().isBroadcast() || packet.getSourceMAC().isMulticast()) {
            return Optional.empty();
        }
        short type = packet.getEtherType();
        if (type == Ethernet.TYPE_ARP) {
            byte[] sender = ((ARP) packet.getPayload()).getSenderProtocolAddress();
            return sender.length == Ip4Address.BYTE_LENGTH
                    ? Optional.of(new Sighting(packet, Ip4Address.valueOf(sender))) : Optional.empty();
        } else if (type == Ethernet.TYPE_IPV4) {
            return Optional.of(new Sighting(packet));
        } else if (type == Ethernet.TYPE_IPV6) {
            return ipv6(packet);
        }
        return Optional.empty();
    }

    private static Optional<Sighting> ipv6(Ethernet packet) {
        IPv6 header = (IPv6) packet.getPayload();
        IPacket message = neighborDiscovery(header);
        if (message == null) {
            return packet.isMulticast() ? Optional.empty() : Optional.of(new Sighting(packet));
        }
        Ip6Address source = Ip6Address.valueOf(header.getSourceAddress());
        if (source.isZero()) {
            return Optional.empty(); // a host that is still checking whether its address is taken
        }
        if (message instanceof NeighborAdvertisement) {
            byte[] target = ((NeighborAdvertisement) message).getTargetAddress();
            return Optional.of(new Sighting(packet, source, Ip6Address.valueOf(target)));
        }
        return Optional.of(new Sighting(packet, source));
    }

    /** The neighbour or router message in a packet, or null. */
    private static IPacket neighborDiscovery(IPv6 header) {
        IPacket payload = header.getPayload();
        while (payload instanceof IExtensionHeader) {
            payload = payload.getPayload();
        }
        IPacket message = payload instanceof ICMP6 ? payload.getPayload() : null;
        boolean known = message instanceof NeighborAdvertisement || message instanceof NeighborSolicitation
                || message instanceof RouterAdvertisement || message instanceof RouterSolicitation;
        return known ? message : null;
    }

    /** Who sent the packet. */
    HostId host() {
        return host;
    }

    /** The addresses that the packet gives, as far as they count. */
    Set<IpAddress> addresses() {
        return addresses;
    }

    @Override
    public String toString() {
        return host + " " + addresses;
    }
}
