/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;

import java.util.Map;

import static org.onosdmm.api.Continuity.FIXED;
import static org.onosdmm.api.Continuity.GRACEFUL_REPLACEMENT;
import static org.onosdmm.api.Continuity.NON_PERSISTENT;
import static org.onosdmm.api.Continuity.SESSION_LASTING;

/**
 * The classes that are there without being configured: the service classes of RFC 4594, each with the continuity that
 * suits it; and for each continuity the strategy that suits it.
 */
final class Vocabulary {

    /** Class of flows under no rule, unless configured. */
    static final String DEFAULT_CLASS = "standard";
    private static final String RESCUED_CLASS = "telephony";
    /** Class of flows that begin outside, unless configured. */
    static final String INBOUND_CLASS = "oam";
    /** The classes by name, those with the strongest promise first. */
    static final ImmutableMap<String, ApplicationClass> CLASSES = classes(ImmutableMap.<String, Continuity>builder()
            .put("telephony", SESSION_LASTING)
            .put("multimedia-conferencing", SESSION_LASTING)
            .put("real-time-interactive", SESSION_LASTING)
            .put("multimedia-streaming", GRACEFUL_REPLACEMENT)
            .put("low-latency-data", NON_PERSISTENT)
            .put("high-throughput-data", NON_PERSISTENT)
            .put(DEFAULT_CLASS, NON_PERSISTENT)
            .put("low-priority-data", NON_PERSISTENT)
            .put(INBOUND_CLASS, FIXED)
            .build());

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

    /** Whether packets of a class are kept while the node is away, if the class does not say. */
    static boolean rescued(String name) {
        return RESCUED_CLASS.equals(name);
    }

    private static ImmutableMap<String, ApplicationClass> classes(Map<String, Continuity> continuities) {
        ImmutableMap.Builder<String, ApplicationClass> classes = ImmutableMap.builder();
        continuities.forEach((name, continuity) ->
                classes.put(name, ApplicationClass.of(name, continuity, strategyFor(continuity))
                        .withRescue(rescued(name))));
        return classes.build();
    }
}
