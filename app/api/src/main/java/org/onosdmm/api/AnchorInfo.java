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
        /** The switch or the port is down, or the next hop does not answer. */
        DOWN
    }

    /** Why an uplink is down. */
    public enum Fault {
        /** The switch is not connected. */
        SWITCH_DOWN,
        /** The port is down. */
        PORT_DOWN,
        /** The next hop does not answer, or has not answered yet. */
        ROUTER_SILENT,
        /** The next hop answers again; it has to go on for a while before the uplink is used. */
        RETURNING
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

    /** Why the uplink is down, if it is. */
    public abstract Optional<Fault> fault();

    /** The anchor that is configured to stand in while the uplink is dead. */
    public abstract Optional<AnchorId> backup();

    /** The anchor that stands in now. */
    public abstract Optional<AnchorId> standIn();

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

    /** How many it takes at most; absent where that is not limited. */
    public abstract Optional<Integer> capacity();

    /** Whether it takes no new flow. */
    public abstract boolean draining();

    /** Rules of this app on the switch. */
    public abstract RuleStatus rules();

    /** Starts a description. */
    public static Builder builder() {
        return new AutoValue_AnchorInfo.Builder().capacity(Optional.empty()).draining(false);
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

        /** Sets why the uplink is down. */
        public abstract Builder fault(Optional<Fault> fault);

        /** Sets the anchor that is to stand in. */
        public abstract Builder backup(Optional<AnchorId> anchor);

        /** Sets the anchor that stands in now. */
        public abstract Builder standIn(Optional<AnchorId> anchor);

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

        /** Sets how many flows it takes. */
        public abstract Builder capacity(Optional<Integer> capacity);

        /** Sets whether it takes no new flow. */
        public abstract Builder draining(boolean draining);

        /** Sets the status of the rules. */
        public abstract Builder rules(RuleStatus status);

        /** Builds the description. */
        public abstract AnchorInfo build();
    }
}
