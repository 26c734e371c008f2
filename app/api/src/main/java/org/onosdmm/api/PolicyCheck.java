/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * What a configuration would change if it were put in force now.
 */
@AutoValue
public abstract class PolicyCheck {

    /** Version of the configuration in whose place it would be put; {@link PolicyDocument#NONE} if there is none. */
    public abstract String version();

    /** What would be otherwise, each in a line; empty if nothing would. */
    public abstract ImmutableList<String> changes();

    /** Number of flows that are known one by one and would go on as they are. */
    public abstract int unharmed();

    /** Flows that would end, each with the reason; and those that nobody knows one by one, in words. */
    public abstract ImmutableList<String> broken();

    /** A check by its parts. */
    public static PolicyCheck of(String version, Iterable<String> changes, int unharmed, Iterable<String> broken) {
        return new AutoValue_PolicyCheck(version, ImmutableList.copyOf(changes), unharmed,
                ImmutableList.copyOf(broken));
    }
}
