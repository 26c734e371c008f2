/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.rules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.provider.ProviderId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What was sent over a channel that has ended is given up. */
class PendingOperationsTest {

    private static final DeviceId ONE = DeviceId.deviceId("of:0000000000000001");
    private static final DeviceId TWO = DeviceId.deviceId("of:0000000000000002");

    private final Set<DeviceId> connected = new HashSet<>(Set.of(ONE, TWO));
    private final List<DeviceListener> listeners = new ArrayList<>();
    private final PendingOperations pending = new PendingOperations(new DeviceServiceAdapter() {
        @Override
        public boolean isAvailable(DeviceId device) {
            return connected.contains(device);
        }

        @Override
        public void addListener(DeviceListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeListener(DeviceListener listener) {
            listeners.remove(listener);
        }
    });
    private final CompletableFuture<Void> operation = new CompletableFuture<>();

    @BeforeEach
    void start() {
        pending.start();
    }

    private void tell(DeviceEvent.Type type, DeviceId device) {
        DeviceEvent event = new DeviceEvent(type, new DefaultDevice(ProviderId.NONE, device, Device.Type.SWITCH,
                "", "", "", "", null));
        List.copyOf(listeners).forEach(listener -> listener.event(event));
    }

    @Test
    void itFailsWhenTheSwitchLeaves() {
        pending.add(Set.of(ONE), operation);
        connected.remove(ONE);
        assertFalse(operation.isDone());
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, ONE);
        assertTrue(operation.isCompletedExceptionally());
    }

    @Test
    void itFailsWhenTheSwitchHasLeftAlready() {
        connected.remove(TWO);
        pending.add(Set.of(ONE, TWO), operation);
        assertTrue(operation.isCompletedExceptionally());
    }

    @Test
    void itGoesOnWhenAnotherSwitchLeavesOrItsOwnSaysSomethingElse() {
        pending.add(Set.of(ONE), operation);
        connected.remove(TWO);
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, TWO);
        tell(DeviceEvent.Type.PORT_UPDATED, ONE);
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, ONE);
        assertFalse(operation.isDone());
    }

    @Test
    void whatWasAnsweredStaysAnswered() {
        pending.add(Set.of(ONE), operation);
        operation.complete(null);
        connected.remove(ONE);
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, ONE);
        assertFalse(operation.isCompletedExceptionally());
    }

    @Test
    void afterTheEndNothingIsHeard() {
        pending.stop();
        assertEquals(List.of(), listeners);
    }
}
