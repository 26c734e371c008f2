/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import org.onlab.packet.DHCP6;
import org.onlab.packet.DHCP6.MsgType;
import org.onlab.packet.DHCP6.OptionCode;
import org.onlab.packet.DeserializationException;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks a DHCPv6 server outside on behalf of nodes (RFC 8415, section 19). The interface id says which port and which
 * node the question came from and brings the answer back there: nothing is remembered in between.
 */
public final class Dhcp6Relay {

    private static final String AT = " ";

    private Dhcp6Relay() {
    }

    /** An answer of the server, ready for the client. */
    @AutoValue
    public abstract static class Relayed {

        /** Where the client asked. */
        public abstract ConnectPoint port();

        /** The client. */
        public abstract MobileNodeId node();

        /** What it is told. */
        public abstract Ethernet frame();

        /** The addresses that it is given thereby, and for how long, s. */
        abstract ImmutableMap<Ip6Address, Long> addresses();

        /** What it was given, at this time. */
        public ImmutableList<AddressGrant> grants(long now) {
            return addresses().entrySet().stream()
                    .map(one -> RelayedGrants.of(one.getKey(), node(), port(), now, one.getValue()))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    /** What becomes of its addresses by what a client tells the server; absent if they stay as they are. */
    public static Optional<State> parting(Dhcp6Message message) {
        return message.type() == MsgType.RELEASE ? Optional.of(State.RETURNED)
                : message.type() == MsgType.DECLINE ? Optional.of(State.DECLINED) : Optional.empty();
    }

    /**
     * The anchor by whose prefix the server shall choose: where the client is, if it asks for any address, else the
     * home of the one that it has. A server asked by another link would not know that address, or would forbid it.
     */
    public static Anchor link(Domain domain, Dhcp6Message message, Anchor edge) {
        return message.type() == MsgType.SOLICIT ? edge : message.addresses().stream()
                .flatMap(address -> domain.homeOf(address).stream()).findFirst().orElse(edge);
    }

    /** The anchor's address in its prefix: by it the server chooses, and to it it answers. */
    public static Optional<IpAddress> address(Anchor anchor) {
        return anchor.gateways().stream().filter(IpAddress::isIp6).findFirst();
    }

    /**
     * The message for the server.
     *
     * @param at the anchor by whose prefix the server shall choose
     * @param way the anchor by whose uplink it leaves
     * @param router the router there
     */
    public static Ethernet toServer(Domain domain, Dhcp6Message message, ConnectPoint port, Anchor at, Anchor way,
                                    MacAddress router) {
        IpAddress own = address(way).get();
        DHCP6 packet = new DHCP6();
        packet.setMsgType(MsgType.RELAY_FORW.value());
        packet.setHopCount((byte) 0);
        packet.setLinkAddress(address(at).orElse(own).toOctets());
        packet.setPeerAddress(message.peer().toOctets());
        packet.setOptions(List.of(
                Dhcp6Answers.option(OptionCode.INTERFACE_ID.value(),
                        (port + AT + message.node().mac()).getBytes(StandardCharsets.US_ASCII)),
                Dhcp6Answers.option(OptionCode.RELAY_MSG.value(), message.packet().serialize())));
        return Frames.of(way.exit().mac(), own, router, domain.dhcp6().get().relay().get(), UDP.DHCP_V6_SERVER_PORT,
                packet);
    }

    /** The answer in a frame that came in by an uplink; absent if it is none, or says not whom it is for. */
    public static Optional<Relayed> toClient(Domain domain, Ethernet frame) {
        Optional<DHCP6> packet = Dhcp6Message.toServer(frame).filter(p ->
                p.getMsgType() == MsgType.RELAY_REPL.value());
        if (!packet.isPresent() || !domain.dhcp6().get().relay().get().equals(
                Ip6Address.valueOf(((IPv6) frame.getPayload()).getSourceAddress()))) {
            return Optional.empty();
        }
        Optional<String> place = Dhcp6Message.option(packet.get(), OptionCode.INTERFACE_ID)
                .map(id -> new String(id, StandardCharsets.US_ASCII)).filter(id -> id.split(AT).length == 2);
        Optional<DHCP6> inner = Dhcp6Message.option(packet.get(), OptionCode.RELAY_MSG).flatMap(Dhcp6Relay::inner);
        Ip6Address peer = Ip6Address.valueOf(packet.get().getPeerAddress());
        return peer.isLinkLocal() ? place.flatMap(p -> inner.flatMap(i -> relayed(domain, p.split(AT), peer, i)))
                : Optional.empty();
    }

    private static Optional<Relayed> relayed(Domain domain, String[] place, Ip6Address peer, DHCP6 inner) {
        try {
            MacAddress mac = MacAddress.valueOf(place[1]);
            return Optional.of(new AutoValue_Dhcp6Relay_Relayed(ConnectPoint.deviceConnectPoint(place[0]),
                    MobileNodeId.of(mac), Dhcp6Answers.toClient(domain, mac, peer, inner), given(inner)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ImmutableMap<Ip6Address, Long> given(DHCP6 answer) {
        return answer.getMsgType() != MsgType.REPLY.value() ? ImmutableMap.of() : ImmutableMap.copyOf(
                Maps.filterValues(Dhcp6Message.addresses(answer), valid -> valid > 0));
    }

    private static Optional<DHCP6> inner(byte[] message) {
        try {
            return Optional.of(DHCP6.deserializer().deserialize(message, 0, message.length));
        } catch (DeserializationException e) {
            return Optional.empty();
        }
    }
}
