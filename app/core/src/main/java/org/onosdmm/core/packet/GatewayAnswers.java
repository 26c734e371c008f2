/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP;
import org.onlab.packet.IPv4;
import org.onosdmm.core.model.Domain;

import java.util.Optional;

/**
 * What the virtual gateway answers to packets for itself: echo requests (RFC 792), nothing else.
 */
public final class GatewayAnswers {

    private static final byte TTL = 64;

    private GatewayAnswers() {
    }

    /** The answer to a packet whose destination is a gateway of the domain. */
    public static Optional<Ethernet> answer(Domain domain, Ethernet frame) {
        IPv4 packet = (IPv4) frame.getPayload();
        if (!domain.isGateway(FlowReader.destination(packet)) || !(packet.getPayload() instanceof ICMP)
                || ((ICMP) packet.getPayload()).getIcmpType() != ICMP.TYPE_ECHO_REQUEST) {
            return Optional.empty();
        }
        Ethernet answer = frame.duplicate();
        answer.setSourceMACAddress(domain.gatewayMac()).setDestinationMACAddress(frame.getSourceMAC());
        IPv4 ip = (IPv4) answer.getPayload();
        ip.setSourceAddress(packet.getDestinationAddress()).setDestinationAddress(packet.getSourceAddress())
                .setTtl(TTL).resetChecksum();
        ((ICMP) ip.getPayload()).setIcmpType(ICMP.TYPE_ECHO_REPLY).setChecksum((short) 0);
        return Optional.of(answer);
    }
}
