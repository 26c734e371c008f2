/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Locator;
import org.onosdmm.core.model.Anchor;

/**
 * Gives fresh locators: an attachment number of an edge comes again only after all others.
 */
public interface LocatorPool {

    /** A fresh locator of the edge. */
    Locator fresh(Anchor edge);
}
