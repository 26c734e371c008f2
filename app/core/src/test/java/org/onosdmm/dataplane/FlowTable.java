/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One flow table: tuple space search as in Open vSwitch. Rules that look at the same bits are one tuple, a hash table;
 * tuples are asked in order of their highest priority, until none that is left can have a better rule.
 */
final class FlowTable {
    private final Map<Match.Shape, Tuple> tuples = new HashMap<>();
    private List<Tuple> order = Collections.emptyList();
    private boolean sorted = true;
    private int size;

    int size() {
        return size;
    }

    /** The rule with this match and priority, or null. */
    InstalledRule get(Match match, int priority) {
        Tuple tuple = tuples.get(match.shape());
        return tuple == null ? null : tuple.get(match.values(), priority);
    }

    /** Puts a rule in, in place of one with the same match and priority. */
    void put(InstalledRule rule) {
        Tuple tuple = tuples.computeIfAbsent(rule.match().shape(), Tuple::new);
        size += tuple.put(rule) ? 0 : 1;
        sorted = false;
    }

    /** Removes the rule with this match and priority, if there is one. */
    void remove(Match match, int priority) {
        Tuple tuple = tuples.get(match.shape());
        if (tuple != null && tuple.remove(match.values(), priority)) {
            size--;
            sorted = false;
            if (tuple.isEmpty()) {
                tuples.remove(match.shape());
            }
        }
    }

    void clear() {
        tuples.clear();
        order = Collections.emptyList();
        size = 0;
    }

    Collection<InstalledRule> rules() {
        List<InstalledRule> rules = new ArrayList<>(size);
        tuples.values().forEach(tuple -> tuple.addAllTo(rules));
        return rules;
    }

    /** All rules that a predicate holds for. */
    List<InstalledRule> rules(Predicate<InstalledRule> predicate) {
        List<InstalledRule> rules = new ArrayList<>(rules());
        rules.removeIf(predicate.negate());
        return rules;
    }

    /**
     * The matching rule of the highest priority, or null for a table miss. Two of one priority are an error: which of
     * them a switch takes is undefined (OpenFlow 1.3.5 section 5.3).
     */
    InstalledRule lookup(long[] key) {
        InstalledRule best = null;
        InstalledRule rival = null;
        for (Tuple tuple : order()) {
            if (best != null && tuple.highest() < best.priority()) {
                break;
            }
            InstalledRule found = tuple.lookup(key);
            if (found == null || best != null && found.priority() < best.priority()) {
                continue;
            }
            rival = best != null && found.priority() == best.priority() ? best : null;
            best = found;
        }
        if (rival != null) {
            throw AmbiguityError.ofRules(rival, best);
        }
        return best;
    }

    private List<Tuple> order() {
        if (!sorted) {
            order = new ArrayList<>(tuples.values());
            order.sort((a, b) -> Integer.compare(b.highest(), a.highest()));
            sorted = true;
        }
        return order;
    }
}
