/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import com.google.auto.value.AutoValue;
import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.MacAddress;
import org.onlab.packet.ndp.NeighborAdvertisement;
import org.onlab.packet.ndp.NeighborDiscoveryOptions;
import org.onlab.packet.ndp.NeighborSolicitation;
import org.onlab.packet.ndp.RouterSolicitation;

import java.util.List;
import java.util.Optional;

/**
 * A message of neighbour discovery (RFC 4861) as a node or a router sends it.
 */
@AutoValue
public abstract class NdpMessage {

    /** Of every message: nobody has routed it. */
    static final byte HOP_LIMIT = (byte) 255;

    /** What it is. */
    public enum Kind {
        /** Asks for routers. */
        ROUTER_SOLICITATION,
        /** Asks for the holder of an address. */
        SOLICITATION,
        /** Asks whether anybody holds an address that the sender would like to have (RFC 4862, section 5.4). */
        DUPLICATE_DETECTION,
        /** Tells that the sender holds an address. */
        ADVERTISEMENT
    }

    /** What it is. */
    public abstract Kind kind();

    /** The sender's MAC address. */
    public abstract MacAddress mac();

    /** The sender's address; all zeros if it has none yet. */
    public abstract Ip6Address source();

    /** The address that it is about; all zeros in a router solicitation. */
    public abstract Ip6Address target();

    /** Whether it is the answer to a solicitation. */
    public abstract boolean solicited();

    /**
     * The message in a frame, if there is a valid one (RFC 4861, sections 6.1.1, 7.1.1 and 7.1.2): not routed, and
     * with no other link-layer address than the one it was sent from.
     */
    public static Optional<NdpMessage> in(Ethernet frame) {
        if (!(frame.getPayload() instanceof IPv6) || !(frame.getPayload().getPayload() instanceof ICMP6)) {
            return Optional.empty();
        }
        IPv6 ip = (IPv6) frame.getPayload();
        ICMP6 icmp = (ICMP6) ip.getPayload();
        if (ip.getHopLimit() != HOP_LIMIT || icmp.getIcmpCode() != 0) {
            return Optional.empty();
        }
        return in(frame.getSourceMAC(), Ip6Address.valueOf(ip.getSourceAddress()),
                Ip6Address.valueOf(ip.getDestinationAddress()), icmp.getPayload())
                .filter(message -> !message.target().isMulticast());
    }

    private static Optional<NdpMessage> in(MacAddress mac, Ip6Address source, Ip6Address destination,
                                           IPacket message) {
        if (message instanceof RouterSolicitation) {
            return of(Kind.ROUTER_SOLICITATION, mac, source, Ip6Address.ZERO, false,
                    ((RouterSolicitation) message).getOptions());
        } else if (message instanceof NeighborSolicitation) {
            NeighborSolicitation question = (NeighborSolicitation) message;
            return of(source.isZero() ? Kind.DUPLICATE_DETECTION : Kind.SOLICITATION, mac, source,
                    Ip6Address.valueOf(question.getTargetAddress()), false, question.getOptions())
                    .filter(m -> m.kind() == Kind.SOLICITATION || destination.isMulticast());
        } else if (message instanceof NeighborAdvertisement) {
            NeighborAdvertisement answer = (NeighborAdvertisement) message;
            boolean solicited = answer.getSolicitedFlag() != 0;
            return of(Kind.ADVERTISEMENT, mac, source, Ip6Address.valueOf(answer.getTargetAddress()), solicited,
                    answer.getOptions()).filter(m -> !(solicited && destination.isMulticast()));
        }
        return Optional.empty();
    }

    private static Optional<NdpMessage> of(Kind kind, MacAddress mac, Ip6Address source, Ip6Address target,
                                           boolean solicited, List<NeighborDiscoveryOptions.Option> options) {
        boolean honest = options.stream().filter(NdpMessage::isLinkLayer)
                .allMatch(o -> o.dataLength() == MacAddress.MAC_ADDRESS_LENGTH && !source.isZero()
                        && MacAddress.valueOf(o.data()).equals(mac));
        return honest ? Optional.of(new AutoValue_NdpMessage(kind, mac, source, target, solicited))
                : Optional.empty();
    }

    private static boolean isLinkLayer(NeighborDiscoveryOptions.Option option) {
        return option.type() == NeighborDiscoveryOptions.TYPE_SOURCE_LL_ADDRESS
                || option.type() == NeighborDiscoveryOptions.TYPE_TARGET_LL_ADDRESS;
    }
}
