/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

import java.util.Optional;

/**
 * Where a configuration differs from the one that stands, field by field.
 */
@AutoValue
public abstract class PolicyDiff {

    /** A field that differs. */
    @AutoValue
    public abstract static class Change {

        /** The field, such as {@code classes[telephony].strategy}. */
        public abstract String field();

        /** What it says now, as JSON; absent if it is not there. */
        public abstract Optional<String> from();

        /** What it would say, as JSON; absent if it would not be there. */
        public abstract Optional<String> to();

        /** A change by its parts. */
        public static Change of(String field, Optional<String> from, Optional<String> to) {
            return new AutoValue_PolicyDiff_Change(field, from, to);
        }
    }

    /** Version of the configuration that stands; {@link PolicyDocument#NONE} if there is none. */
    public abstract String version();

    /** What is otherwise, in the order of the fields; empty if nothing is. */
    public abstract ImmutableList<Change> changes();

    /** Differences by their parts. */
    public static PolicyDiff of(String version, Iterable<Change> changes) {
        return new AutoValue_PolicyDiff(version, ImmutableList.copyOf(changes));
    }
}
