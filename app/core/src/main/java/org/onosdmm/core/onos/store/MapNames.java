/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.collect.ImmutableList;

/**
 * The names of all maps that the app keeps in ONOS's distributed stores. A map whose content changes its form takes a
 * new name.
 */
public final class MapNames {

    /** States of nodes. */
    public static final String NODES = "dmm-nodes-v3";
    /** Addresses of pools that are lent, or rest. */
    public static final String LEASES = "dmm-leases-v1";
    /** Addresses given by DHCP. */
    public static final String GRANTS = "dmm-grants-v1";
    /** Links that were found last. */
    public static final String LINKS = "dmm-links-v1";
    /** Routers that were found last, by the address family of the uplink. */
    public static final String ROUTERS = "dmm-routers-v1";
    /** The same, in IPv6. */
    public static final String ROUTERS6 = "dmm-routers6-v1";
    /** The configuration that was in force last. */
    public static final String CONFIGURATION = "dmm-config-v1";

    /** Anchors that are drained. */
    public static final String DRAINS = "dmm-drains-v1";

    /** All of them. */
    public static final ImmutableList<String> ALL = ImmutableList.of(
            NODES, LEASES, GRANTS, LINKS, ROUTERS, ROUTERS6, CONFIGURATION, DRAINS);

    private MapNames() {
    }
}
