/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.DhcpPolicy;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where and when a message came, and what is known then.
 */
@AutoValue
public abstract class Situation {

    /** The configuration, with DHCP. */
    public abstract Domain domain();

    /** The serving anchor. */
    public abstract Anchor edge();

    /** The port that the message came in at. */
    public abstract ConnectPoint port();

    /** The grants. */
    public abstract GrantTable grants();

    /** The node that has an address at present, by DHCP or not. */
    public abstract Function<IpAddress, Optional<MobileNodeId>> holder();

    /** Whether the node is believed to be at this port: it has not just moved here. */
    public abstract boolean settled();

    /** The time, ms since the epoch. */
    public abstract long now();

    /** How addresses are given. */
    public DhcpPolicy policy() {
        return domain().dhcp().get();
    }

    /** Starts a situation. */
    public static Builder builder() {
        return new AutoValue_Situation.Builder();
    }

    /** Builder of situations. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the configuration. */
        public abstract Builder domain(Domain domain);

        /** Sets the serving anchor. */
        public abstract Builder edge(Anchor edge);

        /** Sets the port. */
        public abstract Builder port(ConnectPoint port);

        /** Sets the grants. */
        public abstract Builder grants(GrantTable grants);

        /** Sets how to find who has an address. */
        public abstract Builder holder(Function<IpAddress, Optional<MobileNodeId>> holder);

        /** Sets whether the node is believed to be at this port. */
        public abstract Builder settled(boolean settled);

        /** Sets the time, ms since the epoch. */
        public abstract Builder now(long time);

        /** Builds the situation. */
        public abstract Situation build();
    }
}
