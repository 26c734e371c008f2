/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * An address that a node was given by DHCP (RFC 2131): its own address, inside. Not to be taken for a {@link Lease},
 * the outside address that an anchor lends.
 */
@AutoValue
public abstract class AddressGrant {

    /** How things stand with the address. */
    public enum State {
        /** The node was told that it could have it. */
        OFFERED,
        /** The node has it. */
        GRANTED,
        /** The node has given it back; it rests. */
        RETURNED,
        /** The node has let its time pass. */
        EXPIRED,
        /** The node has found somebody else to have it (RFC 2131, section 4.3.3); nobody gets it for a while. */
        DECLINED
    }

    /** The address. */
    public abstract IpAddress address();

    /** The node. */
    public abstract MobileNodeId node();

    /** The name that the node gave itself (RFC 2132, option 12). */
    public abstract Optional<String> name();

    /** The port where the node last asked for it. */
    public abstract ConnectPoint port();

    /** How things stand. */
    public abstract State state();

    /** Time since when, ms since the epoch. */
    public abstract long since();

    /** Until when, ms since the epoch. */
    public abstract long until();

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** Whether nobody but the node can have the address. */
    public boolean holds(long now) {
        return state() != State.EXPIRED && until() > now;
    }

    /** Starts a grant. */
    public static Builder builder() {
        return new AutoValue_AddressGrant.Builder().name(Optional.empty());
    }

    /** Builder of grants. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the address. */
        public abstract Builder address(IpAddress address);

        /** Sets the node. */
        public abstract Builder node(MobileNodeId node);

        /** Sets the name that the node gave itself. */
        public abstract Builder name(Optional<String> name);

        /** Sets the port where the node last asked for it. */
        public abstract Builder port(ConnectPoint port);

        /** Sets how things stand. */
        public abstract Builder state(State state);

        /** Sets the time since when, ms since the epoch. */
        public abstract Builder since(long time);

        /** Sets the time until when, ms since the epoch. */
        public abstract Builder until(long time);

        /** Builds the grant. */
        public abstract AddressGrant build();
    }
}
