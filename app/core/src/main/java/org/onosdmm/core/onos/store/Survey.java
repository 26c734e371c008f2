/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.path.Connection;

import java.util.Map;
import java.util.Set;

/**
 * What has been found out about the network. A controller that starts again knows it before ONOS has found it anew, so
 * that its first rules are those that the switches hold.
 */
public interface Survey {

    /** The links. */
    ImmutableSet<Connection> links();

    /** The routers behind uplinks, over IPv4. */
    ImmutableMap<AnchorId, MacAddress> routers();

    /** The routers behind uplinks, over IPv6. */
    ImmutableMap<AnchorId, MacAddress> routers6();

    /** Keeps this instead; returns at once. */
    void keep(Set<Connection> links, Map<AnchorId, MacAddress> routers, Map<AnchorId, MacAddress> routers6);

    /**
     * Forgets the links and keeps nothing from now on: the switches are told to forget all, so the next run must not
     * take them for switches that hold what this one has told them.
     */
    void close();
}
