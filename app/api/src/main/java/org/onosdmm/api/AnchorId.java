/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * Name of an anchor, as the network configuration gives it: an edge switch that owns address prefixes and/or an
 * uplink (RFC 8818; the MAAR of RFC 8885).
 */
@AutoValue
public abstract class AnchorId implements Comparable<AnchorId> {

    /** The configured name. */
    public abstract String name();

    /** Names an anchor. */
    public static AnchorId of(String name) {
        return new AutoValue_AnchorId(name);
    }

    @Override
    public int compareTo(AnchorId other) {
        return name().compareTo(other.name());
    }

    @Override
    public final String toString() {
        return name();
    }
}
