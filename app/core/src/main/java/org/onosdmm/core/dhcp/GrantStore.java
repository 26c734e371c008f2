/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AddressGrant;

import java.util.concurrent.CompletableFuture;

/**
 * Keeps the grants. Each address has one at a time, over all controller instances.
 */
public interface GrantStore extends GrantTable {

    /** Makes a change; tells whether it was made: it is not if the grant was changed by another before. */
    CompletableFuture<Boolean> change(GrantChange change);

    /** All grants, by address. */
    ImmutableList<AddressGrant> all();
}
