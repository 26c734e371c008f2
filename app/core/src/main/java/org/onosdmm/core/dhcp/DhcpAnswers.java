/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.DHCP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.DhcpOption;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.DhcpPolicy;
import org.onosdmm.core.model.Domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What clients are told (RFC 2131, section 4.3; options by RFC 2132). The server calls itself by the gateway of the
 * client's prefix: every edge answers for that, so a lease can be renewed anywhere.
 */
final class DhcpAnswers {

    static final IpAddress EVERYBODY = IpAddress.valueOf("255.255.255.255");
    private static final int LEAST_TIME = 60;
    private static final int BITS = 32;

    private final Domain domain;
    private final Anchor edge;
    private final DhcpMessage message;
    private final ImmutableList.Builder<DhcpOption> options = ImmutableList.builder();

    private DhcpAnswers(Situation situation, DhcpMessage message) {
        this.domain = situation.domain();
        this.edge = situation.edge();
        this.message = message;
    }

    /** The client could have this address. */
    static Ethernet offer(Situation situation, DhcpMessage message, IpAddress address) {
        return new DhcpAnswers(situation, message).lease(DHCP.MsgType.DHCPOFFER, address);
    }

    /** The client has this address. */
    static Ethernet ack(Situation situation, DhcpMessage message, IpAddress address) {
        return new DhcpAnswers(situation, message).lease(DHCP.MsgType.DHCPACK, address);
    }

    /** The client that has an address of its own is told the rest (RFC 2131, section 4.3.5). */
    static Ethernet inform(Situation situation, DhcpMessage message) {
        DhcpAnswers answers = new DhcpAnswers(situation, message);
        IpAddress own = message.own().get();
        IpAddress server = gateway(situation.domain(), own).get();
        answers.header(DHCP.MsgType.DHCPACK, server);
        answers.network(own, server);
        return answers.frame(server, IpAddress.valueOf(0), own, own);
    }

    /**
     * The client must not use the address that it asked for: it has to begin anew. Who has asked one server from his
     * address hears nothing else than what comes to that address (dhcpcd does); all others have it broadcast.
     */
    static Ethernet nak(Situation situation, DhcpMessage message) {
        DhcpAnswers answers = new DhcpAnswers(situation, message);
        IpAddress server = answers.ownName();
        answers.header(DHCP.MsgType.DHCPNAK, server);
        return answers.frame(server, IpAddress.valueOf(0), IpAddress.valueOf(0),
                message.own().filter(own -> message.unicast()).orElse(EVERYBODY));
    }

    /** For how long the client has its address, s: what it wants, where that is less than usual. */
    static long leaseTime(DhcpPolicy policy, DhcpMessage message) {
        return Math.min(policy.leaseTime(), Math.max(LEAST_TIME, message.leaseTime().orElse(Long.MAX_VALUE)));
    }

    /** The gateway of the prefix that an address is of; absent for an address that cannot be given. */
    static Optional<IpAddress> gateway(Domain domain, IpAddress address) {
        return domain.homeOf(address).flatMap(a -> a.gateways().stream()
                .filter(g -> prefix(a, address).contains(g)).findFirst());
    }

    private static IpPrefix prefix(Anchor home, IpAddress address) {
        return home.prefixes().stream().filter(p -> p.contains(address)).findFirst().get();
    }

    private Ethernet lease(DHCP.MsgType type, IpAddress address) {
        IpAddress server = gateway(domain, address).get();
        int time = (int) leaseTime(domain.dhcp().get(), message);
        header(type, server);
        options.add(number(Options.LEASE_TIME, time), number(Options.RENEWAL_TIME, time / 2),
                number(Options.REBINDING_TIME, (int) (time * 7L / 8)));
        network(address, server);
        IpAddress own = message.own().orElse(IpAddress.valueOf(0));
        return frame(server, address, own,
                message.own().isPresent() ? own : message.broadcast() ? EVERYBODY : address);
    }

