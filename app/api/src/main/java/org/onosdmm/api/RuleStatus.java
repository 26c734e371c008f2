/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * How many flow rules there should be, and how many of these the switches have confirmed.
 */
@AutoValue
public abstract class RuleStatus {

    /** Rules that the present state asks for. */
    public abstract int desired();

    /** Those of the desired rules that the switches report as installed, with the desired treatment. */
    public abstract int installed();

    /** A status by its counts. */
    public static RuleStatus of(int desired, int installed) {
        return new AutoValue_RuleStatus(desired, installed);
    }

    /** Whether the switches hold all that they should. */
    public boolean complete() {
        return desired() == installed();
    }

    /** The sum of two. */
    public RuleStatus plus(RuleStatus other) {
        return of(desired() + other.desired(), installed() + other.installed());
    }
}
