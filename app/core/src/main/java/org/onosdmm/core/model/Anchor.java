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
import java.util.stream.Stream;

/**
 * An edge switch as configured: what it owns, and its uplink if it has one.
 */
@AutoValue
public abstract class Anchor {

    /** Length of a prefix that leaves room for an interface identifier (RFC 4291, section 2.5.1). */
    private static final int INTERFACE_IDENTIFIER = 64;

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

    /** The same way out for IPv6, where the one above is for IPv4. */
    public abstract Optional<Uplink> uplink6();

    /** The ways out, by family. */
    public ImmutableList<Uplink> uplinks() {
        return Stream.of(uplink(), uplink6()).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    /** The way out for packets of this family. */
    public Optional<Uplink> uplink(IpAddress.Version version) {
        return uplinks().stream().filter(u -> u.address().version() == version).findFirst();
    }

    /** Whether the address is one of the anchor's pools. */
    public boolean lends(IpAddress address) {
        return uplinks().stream().anyMatch(u -> u.lends(address));
    }

    /** Whether the anchor has addresses of this family to lend. */
    public boolean lends(IpAddress.Version version) {
        return uplink(version).filter(u -> !u.pool().isEmpty()).isPresent();
    }

    /** The prefixes that routers announce: nodes make themselves addresses of them (RFC 4862, section 5.5.3). */
    public ImmutableList<IpPrefix> announced() {
        return prefixes().stream().filter(p -> p.isIp6() && p.prefixLength() == INTERFACE_IDENTIFIER)
                .collect(ImmutableList.toImmutableList());
    }

    /** How its flows with the outside are served now. */
    public abstract Standing standing();

    /** Number of pinned flows that it takes at most; absent where that is not limited. */
    public abstract Optional<Integer> capacity();

    /** Whether it takes no new flow, so that it is empty when those that it has are over. */
    public abstract boolean draining();

    /** Whether flows that are not pinned, of nodes at this edge, leave at another one now. */
    public boolean leftElsewhere() {
        return uplink().isPresent() && !takesUnpinned() && standing().elsewhere().isPresent();
    }

    /** Whether flows that are not pinned leave here. */
    public boolean takesUnpinned() {
        return standing().served() && !draining();
    }

    /** Whether this is the home of the address. */
    public boolean owns(IpAddress address) {
        return prefixes().stream().anyMatch(p -> p.contains(address));
    }

    /** "Look the address up here." */
    public Locator lookup() {
        return Locator.anchor(number());
    }

    /** Where addresses of this anchor are looked up now. */
    public Locator lookupNow() {
        return standing().lookedUpThere() ? Locator.anchor(standing().standIn().get().exit().edge()) : lookup();
    }

    /** The ways by which its flows leave and enter now; none without an uplink. */
    public ImmutableList<Way> ways() {
        ImmutableList.Builder<Way> ways = ImmutableList.builder();
        if (uplink().isPresent()) {
            ways.add(Way.own(this));
        }
        standing().standIn().ifPresent(ways::add);
        return ways.build();
    }

    /** "Leave here with the leased address." */
    public Locator exit() {
        return Locator.exit(number());
    }

    /** "Leave here with the own address." */
    public Locator exitUntranslated() {
        return Locator.exitUntranslated(number());
    }

    /** The same anchor, taking new flows or not. */
    public Anchor withDraining(boolean draining) {
        return toBuilder().draining(draining).build();
    }

    /** The same anchor, served like this. */
    public Anchor with(Standing standing) {
        return toBuilder().standing(standing).build();
    }

    abstract Builder toBuilder();

    /** Starts an anchor. */
    public static Builder builder() {
        return new AutoValue_Anchor.Builder().uplink6(Optional.empty()).standing(Standing.GOOD)
                .capacity(Optional.empty()).draining(false);
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

        /** Sets the way out for IPv6. */
        public abstract Builder uplink6(Optional<Uplink> uplink);

        /** Sets how its flows are served. */
        public abstract Builder standing(Standing standing);

        /** Sets how many flows it takes. */
        public abstract Builder capacity(Optional<Integer> capacity);

        /** Sets whether it takes no new flow. */
        public abstract Builder draining(boolean draining);

        /** Builds the anchor. */
        public abstract Anchor build();
    }
}
