/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.rules;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The operations that switches have not answered. What was sent over a control channel that has ended is not answered
 * any more: ONOS gives it up after ten seconds, and until then nothing that waits for it could go on, though the switch
 * may be back long before. So it fails here at once. Safe for use by several threads.
 */
final class PendingOperations {

    private final DeviceService deviceService;
    private final SetMultimap<DeviceId, CompletableFuture<Void>> pending =
            Multimaps.synchronizedSetMultimap(HashMultimap.create());
    private final DeviceListener listener = this::heard;

    PendingOperations(DeviceService deviceService) {
        this.deviceService = deviceService;
    }

    void start() {
        deviceService.addListener(listener);
    }

    void stop() {
        deviceService.removeListener(listener);
    }

    /** From now on, until it completes, an operation fails when one of these switches is not connected. */
    void add(Set<DeviceId> devices, CompletableFuture<Void> operation) {
        devices.forEach(device -> pending.put(device, operation));
        operation.whenComplete((ok, failure) -> devices.forEach(device -> pending.remove(device, operation)));
        devices.forEach(this::review);
    }

    private void heard(DeviceEvent event) {
        switch (event.type()) {
            case DEVICE_AVAILABILITY_CHANGED:
            case DEVICE_REMOVED:
                review(event.subject().id());
                break;
            default:
                break;
        }
    }

    private void review(DeviceId device) {
        if (!deviceService.isAvailable(device)) {
            ImmutableList<CompletableFuture<Void>> lost;
            synchronized (pending) {
                lost = ImmutableList.copyOf(pending.get(device));
            }
            lost.forEach(operation -> operation.completeExceptionally(
                    new IllegalStateException("the control channel of " + device + " has ended")));
        }
    }
}
