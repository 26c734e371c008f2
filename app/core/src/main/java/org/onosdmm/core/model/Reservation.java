/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.util.Optional;

/**
 * An address that is kept for one node.
 */
@AutoValue
public abstract class Reservation {

    /** The node's MAC address. */
    public abstract MacAddress mac();

    /** The address. */
    public abstract IpAddress address();

    /** The name that the node is told to have. */
    public abstract Optional<String> name();

    /** A reservation by its parts. */
    public static Reservation of(MacAddress mac, IpAddress address, Optional<String> name) {
        return new AutoValue_Reservation(mac, address, name);
    }
}
