/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpPrefix;

import java.util.Optional;

/**
 * An operator's rule that names the application class of flows. All parts that are present have to hold.
 */
@AutoValue
public abstract class ClassRule {

    /** Name of the class. */
    public abstract String applicationClass();

    /** IP protocol number; present if {@link #ports} is. */
    public abstract Optional<Integer> protocol();

    /** Ports of the correspondent. */
    public abstract Optional<PortRange> ports();

    /** DSCP (RFC 2474), 0 to 63. */
    public abstract Optional<Integer> dscp();

    /** Addresses of the correspondent. */
    public abstract Optional<IpPrefix> prefix();

    /** Whether a packet from a node towards a correspondent falls under the rule. */
    public boolean matches(FlowSample sample) {
        return protocol().map(p -> p == sample.key().protocol()).orElse(true)
                && ports().map(r -> r.contains(sample.key().remotePort())).orElse(true)
                && dscp().map(d -> d == sample.dscp()).orElse(true)
                && prefix().map(p -> p.contains(sample.key().remote())).orElse(true);
    }

    /** Starts a rule for a class, without conditions. */
    public static Builder builder(String applicationClass) {
        return new AutoValue_ClassRule.Builder().applicationClass(applicationClass);
    }

    /** Builder of rules. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the name of the class. */
        public abstract Builder applicationClass(String name);

        /** Sets the IP protocol number. */
        public abstract Builder protocol(Optional<Integer> protocol);

        /** Sets the correspondent's ports. */
        public abstract Builder ports(Optional<PortRange> ports);

        /** Sets the DSCP. */
        public abstract Builder dscp(Optional<Integer> dscp);

        /** Sets the correspondent's addresses. */
        public abstract Builder prefix(Optional<IpPrefix> prefix);

        /** Builds the rule. */
        public abstract ClassRule build();
    }
}
