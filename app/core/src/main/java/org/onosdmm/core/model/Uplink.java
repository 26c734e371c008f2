/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosproject.net.PortNumber;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An anchor's way out of the domain.
 */
@AutoValue
public abstract class Uplink {

    /** The port of the edge switch. */
    public abstract PortNumber port();

    /** The anchor's own address on the link. */
    public abstract IpAddress address();

    /** The link's prefix. */
    public abstract IpPrefix link();

    /** The router on the link. */
    public abstract IpAddress nextHop();

    /** Addresses that this anchor lends to nodes; the outside routes them here. */
    public abstract ImmutableList<IpPrefix> pool();

    /** What the uplink reaches. */
    public abstract ImmutableList<Reach> reach();

    /** The anchor that takes over pool and the prefixes while this uplink is dead. */
    public abstract Optional<AnchorId> backup();

    /** Whether the address is one of the pool. */
    public boolean lends(IpAddress address) {
        return pool().stream().anyMatch(p -> p.contains(address));
    }

    /** Cost to an outside address by the longest matching prefix; absent where the uplink does not reach it. */
    public OptionalInt costTo(IpAddress address) {
        return reach().stream()
                .filter(r -> r.prefix().contains(address))
                .max(Comparator.comparingInt(r -> r.prefix().prefixLength()))
                .map(r -> OptionalInt.of(r.cost()))
                .orElse(OptionalInt.empty());
    }

    /** Starts an uplink. */
    public static Builder builder() {
        return new AutoValue_Uplink.Builder();
    }

    /** Builder of uplinks. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the port. */
        public abstract Builder port(PortNumber port);

        /** Sets the anchor's own address on the link. */
        public abstract Builder address(IpAddress address);

        /** Sets the link's prefix. */
        public abstract Builder link(IpPrefix prefix);

        /** Sets the router's address. */
        public abstract Builder nextHop(IpAddress address);

        /** Sets the pool. */
        public abstract Builder pool(Iterable<IpPrefix> prefixes);

        /** Sets what the uplink reaches. */
        public abstract Builder reach(Iterable<Reach> reach);

        /** Sets the anchor that takes over. */
        public abstract Builder backup(Optional<AnchorId> anchor);

        /** Builds the uplink. */
        public abstract Uplink build();
    }
}
