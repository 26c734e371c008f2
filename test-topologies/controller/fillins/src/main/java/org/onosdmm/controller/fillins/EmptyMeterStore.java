/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.fillins;

import com.google.common.collect.ImmutableList;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.meter.Meter;
import org.onosproject.net.meter.MeterCellId;
import org.onosproject.net.meter.MeterEvent;
import org.onosproject.net.meter.MeterFailReason;
import org.onosproject.net.meter.MeterFeatures;
import org.onosproject.net.meter.MeterId;
import org.onosproject.net.meter.MeterKey;
import org.onosproject.net.meter.MeterOperation;
import org.onosproject.net.meter.MeterScope;
import org.onosproject.net.meter.MeterStore;
import org.onosproject.net.meter.MeterStoreDelegate;
import org.onosproject.net.meter.MeterStoreResult;
import org.onosproject.store.AbstractStore;
import org.osgi.service.component.annotations.Component;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/**
 * A meter store without meters: every request for one fails, every question is answered with "none".
 *
 * <p>The published distributed meter store does not link against this ONOS. The ranking lets this one win.
 */
@Component(immediate = true, service = MeterStore.class, property = "service.ranking:Integer=1000")
public class EmptyMeterStore extends AbstractStore<MeterEvent, MeterStoreDelegate> implements MeterStore {

    private static final MeterStoreResult REFUSED = MeterStoreResult.fail(MeterFailReason.OUT_OF_METERS);

    @Override
    public CompletableFuture<MeterStoreResult> addOrUpdateMeter(Meter meter) {
        return CompletableFuture.completedFuture(REFUSED);
    }

    @Override
    public CompletableFuture<MeterStoreResult> deleteMeter(Meter meter) {
        return CompletableFuture.completedFuture(MeterStoreResult.success());
    }

    @Override
    public MeterStoreResult storeMeterFeatures(MeterFeatures features) {
        return MeterStoreResult.success();
    }

    @Override
    public MeterStoreResult storeMeterFeatures(Collection<MeterFeatures> features) {
        return MeterStoreResult.success();
    }

    @Override
    public MeterStoreResult deleteMeterFeatures(DeviceId device) {
        return MeterStoreResult.success();
    }

    @Override
    public MeterStoreResult deleteMeterFeatures(Collection<MeterFeatures> features) {
        return MeterStoreResult.success();
    }

    @Override
    public Meter updateMeterState(Meter meter) {
        return null;
    }

    @Override
    public Meter getMeter(MeterKey key) {
        return null;
    }

    @Override
    public Collection<Meter> getAllMeters() {
        return ImmutableList.of();
    }

    @Override
    public Collection<Meter> getAllMeters(DeviceId device) {
        return ImmutableList.of();
    }

    @Override
    public Collection<Meter> getAllMeters(DeviceId device, MeterScope scope) {
        return ImmutableList.of();
    }

    @Override
    public void failedMeter(MeterOperation operation, MeterFailReason reason) {
        // no meter, no operation
    }

    @Override
    public void purgeMeter(Meter meter) {
        // nothing to purge
    }

    @Override
    public MeterCellId allocateMeterId(DeviceId device, MeterScope scope) {
        return null;
    }

    @Override
    public void freeMeterId(DeviceId device, MeterId meterId) {
        // none was given out
    }

    @Override
    public void purgeMeters(DeviceId device) {
        // nothing to purge
    }

    @Override
    public void purgeMeters(DeviceId device, ApplicationId app) {
        // nothing to purge
    }

    @Override
    public boolean userDefinedIndexMode(boolean enable) {
        return false;
    }
}
