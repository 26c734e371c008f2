/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onlab.packet.DHCP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.DhcpOption;
import org.onlab.packet.dhcp.DhcpRelayAgentOption;
import org.onlab.packet.dhcp.DhcpRelayAgentOption.RelayAgentInfoOptions;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.DhcpPolicy;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a server outside on behalf of a client (RFC 1542, section 4.1). Option 82 (RFC 3046) says to the server where
 * the client is, and brings the answer back there: nothing is remembered in between.
 *
 * <p>The client is told the gateway in the place of the server (RFC 5107), so that it renews with the edge where it is
 * then. A server that does not know RFC 5107 gets its own name back.
 */
public final class RelayAgent {

    private static final ImmutableSet<State> GIVEN = Sets.immutableEnumSet(State.OFFERED, State.GRANTED);

    private final Domain domain;
    private final IpAddress server;

    /** An answer of the server, ready for the client. */
    @AutoValue
    public abstract static class Relayed {

        /** The client. */
        public abstract MobileNodeId node();

        /** Where it asked. */
        public abstract ConnectPoint port();

        /** What it is told. */
        public abstract Ethernet frame();

        /** The address that it is offered, if that is what it is told. */
        public abstract Optional<IpAddress> offered();

        /** The address that it has from now on, if that is what it is told. */
        public abstract Optional<IpAddress> granted();

        /** For how long it has the address, s. */
        abstract long leaseTime();

        /** The name that the server gives it. */
        abstract Optional<String> name();

        /** What the server calls itself, if that is not the gateway. */
        public abstract Optional<IpAddress> server();

        /** What it was given, at this time, if it was given anything. */
        public Optional<AddressGrant> grant(long now) {
            return granted().map(address ->
                    RelayedGrants.of(address, node(), port(), now, leaseTime()).toBuilder().name(name()).build());
        }
    }

    /** The agent of a domain that has a server to ask. */
    public RelayAgent(Domain domain) {
        this.domain = domain;
        this.server = domain.dhcp().get().relay().get();
    }

    /**
     * Whether the server outside is asked: it is for addresses of anchors without a range, where the node has none
     * that was given by this one, or has given it back.
     */
    public static boolean isFor(Situation situation, DhcpMessage message) {
        if (!situation.policy().relay().isPresent()) {
            return false;
        }
        boolean ours = present(situation, message).anyMatch(a -> !RelayedGrants.isTheirs(situation, a));
        return situation.policy().rangesOf(owner(situation, message)).isEmpty() && !ours
                && !situation.policy().reservations().containsKey(message.node().mac());
    }

    /**
     * The anchor whose addresses the message is about: the owner of the one that the client names, or that it was
     * given and keeps, else the one where it is.
     */
    public static Anchor owner(Situation situation, DhcpMessage message) {
        boolean keeps = situation.policy().onMove() == DhcpPolicy.OnMove.KEEP;
        return Stream.concat(message.subject().stream(), keeps ? present(situation, message)
                        .filter(a -> RelayedGrants.isTheirs(situation, a)) : Stream.empty())
                .flatMap(address -> situation.domain().homeOf(address).stream()).findFirst().orElse(situation.edge());
    }

    private static Stream<IpAddress> present(Situation situation, DhcpMessage message) {
        return situation.grants().of(message.node()).stream().filter(g -> g.address().isIp4()
                && g.holds(situation.now()) && GIVEN.contains(g.state())).map(AddressGrant::address);
    }

    /**
     * The message for the server, as it leaves by the uplink of an anchor that has one and a gateway. Where that is not
     * the one whose addresses the message is about, the server is told so (RFC 3527).
     *
     * @param about the anchor whose addresses the message is about
     * @param anchor the anchor by whose uplink it leaves, and the answer comes
     * @param router the router there
     * @param known what the server is known to call itself, if that is not the gateway
     */
    public Ethernet toServer(DhcpMessage message, ConnectPoint port, Anchor about, Anchor anchor, MacAddress router,
                             Optional<IpAddress> known) {
        IpAddress own = gateway(anchor);
        DHCP from = message.packet();
        List<DhcpOption> options = new ArrayList<>();
        for (DhcpOption option : from.getOptions()) {
            boolean ours = message.server().map(domain::isGateway).orElse(false);
            if (is(option, Options.SERVER) && ours) {
                options.add(Options.option(Options.SERVER, known.orElse(own).toOctets()));
            } else if (!is(option, Options.END)) {
                options.add(option);
            }
        }
        DhcpRelayAgentOption information = information(message, port, own);
        about.gateways().stream().filter(IpAddress::isIp4).findFirst()
                .filter(gateway -> !about.id().equals(anchor.id())).ifPresent(gateway -> information.addSubOption(
                        Options.option(RelayAgentInfoOptions.LINK_SELECTION.getValue(), gateway.toOctets())));
        options.add(information);
        options.add(Options.end());
        DHCP packet = copy(from).setHops((byte) 1).setGatewayIPAddress(own.getIp4Address().toInt())
                .setOptions(options);
        return Frames.of(anchor.exit().mac(), own, router, server, UDP.DHCP_SERVER_PORT, packet);
    }

