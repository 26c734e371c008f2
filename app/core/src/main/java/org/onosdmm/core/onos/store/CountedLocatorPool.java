/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.onosdmm.api.Locator;
import org.onosdmm.core.engine.LocatorPool;
import org.onosdmm.core.model.Anchor;
import org.onosproject.store.service.AtomicIdGenerator;
import org.onosproject.store.service.StorageService;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts attachments per edge, over all controller instances. A number comes again after 65,520 others: that is its
 * quarantine.
 */
final class CountedLocatorPool implements LocatorPool {

    private final StorageService storage;
    private final Map<Integer, AtomicIdGenerator> counters = new ConcurrentHashMap<>();

    CountedLocatorPool(StorageService storage) {
        this.storage = storage;
    }

    @Override
    public Locator fresh(Anchor edge) {
        long count = counters.computeIfAbsent(edge.number(),
                n -> storage.getAtomicIdGenerator("dmm-attachments-v1-" + n)).nextId();
        return Locator.of(edge.number(), Locator.FIRST_ATTACHMENT + (int) (count % Locator.ATTACHMENTS));
    }
}
