/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.util.Optional;

/**
 * How nodes get their addresses by DHCP (RFC 2131).
 */
@AutoValue
public abstract class DhcpPolicy {

    /** What becomes of a node's address when the node moves. */
    public enum OnMove {
        /** It keeps it wherever it goes. */
        KEEP,
        /** At an edge that does not own it, it is told to ask for a new one. */
        RENEW
    }

    /** The addresses to give. */
    public abstract ImmutableList<AddressRange> ranges();

    /** Addresses that are kept for one node each. */
    public abstract ImmutableMap<MacAddress, Reservation> reservations();

    /** How long a node has its address, s. */
    public abstract int leaseTime();

    /** Name servers. */
    public abstract ImmutableList<IpAddress> dns();

    /** Domain name. */
    public abstract Optional<String> domainName();

    /** MTU of the nodes' interfaces. */
    public abstract Optional<Integer> mtu();

    /** What becomes of an address when its node moves. */
    public abstract OnMove onMove();

    /** How many addresses the nodes at one port may have. */
    public abstract int perPort();

    /** The server that is asked on behalf of nodes at edges without a range of their own. */
    public abstract Optional<IpAddress> relay();

    /** The node that an address is kept for. */
    public Optional<MacAddress> reservedFor(IpAddress address) {
        return reservations().values().stream().filter(r -> r.address().equals(address)).map(Reservation::mac)
                .findFirst();
    }

    /** The ranges whose addresses are at home at an anchor. */
    public ImmutableList<AddressRange> rangesOf(Anchor anchor) {
        return ranges().stream().filter(r -> anchor.owns(r.first())).collect(ImmutableList.toImmutableList());
    }

    /** Starts a policy. */
    public static Builder builder() {
        return new AutoValue_DhcpPolicy.Builder();
    }

    /** Builder of policies. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the addresses to give. */
        public abstract Builder ranges(Iterable<AddressRange> ranges);

        /** Sets the addresses that are kept for one node each. */
        public abstract Builder reservations(ImmutableMap<MacAddress, Reservation> reservations);

        /** Sets how long a node has its address, s. */
        public abstract Builder leaseTime(int seconds);

        /** Sets the name servers. */
        public abstract Builder dns(Iterable<IpAddress> servers);

        /** Sets the domain name. */
        public abstract Builder domainName(Optional<String> name);

        /** Sets the MTU. */
        public abstract Builder mtu(Optional<Integer> mtu);

        /** Sets what becomes of an address when its node moves. */
        public abstract Builder onMove(OnMove onMove);

        /** Sets how many addresses the nodes at one port may have. */
        public abstract Builder perPort(int count);

        /** Sets the server that is asked instead. */
        public abstract Builder relay(Optional<IpAddress> server);

        /** Builds the policy. */
        public abstract DhcpPolicy build();
    }
}
