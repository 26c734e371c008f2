/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import org.onosproject.event.EventListener;

/**
 * Hears of what happens to mobile nodes. Called on a thread of ONOS's event dispatch: enqueue only.
 */
public interface MobilityListener extends EventListener<MobilityEvent> {
}
