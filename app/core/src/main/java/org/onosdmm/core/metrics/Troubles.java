/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.metrics;

import com.google.common.collect.ImmutableSortedMap;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What went wrong or was refused, from the counts that {@code dmm-check} shows. These name nodes and ports; metrics do
 * not, for every name would be a series of its own for ever.
 */
public final class Troubles {

    /** How the name of a count of failures begins; what has failed follows. */
    public static final String FAILED = "failed ";
    /** How the name of a count of refusals begins; what was refused follows. */
    public static final String REFUSED = "refused ";
    /** How the name of a count of repaired rules begins; the switch follows. */
    public static final String REPAIRED = "repaired at ";

    private static final Pattern WHOSE = Pattern.compile(
            " (of|from) ([0-9A-F]{2}(:[0-9A-F]{2}){5}|[a-z]+:[0-9a-f]{16}/.*)$| at \\S+$");

    private Troubles() {
    }

    /** Rules that were put right, by switch. */
    public static ImmutableSortedMap<String, Long> repaired(Map<String, Long> counts) {
        return named(REPAIRED, counts);
    }

    /** The counts whose names begin so, by the rest of the name. */
    private static ImmutableSortedMap<String, Long> named(String beginning, Map<String, Long> counts) {
        return counts.entrySet().stream().filter(count -> count.getKey().startsWith(beginning)).collect(
                ImmutableSortedMap.toImmutableSortedMap(Comparator.naturalOrder(),
                        count -> count.getKey().substring(beginning.length()), Map.Entry::getValue));
    }

    /** Puts counts into families. */
    public static void into(Families families, Map<String, Long> counts) {
        Families.Family failed = families.counter("dmm_operations_failed_total",
                "Operations that failed, each of which is tried again: rules, groups, the store, leases.");
        Families.Family refused = families.counter("dmm_refused_total",
                "Packets, flows and requests that were refused because of a limit or a mistake.");
        Families.Family repaired = families.counter("dmm_rules_repaired_total",
                "Rules that had drifted at a switch and were put right.");
        Map<String, Long> reasons = new TreeMap<>();
        named(FAILED, counts).forEach((what, count) -> failed.add(count, "operation", what));
        repaired(counts).forEach((device, count) -> repaired.add(count, "device", device));
        named(REFUSED, counts).forEach((what, count) ->
                reasons.merge(WHOSE.matcher(what).replaceFirst(""), count, Long::sum));
        reasons.forEach((reason, count) -> refused.add(count, "reason", reason));
    }
}
