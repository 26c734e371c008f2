/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.function.Predicate;

/**
 * Has switches told again what they should hold. Safe on any thread.
 */
public final class Resync {

    private final MobilityEngine mobility;
    private final FabricEngine fabric;

    /** Resyncs what these engines have had installed. */
    public Resync(MobilityEngine mobility, FabricEngine fabric) {
        this.mobility = mobility;
        this.fabric = fabric;
    }

    /** All switches that are connected. Returns how many rules are sent again. */
    public int all() {
        return mobility.network().switches().keySet().stream().filter(mobility.network()::isAvailable)
                .mapToInt(this::fabricOf).sum() + nodes(mobility.network()::isAvailable);
    }

    /** One switch. */
    public int at(DeviceId device) {
        if (!mobility.network().switches().containsKey(device)) {
            throw DmmException.notFound("device", device);
        }
        if (!mobility.network().isAvailable(device)) {
            throw new DmmException(DmmException.Kind.CONFLICT, "device", "'" + device
                    + "' is not connected: it is told everything when it is back");
        }
        return fabricOf(device) + nodes(device::equals);
    }

    /** The rules of one node. */
    public int of(MobileNodeId node) {
        NodeTask task = mobility.tasks().of(node).filter(t -> t.state() != null)
                .orElseThrow(() -> DmmException.notFound("node", node));
        return resent(task, mobility.network()::isAvailable);
    }

    private int fabricOf(DeviceId device) {
        RuleSet believed = fabric.installed(device);
        fabric.recheck(device, believed);
        return believed.size();
    }

    private int nodes(Predicate<DeviceId> where) {
        return mobility.tasks().all().stream().mapToInt(task -> resent(task, where)).sum();
    }

    private int resent(NodeTask task, Predicate<DeviceId> where) {
        RuleSet believed = task.installed().where(key -> where.test(key.device()));
        if (!believed.isEmpty()) {
            mobility.known(task.node(), present -> present.recheck(believed));
        }
        return believed.size();
    }
}
