/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * Where a node is expected to attach next, announced by the access network (the "new access router" of RFC 5568).
 */
@AutoValue
public abstract class Expected {

    /** The place, prepared as if the node were there already. */
    public abstract Attachment place();

    /** When the window closes in which packets go to both places, ms since the epoch. */
    public abstract long until();

    /** An expectation by its parts. */
    public static Expected of(Attachment place, long until) {
        return new AutoValue_Expected(place, until);
    }
}