    /** The answer in a frame that came in by an uplink; absent if it is none, or says not whom it is for. */
    public Optional<Relayed> toClient(Ethernet frame) {
        Optional<DHCP> packet = DhcpReader.toServer(frame);
        if (!packet.isPresent() || ((IPv4) frame.getPayload()).getSourceAddress() != server.getIp4Address().toInt()
                || packet.get().getOpCode() != DHCP.OPCODE_REPLY
                || packet.get().getClientHardwareAddress().length != MacAddress.MAC_ADDRESS_LENGTH) {
            return Optional.empty();
        }
        IpAddress own = IpAddress.valueOf(packet.get().getGatewayIPAddress());
        Optional<ConnectPoint> port = port(packet.get());
        return port.isPresent() && domain.isGateway(own) ? Optional.of(relayed(packet.get(), port.get(), own))
                : Optional.empty();
    }

    /** The address that an anchor relays by. */
    public static IpAddress gateway(Anchor anchor) {
        return anchor.gateways().stream().filter(IpAddress::isIp4).findFirst().get();
    }

    private Relayed relayed(DHCP from, ConnectPoint port, IpAddress own) {
        List<DhcpOption> options = new ArrayList<>();
        for (DhcpOption option : from.getOptions()) {
            if (is(option, Options.SERVER)) {
                options.add(Options.option(Options.SERVER, own.toOctets()));
            } else if (!is(option, Options.RELAY)) {
                options.add(option);
            }
        }
        DHCP packet = copy(from).setOptions(options);
        MobileNodeId node = MobileNodeId.of(MacAddress.valueOf(from.getClientHardwareAddress()));
        IpAddress yours = IpAddress.valueOf(from.getYourIPAddress());
        IpAddress theirs = IpAddress.valueOf(from.getClientIPAddress());
        boolean deaf = yours.isZero() || from.getFlags() < 0;
        IpAddress to = !theirs.isZero() ? theirs : deaf ? DhcpAnswers.EVERYBODY : yours;
        MacAddress mac = to.equals(DhcpAnswers.EVERYBODY) ? MacAddress.BROADCAST : node.mac();
        Ethernet frame = Frames.of(domain.gatewayMac(), own, mac, to, UDP.DHCP_CLIENT_PORT, packet);
        Optional<IpAddress> address = Optional.of(yours).filter(a -> !a.isZero());
        return new AutoValue_RelayAgent_Relayed(node, port, frame,
                address.filter(a -> from.getPacketType() == DHCP.MsgType.DHCPOFFER),
                address.filter(a -> from.getPacketType() == DHCP.MsgType.DHCPACK),
                Options.seconds(from, Options.LEASE_TIME).orElse(0L), Options.text(from, Options.HOST_NAME),
                Options.address(from, Options.SERVER).filter(name -> !domain.isGateway(name)));
    }

    private static DhcpRelayAgentOption information(DhcpMessage message, ConnectPoint port, IpAddress own) {
        DhcpRelayAgentOption information = new DhcpRelayAgentOption();
        information.setCode((byte) Options.RELAY);
        information.addSubOption(Options.option(RelayAgentInfoOptions.CIRCUIT_ID.getValue(),
                port.toString().getBytes(StandardCharsets.US_ASCII)));
        information.addSubOption(Options.option(RelayAgentInfoOptions.REMOTE_ID.getValue(),
                message.node().mac().toBytes()));
        information.addSubOption(Options.option(RelayAgentInfoOptions.SERVER_ID_OVERRIDE.getValue(),
                own.toOctets()));
        return information;
    }

    private static Optional<ConnectPoint> port(DHCP packet) {
        for (DhcpOption option : packet.getOptions()) {
            if (option instanceof DhcpRelayAgentOption) {
                DhcpOption circuit = ((DhcpRelayAgentOption) option)
                        .getSubOption(RelayAgentInfoOptions.CIRCUIT_ID.getValue());
                try {
                    return Optional.ofNullable(circuit).map(c -> ConnectPoint.deviceConnectPoint(
                            new String(c.getData(), StandardCharsets.US_ASCII)));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static DHCP copy(DHCP from) {
        return new DHCP().setOpCode(from.getOpCode()).setHardwareType(from.getHardwareType())
                .setHardwareAddressLength(from.getHardwareAddressLength()).setHops(from.getHops())
                .setTransactionId(from.getTransactionId()).setSeconds(from.getSeconds()).setFlags(from.getFlags())
                .setClientIPAddress(from.getClientIPAddress()).setYourIPAddress(from.getYourIPAddress())
                .setServerIPAddress(from.getServerIPAddress()).setGatewayIPAddress(from.getGatewayIPAddress())
                .setClientHardwareAddress(from.getClientHardwareAddress()).setServerName(from.getServerName())
                .setBootFileName(from.getBootFileName());
    }

    private static boolean is(DhcpOption option, int code) {
        return (option.getCode() & 0xff) == code;
    }
}
