/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import org.onlab.packet.ARP;
import org.onlab.packet.Data;
import org.onlab.packet.DeserializationException;
import org.onlab.packet.EthType;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.MacAddress;
import org.onlab.packet.ndp.NeighborAdvertisement;
import org.onlab.packet.ndp.NeighborSolicitation;
import org.onlab.packet.ndp.RouterSolicitation;

/** Packets that a host may send, as they come out of the parser. */
final class Packets {

    static final MacAddress HOST = MacAddress.valueOf("02:00:00:00:00:01");
    static final Ip4Address IP4 = Ip4Address.valueOf("10.0.0.1");
    static final Ip6Address IP6 = Ip6Address.valueOf("2001:db8::1");

    private Packets() {
    }

    static Ethernet arp(Ip4Address sender) {
        return parsed(ARP.buildArpRequest(HOST.toBytes(), sender.toOctets(), MacAddress.ZERO.toBytes(),
                Ip4Address.valueOf("10.0.0.2").toOctets(), MacAddress.BROADCAST.toBytes(), (short) -1));
    }

    static Ethernet ipv4() {
        IPv4 packet = new IPv4();
        packet.setSourceAddress(IP4.toInt()).setDestinationAddress("192.0.2.1").setTtl((byte) 64)
                .setProtocol((byte) 99).setPayload(new Data(new byte[8]));
        return frame(EthType.EtherType.IPV4, packet, "02:00:00:00:00:02");
    }

    static Ethernet neighborSolicitation(Ip6Address source) {
        NeighborSolicitation message = new NeighborSolicitation();
        message.setTargetAddress(Ip6Address.valueOf("2001:db8::2").toOctets());
        return icmp6(source, ICMP6.NEIGHBOR_SOLICITATION, message);
    }

    static Ethernet neighborAdvertisement(Ip6Address source, Ip6Address target) {
        NeighborAdvertisement message = new NeighborAdvertisement();
        message.setTargetAddress(target.toOctets());
        return icmp6(source, ICMP6.NEIGHBOR_ADVERTISEMENT, message);
    }

    static Ethernet routerSolicitation(Ip6Address source) {
        return icmp6(source, ICMP6.ROUTER_SOLICITATION, new RouterSolicitation());
    }

    static Ethernet ipv6(String destinationMac) {
        IPv6 packet = new IPv6();
        packet.setSourceAddress(IP6.toOctets()).setDestinationAddress(Ip6Address.valueOf("2001:db8::9").toOctets())
                .setNextHeader((byte) 99).setHopLimit((byte) 64).setPayload(new Data(new byte[8]));
        return frame(EthType.EtherType.IPV6, packet, destinationMac);
    }

    private static Ethernet icmp6(Ip6Address source, byte type, IPacket message) {
        ICMP6 icmp = new ICMP6();
        icmp.setIcmpType(type).setPayload(message);
        IPv6 packet = new IPv6();
        packet.setSourceAddress(source.toOctets()).setDestinationAddress(Ip6Address.valueOf("ff02::1").toOctets())
                .setNextHeader(IPv6.PROTOCOL_ICMP6).setHopLimit((byte) 255).setPayload(icmp);
        return frame(EthType.EtherType.IPV6, packet, "33:33:00:00:00:01");
    }

    static Ethernet frame(EthType.EtherType type, IPacket payload, String destination) {
        Ethernet frame = new Ethernet();
        frame.setEtherType(type.ethType().toShort())
                .setSourceMACAddress(HOST)
                .setDestinationMACAddress(MacAddress.valueOf(destination))
                .setPayload(payload);
        return parsed(frame);
    }

    private static Ethernet parsed(Ethernet frame) {
        byte[] bytes = frame.serialize();
        try {
            return Ethernet.deserializer().deserialize(bytes, 0, bytes.length);
        } catch (DeserializationException e) {
            throw new AssertionError(e);
        }
    }
}
