/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.NodeState;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which node holds which address: an address has one holder at a time, so that nobody can take another's.
 */
final class Owners {

    private final Map<IpAddress, MobileNodeId> owners = new ConcurrentHashMap<>();

    /** The node that holds the address. */
    Optional<MobileNodeId> of(IpAddress address) {
        return Optional.ofNullable(owners.get(address));
    }

    /** Gives a free address to the node; tells whether the node holds it now. */
    boolean claim(IpAddress address, MobileNodeId node) {
        MobileNodeId before = owners.putIfAbsent(address, node);
        return before == null || before.equals(node);
    }

    /** Notes what a node's state says. */
    void changed(MobileNodeId node, NodeState after) {
        owners.entrySet().removeIf(e -> e.getValue().equals(node)
                && (after == null || !after.binding().addresses().contains(e.getKey())));
        if (after != null) {
            after.binding().addresses().forEach(a -> owners.putIfAbsent(a, node));
        }
    }
}
