/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.fillins;

import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.meter.MeterFailReason;
import org.onosproject.net.meter.MeterId;
import org.onosproject.net.meter.MeterKey;
import org.onosproject.net.meter.MeterScope;
import org.onosproject.net.meter.MeterStoreResult;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

class EmptyMeterStoreTest {

    private static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");

    private final EmptyMeterStore store = new EmptyMeterStore();

    @Test
    void aMeterIsRefusedAtOnce() {
        MeterStoreResult result = store.addOrUpdateMeter(null).join();
        assertEquals(Optional.of(MeterFailReason.OUT_OF_METERS), result.reason());
    }

    @Test
    void thereAreNone() {
        assertEquals(List.of(), store.getAllMeters());
        assertEquals(List.of(), store.getAllMeters(DEVICE));
        assertEquals(List.of(), store.getAllMeters(DEVICE, MeterScope.globalScope()));
        assertNull(store.getMeter(MeterKey.key(DEVICE, MeterId.meterId(1))));
        assertNull(store.allocateMeterId(DEVICE, MeterScope.globalScope()));
        assertNull(store.updateMeterState(null));
        assertFalse(store.userDefinedIndexMode(true));
    }

    @Test
    void whatComesWithASwitchIsAccepted() {
        assertEquals(MeterStoreResult.Type.SUCCESS, store.storeMeterFeatures(List.of()).type());
        assertEquals(MeterStoreResult.Type.SUCCESS, store.deleteMeterFeatures(DEVICE).type());
        store.purgeMeters(DEVICE);
    }
}
