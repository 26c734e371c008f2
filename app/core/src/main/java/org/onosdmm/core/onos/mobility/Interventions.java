/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.engine.FlowMoves;
import org.onosdmm.core.engine.Resync;
import org.onosdmm.core.onos.store.Stores;
import org.onosproject.net.DeviceId;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what an operator asks for when the usual course is not enough.
 */
@Component(immediate = true, service = InterventionService.class)
public class Interventions implements InterventionService {

    private static final long PATIENCE = 5;

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected Engines engines;

    @Reference
    protected Stores stores;

    @Override
    public PinnedFlow move(FlowKey flow, AnchorId anchor) {
        try {
            PinnedFlow moved = new FlowMoves(engines.mobility(), stores.leases()).move(flow, anchor)
                    .get(PATIENCE, TimeUnit.SECONDS);
            log.info("{} is anchored at {} by command", flow.id(), anchor);
            return moved;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ? (RuntimeException) e.getCause()
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new DmmException(DmmException.Kind.UNAVAILABLE, "flow", "'" + flow.id() + "' is not moved yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int resync() {
        return told("all switches", resyncs().all());
    }

    @Override
    public int resync(DeviceId device) {
        return told(device, resyncs().at(device));
    }

    @Override
    public int resync(MobileNodeId node) {
        return told(node, resyncs().of(node));
    }

    private Resync resyncs() {
        return new Resync(engines.mobility(), engines.fabric());
    }

    private int told(Object what, int rules) {
        log.info("Resync of {} by command: {} rules are sent again", what, rules);
        return rules;
    }
}
