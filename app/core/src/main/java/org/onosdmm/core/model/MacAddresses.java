/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import org.onlab.packet.MacAddress;

/** What MAC addresses are. */
public final class MacAddresses {

    private MacAddresses() {
    }

    /** Whether one interface can have this address: neither a group's nor nobody's. */
    public static boolean isUnicast(MacAddress mac) {
        return !mac.isMulticast() && !mac.isBroadcast() && !mac.equals(MacAddress.ZERO);
    }
}
