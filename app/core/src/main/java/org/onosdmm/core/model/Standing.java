/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.AnchorId;

import java.util.Optional;

/**
 * How an anchor's flows with the outside are served now: by its own uplink, by another anchor that stands in, or not at
 * all.
 */
@AutoValue
public abstract class Standing {

    /** Nothing is wrong. */
    public static final Standing GOOD = of(true, Optional.empty(), false, Optional.empty());

    /** Whether the anchor's own uplink is in use. */
    public abstract boolean own();

    /** The way by the anchor that stands in; also while what is still on its way there is waited for. */
    public abstract Optional<Way> standIn();

    /** Whether addresses of this anchor are looked up at the one that stands in, for its own switch is gone. */
    public abstract boolean lookedUpThere();

    /** While the own uplink is not in use: the nearest anchor whose uplink is. */
    public abstract Optional<AnchorId> elsewhere();

    /** A standing by its parts. */
    public static Standing of(boolean own, Optional<Way> standIn, boolean lookedUpThere, Optional<AnchorId> elsewhere) {
        return new AutoValue_Standing(own, standIn, lookedUpThere, elsewhere);
    }

    /** The way that takes the place of the anchor's own. */
    public Optional<Way> detour() {
        return own() ? Optional.empty() : standIn();
    }

    /** Whether flows of this anchor reach the outside: by itself or by another. */
    public boolean served() {
        return own() || standIn().isPresent();
    }
}
