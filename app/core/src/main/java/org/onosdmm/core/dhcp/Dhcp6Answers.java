/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onlab.packet.DHCP6;
import org.onlab.packet.DHCP6.MsgType;
import org.onlab.packet.DHCP6.OptionCode;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.Dhcp6Option;
import org.onosdmm.core.model.Dhcp6Policy;
import org.onosdmm.core.model.Domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What nodes are told by DHCPv6 without state (RFC 8415, section 6.1; options by RFC 3646): name servers and the domain
 * name. Addresses they make themselves.
 */
public final class Dhcp6Answers {

    static final int DNS = 23;
    static final int DOMAIN = 24;
    private static final int DUID_BY_MAC = 3;
    private static final int ETHERNET = 1;

    private Dhcp6Answers() {
    }

    /** The answer to a message; absent for one that asks for what is not given, or asks another server. */
    public static Optional<Ethernet> answer(Domain domain, Dhcp6Message message) {
        byte[] own = serverId(domain.gatewayMac());
        boolean another = Dhcp6Message.option(message.packet(), OptionCode.SERVERID)
                .filter(id -> !Arrays.equals(id, own)).isPresent();
        Dhcp6Policy policy = domain.dhcp6().get();
        boolean information = message.type() == MsgType.INFORMATION_REQUEST && !message.asksForAddresses();
        if (!information || another || !policy.informs()) {
            return Optional.empty();
        }
        List<Dhcp6Option> options = new ArrayList<>();
        message.clientId().ifPresent(id -> options.add(option(OptionCode.CLIENTID.value(), id)));
        options.add(option(OptionCode.SERVERID.value(), own));
        if (!policy.dns().isEmpty() && message.wanted().contains(DNS)) {
            options.add(option(DNS, servers(policy)));
        }
        policy.domainName().filter(name -> message.wanted().contains(DOMAIN))
                .ifPresent(name -> options.add(option(DOMAIN, labels(name))));
        DHCP6 reply = new DHCP6();
        reply.setMsgType(MsgType.REPLY.value());
        reply.setTransactionId(message.packet().getTransactionId());
        reply.setOptions(options);
        return Optional.of(toClient(domain, message.node().mac(), message.peer(), reply));
    }

    /** A message to a client, from the gateway. */
    static Ethernet toClient(Domain domain, MacAddress node, IpAddress peer, DHCP6 packet) {
        return Frames.of(domain.gatewayMac(), domain.gatewayLinkLocal(), node, peer, UDP.DHCP_V6_CLIENT_PORT, packet);
    }

    /** An option by its parts. */
    static Dhcp6Option option(int code, byte[] value) {
        Dhcp6Option option = new Dhcp6Option();
        option.setCode((short) code);
        option.setLength((short) value.length);
        option.setData(value);
        return option;
    }

    /** What the gateway calls itself, the same at every edge. */
    private static byte[] serverId(MacAddress mac) {
        return ByteBuffer.allocate(2 * Short.BYTES + MacAddress.MAC_ADDRESS_LENGTH).putShort((short) DUID_BY_MAC)
                .putShort((short) ETHERNET).put(mac.toBytes()).array();
    }

    private static byte[] servers(Dhcp6Policy policy) {
        ByteBuffer servers = ByteBuffer.allocate(IpAddress.INET6_BYTE_LENGTH * policy.dns().size());
        policy.dns().forEach(server -> servers.put(server.toOctets()));
        return servers.array();
    }

    /** A domain name as DNS writes it (RFC 1035, section 3.1). */
    private static byte[] labels(String name) {
        ByteBuffer labels = ByteBuffer.allocate(name.length() + 2);
        for (String label : name.split("\\.")) {
            labels.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        return labels.put((byte) 0).array();
    }
}
