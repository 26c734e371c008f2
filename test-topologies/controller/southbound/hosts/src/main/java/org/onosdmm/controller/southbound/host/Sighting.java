/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

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

import java.util.Objects;
import java.util.Optional;

/** What one packet says about the host that sent it: who it is, and perhaps an address of its. */
final class Sighting {

    private final HostId host;
    private final IpAddress address;

    private Sighting(HostId host, IpAddress address) {
        this.host = host;
        this.address = address;
    }

    /** Reads a packet. Empty if it says nothing about a host. */
    static Optional<Sighting> of(Ethernet packet) {
        if (packet.getSourceMAC().isBroadcast() || packet.getSourceMAC().isMulticast()) {
            return Optional.empty();
        }
        short type = packet.getEtherType();
        if (type == Ethernet.TYPE_ARP) {
            return Optional.of(sighting(packet, arpSender(packet)));
        } else if (type == Ethernet.TYPE_IPV4) {
            return Optional.of(sighting(packet, null));
        } else if (type == Ethernet.TYPE_IPV6) {
            return ipv6(packet);
        }
        return Optional.empty();
    }

    private static IpAddress arpSender(Ethernet packet) {
        return Ip4Address.valueOf(((ARP) packet.getPayload()).getSenderProtocolAddress());
    }

    private static Optional<Sighting> ipv6(Ethernet packet) {
        IPv6 header = (IPv6) packet.getPayload();
        IPacket message = neighborDiscovery(header);
        Ip6Address source = Ip6Address.valueOf(header.getSourceAddress());
        if (message instanceof NeighborAdvertisement) {
            byte[] target = ((NeighborAdvertisement) message).getTargetAddress();
            return source.isZero() ? Optional.empty() : Optional.of(sighting(packet, Ip6Address.valueOf(target)));
        }
        if (message != null) { // from the unspecified address: a host that is still checking for duplicates
            return source.isZero() ? Optional.empty() : Optional.of(sighting(packet, source));
        }
        return packet.isMulticast() ? Optional.empty() : Optional.of(sighting(packet, null));
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

    private static Sighting sighting(Ethernet packet, IpAddress address) {
        HostId host = HostId.hostId(packet.getSourceMAC(), VlanId.vlanId(packet.getVlanID()));
        boolean usable = address != null && !address.isZero() && !address.isSelfAssigned();
        return new Sighting(host, usable ? address : null);
    }

    /** Who sent the packet. */
    HostId host() {
        return host;
    }

    /** An address of the sender, if the packet gives one that counts. */
    Optional<IpAddress> address() {
        return Optional.ofNullable(address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sighting
                && host.equals(((Sighting) other).host)
                && Objects.equals(address, ((Sighting) other).address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(host, address);
    }

    @Override
    public String toString() {
        return host + (address == null ? "" : " " + address);
    }
}
