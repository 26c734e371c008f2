/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.DeviceId;

/**
 * Which controller instance of a cluster works for which node and which switch.
 */
public interface Ownership {

    /** Whether this instance works for the node. */
    boolean isMine(MobileNodeId node);

    /** Whether this instance works for the switch. */
    boolean isMine(DeviceId device);

    /** Hears of gains of ownership. */
    void addListener(Runnable listener);

    /** Hears of nothing any more. */
    void removeListener(Runnable listener);
}
