/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.AddressGrant;

import java.util.Optional;

/**
 * A change of the grant of one address, to be made only if the present one is the one that it is based on.
 */
@AutoValue
public abstract class GrantChange {

    /** The grant before; absent if there was none of this address. */
    public abstract Optional<AddressGrant> before();

    /** The grant after. */
    public abstract AddressGrant after();

    /** A change by its parts. */
    public static GrantChange of(Optional<AddressGrant> before, AddressGrant after) {
        return new AutoValue_GrantChange(before, after);
    }
}
