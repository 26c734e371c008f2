/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * The grants as they are known. May be a moment old: a change says what it is based on.
 */
public interface GrantTable {

    /** The last grant of an address. */
    Optional<AddressGrant> at(IpAddress address);

    /** Whether the node was given the address, and its time is not over. */
    default boolean isGranted(MobileNodeId node, IpAddress address, long now) {
        return at(address).filter(grant -> grant.node().equals(node) && grant.state() == AddressGrant.State.GRANTED
                && grant.holds(now)).isPresent();
    }

    /** The last grants of addresses to a node. */
    ImmutableList<AddressGrant> of(MobileNodeId node);

    /** Number of addresses that were last asked for at a port and that nobody else can have. */
    int held(ConnectPoint port, long now);
}
