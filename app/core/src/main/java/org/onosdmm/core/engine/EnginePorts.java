/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.strategy.Extensions;

import java.util.function.ToLongFunction;

/**
 * What the engine needs of the world.
 */
@AutoValue
public abstract class EnginePorts {

    /** The switches. */
    public abstract RulePort rules();

    /** The groups of the switches. */
    public abstract GroupPort groups();

    /** Packets out. */
    public abstract PacketPort packets();

    /** Where states are kept. */
    public abstract NodeStore store();

    /** Addresses to lend. */
    public abstract LeasePool leases();

    /** Locators to give. */
    public abstract LocatorPool locators();

    /** Time and threads. */
    public abstract EngineClock clock();

    /** Strategies and steps of classification. */
    public abstract Extensions extensions();

    /** What the uplink of an anchor carries, bit/s. */
    public abstract ToLongFunction<AnchorId> uplinkRates();

    /** Starts a set of ports. */
    public static Builder builder() {
        return new AutoValue_EnginePorts.Builder().extensions(Extensions.BUILT_IN)
                .uplinkRates(anchor -> 0);
    }

    /** Builder of ports. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the switches. */
        public abstract Builder rules(RulePort rules);

        /** Sets the groups of the switches. */
        public abstract Builder groups(GroupPort groups);

        /** Sets packets out. */
        public abstract Builder packets(PacketPort packets);

        /** Sets where states are kept. */
        public abstract Builder store(NodeStore store);

        /** Sets the addresses to lend. */
        public abstract Builder leases(LeasePool leases);

        /** Sets the locators to give. */
        public abstract Builder locators(LocatorPool locators);

        /** Sets time and threads. */
        public abstract Builder clock(EngineClock clock);

        /** Sets strategies and steps of classification. */
        public abstract Builder extensions(Extensions extensions);

        /** Sets what uplinks carry, bit/s. */
        public abstract Builder uplinkRates(ToLongFunction<AnchorId> rates);

        /** Builds the ports. */
        public abstract EnginePorts build();
    }
}
