/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.ICMP;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IP;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv4;
import org.onosdmm.core.model.Domain;

import java.util.Optional;

/**
 * What the virtual gateway answers to packets for itself: echo requests (RFC 792, RFC 4443), nothing else.
 */
public final class GatewayAnswers {

    private static final byte TTL = 64;

    private GatewayAnswers() {
    }

    /** The answer to a packet whose destination is a gateway of the domain. */
    public static Optional<Ethernet> answer(Domain domain, Ethernet frame) {
        IP packet = (IP) frame.getPayload();
        if (!domain.isGateway(FlowReader.destination(packet)) || !isEchoRequest(packet.getPayload())) {
            return Optional.empty();
        }
        Ethernet answer = packet instanceof IPv4 ? echo((IPv4) packet, frame) : ICMP6.buildIcmp6Reply(frame);
        return Optional.of(answer.setSourceMACAddress(domain.gatewayMac())
                .setDestinationMACAddress(frame.getSourceMAC()));
    }

    private static boolean isEchoRequest(IPacket message) {
        return message instanceof ICMP && ((ICMP) message).getIcmpType() == ICMP.TYPE_ECHO_REQUEST
                || message instanceof ICMP6 && ((ICMP6) message).getIcmpType() == ICMP6.ECHO_REQUEST;
    }

    private static Ethernet echo(IPv4 packet, Ethernet frame) {
        Ethernet answer = frame.duplicate();
        IPv4 ip = (IPv4) answer.getPayload();
        ip.setSourceAddress(packet.getDestinationAddress()).setDestinationAddress(packet.getSourceAddress())
                .setTtl(TTL).resetChecksum();
        ((ICMP) ip.getPayload()).setIcmpType(ICMP.TYPE_ECHO_REPLY).setChecksum((short) 0);
        return answer;
    }
}
