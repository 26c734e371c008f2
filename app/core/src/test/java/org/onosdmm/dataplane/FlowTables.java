/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All flow tables of a switch (OpenFlow 1.3.5 section 5.1). */
final class FlowTables {
    /** Table numbers that a rule can be in, as in Open vSwitch: 254 is its own. */
    static final int COUNT = 254;

    private final Map<Integer, FlowTable> tables = new TreeMap<>();

    /** One table; a table that no rule was put in is empty. */
    FlowTable table(int number) {
        return tables.computeIfAbsent(number, n -> new FlowTable());
    }

    InstalledRule lookup(int number, long[] key) {
        FlowTable table = tables.get(number);
        return table == null ? null : table.lookup(key);
    }

    int size() {
        return tables.values().stream().mapToInt(FlowTable::size).sum();
    }

    List<InstalledRule> rules() {
        List<InstalledRule> rules = new ArrayList<>(size());
        tables.values().forEach(table -> rules.addAll(table.rules()));
        return rules;
    }

    void clear() {
        tables.clear();
    }

    void put(InstalledRule rule) {
        table(Rules.tableOf(rule.rule())).put(rule);
    }

    void remove(InstalledRule rule) {
        table(Rules.tableOf(rule.rule())).remove(rule.match(), rule.priority());
    }

    void removeIf(Predicate<InstalledRule> predicate) {
        rules().stream().filter(predicate).forEach(this::remove);
    }

    /** Other tables with the same rules, that share the counters. */
    FlowTables copy() {
        FlowTables copy = new FlowTables();
        rules().forEach(copy::put);
        return copy;
    }
}
