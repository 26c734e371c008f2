/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.StoredApiTypes;

/**
 * The types that a stored state consists of, in the order of their serial numbers. Append only.
 */
public final class StoredTypes {

    /** The types. */
    public static final ImmutableList<Class<?>> TYPES = ImmutableList.<Class<?>>builder()
            .addAll(StoredApiTypes.TYPES)
            .add(AutoValue_NodeState.class)
            .add(AutoValue_Hints.class)
            .add(AutoValue_Hints_Named.class)
            .add(AutoValue_Hints_Session.class)
            .add(AutoValue_Hints_Told.class)
            .add(Crowding.class)
            .build();

    private StoredTypes() {
    }
}
