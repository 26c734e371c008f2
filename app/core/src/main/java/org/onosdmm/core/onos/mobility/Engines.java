/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.MobilityEngine;

/**
 * The running engines.
 */
public interface Engines {

    /** The one for mobile nodes. */
    MobilityEngine mobility();

    /** The one for switches. */
    FabricEngine fabric();
}
