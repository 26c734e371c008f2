/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * A range of TCP or UDP ports, both ends included.
 */
@AutoValue
public abstract class PortRange {

    private static final int PORTS = 1 << 16;

    /** A port and the bits of it that count. */
    @AutoValue
    public abstract static class Masked {

        /** The port. */
        public abstract int port();

        /** The bits that count, 0 to 0xffff. */
        public abstract int mask();
    }

    /** Lowest port. */
    public abstract int first();

    /** Highest port. */
    public abstract int last();

    /** A range by its ends; {@code 0 <= first <= last <= 65535}. */
    public static PortRange of(int first, int last) {
        return new AutoValue_PortRange(first, last);
    }

    /** Whether the port lies in the range. */
    public boolean contains(int port) {
        return first() <= port && port <= last();
    }

    /**
     * The fewest masked matches that cover exactly this range (OpenFlow 1.3.5, section 7.2.3.7: ports are maskable in
     * Open vSwitch and in ONOS's API), lowest port first.
     */
    public ImmutableList<Masked> masked() {
        ImmutableList.Builder<Masked> matches = ImmutableList.builder();
        int port = first();
        while (port <= last()) {
            int size = port == 0 ? PORTS : Integer.lowestOneBit(port);
            while (port + size - 1 > last()) {
                size >>= 1;
            }
            matches.add(new AutoValue_PortRange_Masked(port, PORTS - size));
            port += size;
        }
        return matches.build();
    }

    @Override
    public final String toString() {
        return first() == last() ? Integer.toString(first()) : first() + "-" + last();
    }
}
