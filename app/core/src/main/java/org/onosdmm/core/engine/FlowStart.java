/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.classify.FirstPacket;

/**
 * The first packet of a flow that the controller is shown. It waits until it is decided about the flow.
 */
@AutoValue
public abstract class FlowStart {

    /** What it tells. */
    public abstract FirstPacket first();

    /** Whether the flow has begun before, unseen. */
    public abstract boolean running();

    /** The packet. */
    public abstract HeldPacket held();

    /** A start by its parts. */
    public static FlowStart of(FirstPacket first, boolean running, HeldPacket held) {
        return new AutoValue_FlowStart(first, running, held);
    }

    FlowKey key() {
        return first().sample().key();
    }
}
