/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * One switch that the packets of a flow pass.
 */
@AutoValue
public abstract class PathHop {

    /** The switch. */
    public abstract DeviceId device();

    /** The edge that this switch is, by its name; absent for a core switch. */
    public abstract Optional<AnchorId> edge();

    /** The port that the packets come in by. */
    public abstract PortNumber in();

    /** The port that they leave by; absent where they go no further, or to the controller. */
    public abstract Optional<PortNumber> out();

    /** The rules that they meet here, in this order. */
    public abstract ImmutableList<PathRule> rules();

    /** A hop by its parts. */
    public static PathHop of(DeviceId device, Optional<AnchorId> edge, PortNumber in, Optional<PortNumber> out,
                             Iterable<PathRule> rules) {
        return new AutoValue_PathHop(device, edge, in, out, ImmutableList.copyOf(rules));
    }
}
