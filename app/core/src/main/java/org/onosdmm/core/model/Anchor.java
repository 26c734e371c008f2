/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Locator;
import org.onosproject.net.DeviceId;

import java.util.Optional;

/**
 * An edge switch as configured: what it owns, and its uplink if it has one.
 */
@AutoValue
public abstract class Anchor {

    /** The name. */
    public abstract AnchorId id();

    /** The switch. */
    public abstract DeviceId device();

    /** Number of the edge in locators, 1 to 2^24 - 1. */
    public abstract int number();

    /** Prefixes of the nodes whose home this is. */
    public abstract ImmutableList<IpPrefix> prefixes();

    /** Addresses that nodes of these prefixes use as gateway; every edge answers for them. */
    public abstract ImmutableSet<IpAddress> gateways();

    /** The way out, if there is one. */
    public abstract Optional<Uplink> uplink();

    /** Whether this is the home of the address. */
    public boolean owns(IpAddress address) {
        return prefixes().stream().anyMatch(p -> p.contains(address));
    }

    /** "Look the address up here." */
    public Locator lookup() {
        return Locator.anchor(number());
    }

    /** "Leave here with the leased address." */
    public Locator exit() {
        return Locator.exit(number());
    }

    /** "Leave here with the own address." */
    public Locator exitUntranslated() {
        return Locator.exitUntranslated(number());
    }

    /** Starts an anchor. */
    public static Builder builder() {
        return new AutoValue_Anchor.Builder();
    }

    /** Builder of anchors. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the name. */
        public abstract Builder id(AnchorId id);

        /** Sets the switch. */
        public abstract Builder device(DeviceId device);

        /** Sets the number in locators. */
        public abstract Builder number(int number);

        /** Sets the prefixes. */
        public abstract Builder prefixes(Iterable<IpPrefix> prefixes);

        /** Sets the gateways. */
        public abstract Builder gateways(Iterable<IpAddress> gateways);

        /** Sets the way out. */
        public abstract Builder uplink(Optional<Uplink> uplink);

        /** Builds the anchor. */
        public abstract Anchor build();
    }
}
