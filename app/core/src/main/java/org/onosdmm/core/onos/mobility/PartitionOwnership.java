/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.intent.WorkPartitionEventListener;
import org.onosproject.net.intent.WorkPartitionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ownership by ONOS's work partitions, which move by themselves when an instance dies.
 */
@Component(immediate = true, service = Ownership.class)
public class PartitionOwnership implements Ownership {

    @Reference
    protected WorkPartitionService partitions;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final WorkPartitionEventListener listener = event -> listeners.forEach(Runnable::run);

    /** Starts. */
    @Activate
    public void activate() {
        partitions.addListener(listener);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        partitions.removeListener(listener);
    }

    @Override
    public boolean isMine(MobileNodeId node) {
        return partitions.isMine(node, PartitionOwnership::hash);
    }

    @Override
    public boolean isMine(DeviceId device) {
        return partitions.isMine(device, PartitionOwnership::hash);
    }

    @Override
    public void addListener(Runnable added) {
        listeners.add(added);
    }

    @Override
    public void removeListener(Runnable removed) {
        listeners.remove(removed);
    }

    /** Never negative, and the same on every instance. */
    private static long hash(Object key) {
        return key.toString().hashCode() & 0x7fff_ffffL;
    }
}
