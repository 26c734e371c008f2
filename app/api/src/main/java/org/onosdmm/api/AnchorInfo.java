/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * An anchor as it is now.
 */
@AutoValue
public abstract class AnchorInfo {

    /** State of an anchor's uplink. */
    public enum Uplink {
        /** There is none. */
        NONE,
        /** The next hop answers. */
        UP,
        /** The port is down, or the next hop has not answered yet. */
        DOWN
    }

    /** The configured name. */
    public abstract AnchorId id();

    /** Number of the edge in locators. */
    public abstract int number();

    /** The switch. */
    public abstract DeviceId device();

    /** Whether the switch is connected. */
    public abstract boolean available();

    /** Prefixes of the nodes whose home this is. */
    public abstract ImmutableList<IpPrefix> prefixes();

    /** State of the uplink. */
    public abstract Uplink uplink();

    /** The uplink's port, if there is one. */
    public abstract Optional<PortNumber> uplinkPort();

    /** MAC address of the uplink's next hop, once it is known. */
    public abstract Optional<MacAddress> nextHop();

    /** Addresses in the pool. */
    public abstract int poolSize();

    /** Addresses of the pool that are leased. */
    public abstract int leased();

    /** Nodes that are attached here. */
    public abstract int nodes();

    /** Pinned flows that enter and leave the domain here. */
    public abstract int flows();

    /** Rules of this app on the switch. */
    public abstract RuleStatus rules();

    /** Starts a description. */
    public static Builder builder() {
        return new AutoValue_AnchorInfo.Builder();
    }

    /** Builder of descriptions. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the name. */
        public abstract Builder id(AnchorId id);

        /** Sets the number in locators. */
        public abstract Builder number(int number);

        /** Sets the switch. */
        public abstract Builder device(DeviceId device);

        /** Sets whether the switch is connected. */
        public abstract Builder available(boolean available);

        /** Sets the prefixes. */
        public abstract Builder prefixes(Iterable<IpPrefix> prefixes);

        /** Sets the state of the uplink. */
        public abstract Builder uplink(Uplink state);

        /** Sets the uplink's port. */
        public abstract Builder uplinkPort(Optional<PortNumber> port);

        /** Sets the next hop's MAC address. */
        public abstract Builder nextHop(Optional<MacAddress> mac);

        /** Sets the number of addresses in the pool. */
        public abstract Builder poolSize(int size);

        /** Sets the number of leased addresses. */
        public abstract Builder leased(int count);

        /** Sets the number of attached nodes. */
        public abstract Builder nodes(int count);

        /** Sets the number of pinned flows. */
        public abstract Builder flows(int count);

        /** Sets the status of the rules. */
        public abstract Builder rules(RuleStatus status);

        /** Builds the description. */
        public abstract AnchorInfo build();
    }
}
