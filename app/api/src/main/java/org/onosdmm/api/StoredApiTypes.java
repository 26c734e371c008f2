/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.common.collect.ImmutableList;

/**
 * The value types of this package that are stored, in the order of their serial numbers. Append only.
 */
public final class StoredApiTypes {

    /** The types. */
    public static final ImmutableList<Class<?>> TYPES = ImmutableList.of(
            AutoValue_MobileNodeId.class, AutoValue_AnchorId.class, AutoValue_Locator.class, Continuity.class,
            Trigger.class, AutoValue_Attachment.class, AutoValue_Binding.class, AutoValue_FlowKey.class,
            PinnedFlow.Origin.class, AutoValue_PinnedFlow.class, AutoValue_Lease.class,
            AutoValue_Expected.class, AutoValue_FlowRequest.class);

    /** The types of stored grants, kept apart from the others. */
    public static final ImmutableList<Class<?>> GRANT_TYPES = ImmutableList.of(
            AutoValue_MobileNodeId.class, AddressGrant.State.class, AutoValue_AddressGrant.class);

    private StoredApiTypes() {
    }
}
