/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.onosdmm.core.strategy.Extensions;

/**
 * Strategies and steps of classification that there are now.
 */
public interface ExtensionService extends Extensions {

    /** Has the listener called after something has come or gone. */
    void addListener(Runnable listener);

    /** Ends the calls. */
    void removeListener(Runnable listener);
}
