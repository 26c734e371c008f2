/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.onosdmm.core.dhcp.GrantStore;
import org.onosdmm.core.engine.LeasePool;
import org.onosdmm.core.engine.LocatorPool;
import org.onosdmm.core.engine.NodeStore;

/**
 * What outlives a controller instance, as one service.
 */
public interface Stores {

    /** Where states of nodes are kept. */
    NodeStore nodes();

    /** Addresses to lend. */
    LeasePool leases();

    /** Addresses that nodes were given by DHCP. */
    GrantStore grants();

    /** Locators to give. */
    LocatorPool locators();

    /** Links and routers. */
    Survey survey();
}
