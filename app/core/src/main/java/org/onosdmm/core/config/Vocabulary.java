/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;

import java.util.Optional;

import static org.onosdmm.api.Continuity.FIXED;
import static org.onosdmm.api.Continuity.GRACEFUL_REPLACEMENT;
import static org.onosdmm.api.Continuity.NON_PERSISTENT;
import static org.onosdmm.api.Continuity.SESSION_LASTING;

/**
 * The policy that there is without being configured: the service classes of RFC 4594 with their DSCPs, each with the
 * continuity that suits it; and for each continuity the strategy that suits it.
 */
final class Vocabulary {

    /** Class of flows under no rule, unless configured. */
    static final String DEFAULT_CLASS = "standard";
    /** Class of flows that begin outside, unless configured. */
    static final String INBOUND_CLASS = "oam";
    /** Highest priority of a class. */
    static final int MOST_PRIORITY = 9;

    private static final long HOUR = 3_600_000;

    /**
     * The classes by name, those with the strongest promise first (RFC 4594, figures 3 and 4). Control
     * connections and sessions from outside may rest for long while their peers still count on them (RFC 5382).
     */
    static final ImmutableMap<String, ApplicationClass> CLASSES = Maps.uniqueIndex(ImmutableSet.of(
            kept("telephony", SESSION_LASTING, 9, 46).withRescue(true),
            kept("signaling", SESSION_LASTING, 8, 40).toBuilder().idle(Optional.of(HOUR)).build(),
            kept("multimedia-conferencing", SESSION_LASTING, 7, 34, 36, 38),
            kept("real-time-interactive", SESSION_LASTING, 7, 32),
            kept("multimedia-streaming", GRACEFUL_REPLACEMENT, 5, 26, 28, 30),
            kept("broadcast-video", GRACEFUL_REPLACEMENT, 5, 24),
            passing("low-latency-data", 18, 20, 22),
            passing("high-throughput-data", 10, 12, 14),
            passing(DEFAULT_CLASS, 0),
            passing("low-priority-data", 8),
            kept(INBOUND_CLASS, FIXED, 6, 16).toBuilder().idle(Optional.of(2 * HOUR)).build()), ApplicationClass::name);

    private Vocabulary() {
    }

    /** The strategy of a class that names none. */
    static String strategyFor(Continuity continuity) {
        switch (continuity) {
            case FIXED:
                return "home";
            case SESSION_LASTING:
                return "nearest";
            default:
                return "serving";
        }
    }

    private static ApplicationClass kept(String name, Continuity continuity, int priority, Integer... dscp) {
        return ApplicationClass.of(name, continuity, strategyFor(continuity)).toBuilder()
                .priority(priority).dscp(ImmutableSet.copyOf(dscp)).build();
    }

    private static ApplicationClass passing(String name, Integer... dscp) {
        return ApplicationClass.of(name, NON_PERSISTENT, strategyFor(NON_PERSISTENT)).toBuilder()
                .dscp(ImmutableSet.copyOf(dscp)).build();
    }
}
