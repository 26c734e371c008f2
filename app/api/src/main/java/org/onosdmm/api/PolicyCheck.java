/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

import java.util.Optional;

/**
 * What a configuration would change if it were put in force now; or what it has changed, when it was.
 */
@AutoValue
public abstract class PolicyCheck {

    /** Version of the configuration in whose place it would be put; {@link PolicyDocument#NONE} if there is none. */
    public abstract String version();

    /** The version that it has itself since it was put there; absent if it was only looked at. */
    public abstract Optional<String> applied();

    /** What would be otherwise, each in a line; empty if nothing would. */
    public abstract ImmutableList<String> changes();

    /** Number of flows that are known one by one and would go on as they are. */
    public abstract int unharmed();

    /** Flows that would end, each with the reason; and those that nobody knows one by one, in words. */
    public abstract ImmutableList<String> broken();

    /** A check by its parts. */
    public static PolicyCheck of(String version, Iterable<String> changes, int unharmed, Iterable<String> broken) {
        return new AutoValue_PolicyCheck(version, Optional.empty(), ImmutableList.copyOf(changes), unharmed,
                ImmutableList.copyOf(broken));
    }

    /** The same of a configuration that was put there, and has this version. */
    public PolicyCheck appliedAs(String itsVersion) {
        return new AutoValue_PolicyCheck(version(), Optional.of(itsVersion), changes(), unharmed(), broken());
    }
}
