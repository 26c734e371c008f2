/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables and groups of switches, each looked up when a packet comes there.
 */
final class Tables {

    private static final Comparator<Walk.Rule> HIGHEST_FIRST =
            Comparator.comparingInt((Walk.Rule rule) -> rule.key().priority()).reversed();

    private final Function<DeviceId, RuleSet> rules;
    private final Function<DeviceId, ImmutableMap<Integer, PathGroup>> groups;
    private final Map<DeviceId, ImmutableListMultimap<Integer, Walk.Rule>> tables = new HashMap<>();

    Tables(Function<DeviceId, RuleSet> rules, Function<DeviceId, ImmutableMap<Integer, PathGroup>> groups) {
        this.rules = rules;
        this.groups = groups;
    }

    /** The rule that a packet meets in a table. */
    Optional<Walk.Rule> match(DeviceId device, int table, PortNumber in, Packet packet) {
        return tables.computeIfAbsent(device, this::sorted).get(table).stream()
                .filter(rule -> Matching.matches(rule.key().selector(), in, packet)).findFirst();
    }

    Optional<PathGroup> group(DeviceId device, int id) {
        return Optional.ofNullable(groups.apply(device).get(id));
    }

    private ImmutableListMultimap<Integer, Walk.Rule> sorted(DeviceId device) {
        return rules.apply(device).rules().entrySet().stream()
                .filter(entry -> isAt(entry.getKey(), device))
                .map(entry -> Walk.Rule.of(entry.getKey(), entry.getValue()))
                .sorted(HIGHEST_FIRST)
                .collect(ImmutableListMultimap.toImmutableListMultimap(rule -> rule.key().table(), rule -> rule));
    }

    private static boolean isAt(RuleKey key, DeviceId device) {
        return key.device().equals(device);
    }
}
