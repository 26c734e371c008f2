/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * How the packets of a flow travel in one direction.
 */
@AutoValue
public abstract class FlowDirection {

    /** The same in a sentence. */
    public abstract String sentence();

    /**
     * The ways that the packets may take by the rules that the switches should hold. All packets of the flow take the
     * same one, but for copies; where there are several, a switch chooses among ports by its own hash of the flow.
     */
    public abstract ImmutableList<FlowPath> paths();

    /** Whether the switches have confirmed every rule on these ways. */
    public abstract boolean confirmed();

    /**
     * The ways by the rules that the switches have confirmed, which may be others for as long as a handover takes;
     * empty if they are the same.
     */
    public abstract ImmutableList<FlowPath> present();

    /** A direction by its parts. */
    public static FlowDirection of(String sentence, Iterable<FlowPath> paths, boolean confirmed,
                                   Iterable<FlowPath> present) {
        return new AutoValue_FlowDirection(sentence, ImmutableList.copyOf(paths), confirmed,
                ImmutableList.copyOf(present));
    }
}
