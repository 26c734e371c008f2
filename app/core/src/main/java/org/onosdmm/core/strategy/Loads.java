/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.onosdmm.api.AnchorId;

/**
 * What anchors carry now.
 */
public interface Loads {

    /** Nothing is known to be carried. */
    Loads NONE = new Loads() {
        @Override
        public int flows(AnchorId anchor) {
            return 0;
        }

        @Override
        public long bitsPerSecond(AnchorId anchor) {
            return 0;
        }
    };

    /** Number of pinned flows that are anchored there. */
    int flows(AnchorId anchor);

    /** What its uplink carries in and out. */
    long bitsPerSecond(AnchorId anchor);
}
