/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.MobilityEngine;

/** The engines of an emulated network. */
final class EmulatedEngines implements Engines {

    private final Emulation net;

    EmulatedEngines(Emulation net) {
        this.net = net;
    }

    @Override
    public MobilityEngine mobility() {
        return net.mobility();
    }

    @Override
    public FabricEngine fabric() {
        return net.fabric();
    }
}