    private void header(DHCP.MsgType type, IpAddress server) {
        options.add(Options.option(Options.MESSAGE_TYPE, new byte[] {(byte) type.getValue()}),
                Options.option(Options.SERVER, server.toOctets()));
        Options.of(message.packet(), Options.CLIENT_ID).ifPresent(id ->
                options.add(Options.option(Options.CLIENT_ID, id)));
    }

    /** What a host has to know of the network around an address. */
    private void network(IpAddress address, IpAddress gateway) {
        DhcpPolicy policy = domain.dhcp().get();
        IpPrefix prefix = prefix(domain.homeOf(address).get(), address);
        wanted(Options.SUBNET_MASK, mask(prefix));
        wanted(Options.CLASSLESS_ROUTES, ByteBuffer.allocate(5).put((byte) 0).put(gateway.toOctets()).array());
        wanted(Options.ROUTER, gateway.toOctets());
        wanted(Options.DNS, servers(policy));
        Optional.ofNullable(policy.reservations().get(message.node().mac())).flatMap(r -> r.name())
                .ifPresent(name -> wanted(Options.HOST_NAME, text(name)));
        policy.domainName().ifPresent(name -> wanted(Options.DOMAIN_NAME, text(name)));
        policy.mtu().ifPresent(mtu -> wanted(Options.MTU, ByteBuffer.allocate(2).putShort(mtu.shortValue()).array()));
        wanted(Options.BROADCAST, broadcast(prefix));
    }

    private void wanted(int code, byte[] value) {
        if (value.length > 0 && message.wanted().map(w -> w.contains(code)).orElse(true)) {
            options.add(Options.option(code, value));
        }
    }

    private Ethernet frame(IpAddress server, IpAddress yours, IpAddress own, IpAddress to) {
        DHCP request = message.packet();
        DHCP packet = new DHCP().setOpCode(DHCP.OPCODE_REPLY).setHardwareType(DHCP.HWTYPE_ETHERNET)
                .setHardwareAddressLength((byte) MacAddress.MAC_ADDRESS_LENGTH)
                .setTransactionId(request.getTransactionId()).setFlags(request.getFlags())
                .setClientIPAddress(own.getIp4Address().toInt()).setYourIPAddress(yours.getIp4Address().toInt())
                .setClientHardwareAddress(request.getClientHardwareAddress())
                .setOptions(options.add(Options.end()).build());
        MacAddress mac = to.equals(EVERYBODY) ? MacAddress.BROADCAST : message.node().mac();
        return Frames.of(domain.gatewayMac(), server, mac, to, UDP.DHCP_CLIENT_PORT, packet);
    }

    /** What the server calls itself where it gives no address: as the client knows it, if it does. */
    private IpAddress ownName() {
        return Stream.of(message.server().stream(),
                message.subject().flatMap(address -> gateway(domain, address)).stream(), edge.gateways().stream(),
                domain.anchors().values().stream().flatMap(a -> a.gateways().stream()))
                .flatMap(names -> names).filter(IpAddress::isIp4).findFirst().get();
    }

    private static DhcpOption number(int code, int value) {
        return Options.option(code, ByteBuffer.allocate(4).putInt(value).array());
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] servers(DhcpPolicy policy) {
        ByteBuffer servers = ByteBuffer.allocate(4 * policy.dns().size());
        policy.dns().forEach(server -> servers.put(server.toOctets()));
        return servers.array();
    }

    private static byte[] mask(IpPrefix prefix) {
        return IpAddress.makeMaskPrefix(IpAddress.Version.INET, prefix.prefixLength()).toOctets();
    }

    private static byte[] broadcast(IpPrefix prefix) {
        long hosts = (1L << BITS - prefix.prefixLength()) - 1;
        return ByteBuffer.allocate(4).putInt(prefix.address().getIp4Address().toInt() | (int) hosts).array();
    }
}
