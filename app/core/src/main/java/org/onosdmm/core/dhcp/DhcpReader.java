/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onlab.packet.DHCP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads what clients send (RFC 2131, sections 2 and 4.4), and refuses what makes no sense.
 */
public final class DhcpReader {

    private static final int BROADCAST_FLAG = 0x8000;
    private static final int LONGEST_NAME = 63;
    private static final int EVERYBODY = 0xffff_ffff;

    private DhcpReader() {
    }

    /** The DHCP packet to a server that a frame carries, if it does. */
    public static Optional<DHCP> toServer(Ethernet frame) {
        if (!(frame.getPayload() instanceof IPv4) || !(frame.getPayload().getPayload() instanceof UDP)) {
            return Optional.empty();
        }
        UDP udp = (UDP) frame.getPayload().getPayload();
        return udp.getDestinationPort() == UDP.DHCP_SERVER_PORT && udp.getPayload() instanceof DHCP
                ? Optional.of((DHCP) udp.getPayload()) : Optional.empty();
    }

    /**
     * What a client says.
     *
     * @throws DmmException of kind INVALID that says what is wrong with the message
     */
    public static DhcpMessage read(Ethernet frame) {
        DHCP packet = toServer(frame).orElseThrow(() -> bad("packet", "is not for a DHCP server"));
        checkHeader(frame, packet);
        DHCP.MsgType type = Optional.ofNullable(Options.sized(Options.MESSAGE_TYPE,
                        Options.of(packet, Options.MESSAGE_TYPE).orElseThrow(() ->
                                bad("option " + Options.MESSAGE_TYPE, "is missing")), 1))
                .map(value -> DHCP.MsgType.getType(value[0]))
                .orElseThrow(() -> bad("option " + Options.MESSAGE_TYPE, "is not a known type"));
        DhcpMessage message = DhcpMessage.builder()
                .type(type)
                .node(MobileNodeId.of(frame.getSourceMAC()))
                .own(Optional.of(IpAddress.valueOf(packet.getClientIPAddress())).filter(a -> !a.isZero()))
                .requested(Options.address(packet, Options.REQUESTED_ADDRESS))
                .server(Options.address(packet, Options.SERVER))
                .leaseTime(Options.seconds(packet, Options.LEASE_TIME))
                .wanted(Options.numbers(packet, Options.WANTED))
                .name(Options.text(packet, Options.HOST_NAME).map(n -> n.substring(0, Math.min(n.length(),
                        LONGEST_NAME))))
                .broadcast((packet.getFlags() & BROADCAST_FLAG) != 0)
                .unicast(((IPv4) frame.getPayload()).getDestinationAddress() != EVERYBODY)
                .packet(packet)
                .build();
        checkFields(message);
        return message;
    }

    private static void checkHeader(Ethernet frame, DHCP packet) {
        if (packet.getOpCode() != DHCP.OPCODE_REQUEST) {
            throw bad("op", "is not that of a client");
        }
        if (packet.getHardwareType() != DHCP.HWTYPE_ETHERNET
                || packet.getHardwareAddressLength() != MacAddress.MAC_ADDRESS_LENGTH) {
            throw bad("htype", "is not Ethernet");
        }
        if (!Arrays.equals(packet.getClientHardwareAddress(), frame.getSourceMAC().toBytes())) {
            throw bad("chaddr", "is not the sender's MAC address");
        }
        if (frame.getSourceMAC().isMulticast() || frame.getSourceMAC().isBroadcast()) {
            throw bad("chaddr", "is not a unicast address");
        }
        if (packet.getGatewayIPAddress() != 0) {
            throw bad("giaddr", "is set, and nodes do not relay");
        }
        if (Options.of(packet, Options.RELAY).isPresent()) {
            throw bad("option " + Options.RELAY, "is set, and nodes do not relay");
        }
        int source = ((IPv4) frame.getPayload()).getSourceAddress();
        if (source != 0 && source != packet.getClientIPAddress()) {
            throw bad("ciaddr", "is not the sender's address");
        }
    }

    /** Which fields go with which message (RFC 2131, table 5); who renews and says twice what is his is put up with. */
    private static void checkFields(DhcpMessage message) {
        switch (message.type()) {
            case DHCPREQUEST:
                if (message.own().isPresent() && !message.requested().map(message.own().get()::equals).orElse(true)) {
                    throw bad("ciaddr", "contradicts option 50");
                }
                if (!message.own().isPresent() && !message.requested().isPresent()) {
                    throw bad("option " + Options.REQUESTED_ADDRESS, "is missing");
                }
                break;
            case DHCPDECLINE:
                required(message.requested(), "option " + Options.REQUESTED_ADDRESS);
                required(message.server(), "option " + Options.SERVER);
                break;
            case DHCPRELEASE:
                required(message.own(), "ciaddr");
                required(message.server(), "option " + Options.SERVER);
                break;
            case DHCPINFORM:
                required(message.own(), "ciaddr");
                break;
            case DHCPDISCOVER:
                break;
            default:
                throw bad("option " + Options.MESSAGE_TYPE, "is not a client's type");
        }
    }

    private static void required(Optional<IpAddress> field, String name) {
        if (!field.isPresent()) {
            throw bad(name, "is missing");
        }
    }

    private static DmmException bad(String field, String problem) {
        return new DmmException(DmmException.Kind.INVALID, field, problem);
    }
}
