/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;

import java.util.Optional;

/**
 * What nodes are told by DHCPv6, beside the addresses that they make themselves, and who else is asked.
 */
@AutoValue
public abstract class Dhcp6Policy {

    /** Name servers. */
    public abstract ImmutableList<IpAddress> dns();

    /** Domain name. */
    public abstract Optional<String> domainName();

    /** Whether nodes that ask for no more than information are told by the edge. */
    public boolean informs() {
        return !dns().isEmpty() || domainName().isPresent();
    }

    /** The server outside that is asked for the rest. */
    public abstract Optional<IpAddress> relay();

    /** A policy by its parts. */
    public static Dhcp6Policy of(Iterable<IpAddress> dns, Optional<String> domainName, Optional<IpAddress> relay) {
        return new AutoValue_Dhcp6Policy(ImmutableList.copyOf(dns), domainName, relay);
    }
}
