/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

/**
 * Counts packets that a switch has shown although it has confirmed the rules for them. One or two may be late; more of
 * them within a second mean that the rules are gone, and each packet that is passed on would only come back.
 */
final class Suspicion {

    private static final int MANY = 3;
    private static final long SPAN = 1_000;

    private long since;
    private int count;

    /** Counts a packet; tells, once in a while, that there are too many. */
    boolean grows(long now) {
        if (now - since > SPAN) {
            since = now;
            count = 0;
        }
        return ++count == MANY;
    }
}
