/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.core.compile.Punt;
import org.onosproject.net.packet.InboundPacket;

/**
 * Why a packet was shown to the controller.
 */
public interface PuntReasons {

    /** The reason of a packet that a switch has shown. */
    Punt of(InboundPacket packet);
}
