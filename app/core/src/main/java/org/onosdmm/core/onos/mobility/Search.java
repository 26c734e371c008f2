/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onlab.packet.IpAddress;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * Finds nodes that have not been heard yet.
 */
public interface Search {

    /** Asks for the holder of an address, unless there is one already or it was asked for just now. */
    default void lookFor(IpAddress address) {
        lookFor(address, Optional.empty());
    }

    /** The same, but not at the port of a node that would like to have the address itself. */
    void lookFor(IpAddress address, Optional<ConnectPoint> asker);
}
