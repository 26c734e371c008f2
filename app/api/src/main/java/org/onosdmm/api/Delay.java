/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * How long packets of one kind have waited in the controller, of the last ten thousand at most.
 */
@AutoValue
public abstract class Delay {

    /** How many there were. */
    public abstract long count();

    /** What half of them did not exceed, us. */
    public abstract long median();

    /** What 99 of 100 did not exceed, us. */
    public abstract long p99();

    /** The longest, us. */
    public abstract long most();

    /** A delay by its parts. */
    public static Delay of(long count, long median, long p99, long most) {
        return new AutoValue_Delay(count, median, p99, most);
    }
}
