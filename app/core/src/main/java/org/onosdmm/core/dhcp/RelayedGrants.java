/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onlab.packet.DHCP.MsgType;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * What is noted of the addresses that a server outside gives. Without it a node would hold such an address as one that
 * is configured, and nobody else could use it when the server gives it to another.
 */
public final class RelayedGrants {

    private static final long SECOND = 1_000;

    private RelayedGrants() {
    }

    /** Whether an IPv4 address is for the server outside to give. */
    static boolean isTheirs(Situation situation, IpAddress address) {
        return situation.policy().relay().isPresent() && !situation.policy().reservedFor(address).isPresent()
                && situation.domain().homeOf(address).filter(a -> situation.policy().rangesOf(a).isEmpty()).isPresent();
    }

    /** What a node has that was given an address at this time, for so many seconds. */
    static AddressGrant of(IpAddress address, MobileNodeId node, ConnectPoint port, long now, long seconds) {
        return AddressGrant.builder().address(address).node(node).port(port).state(State.GRANTED).since(now)
                .until(now + seconds * SECOND).build();
    }

    /** How the grants change when the server has given an address. */
    public static GrantChange given(GrantTable grants, AddressGrant given) {
        Optional<AddressGrant> before = grants.at(given.address());
        Optional<AddressGrant> own = before.filter(g -> g.node().equals(given.node()));
        return GrantChange.of(before, given.toBuilder()
                .name(given.name().isPresent() ? given.name() : own.flatMap(AddressGrant::name))
                .since(own.filter(g -> g.state() == State.GRANTED).map(AddressGrant::since).orElse(given.since()))
                .build());
    }

    /** How the grants change when a client tells the server that it does not want an address; absent if it has none. */
    public static Optional<GrantChange> ended(GrantTable grants, MobileNodeId node, IpAddress address, State state,
                                              long now) {
        return grants.at(address).filter(g -> g.node().equals(node) && g.state() == State.GRANTED)
                .map(g -> GrantChange.of(Optional.of(g), g.toBuilder().state(state).since(now).until(now).build()));
    }

    /** What becomes of its address by what a client tells the server; absent if it stays as it is. */
    public static Optional<State> parting(DhcpMessage message) {
        return message.type() == MsgType.DHCPRELEASE ? Optional.of(State.RETURNED)
                : message.type() == MsgType.DHCPDECLINE ? Optional.of(State.DECLINED) : Optional.empty();
    }
}
