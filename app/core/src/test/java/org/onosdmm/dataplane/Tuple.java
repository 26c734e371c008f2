/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a table that look at the same bits: a hash table from the masked key to the rules, best first. */
final class Tuple {
    private final Match.Shape shape;
    private final Map<Match.MaskedKey, List<InstalledRule>> rules = new HashMap<>();
    private final TreeMap<Integer, Integer> priorities = new TreeMap<>();

    Tuple(Match.Shape shape) {
        this.shape = shape;
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The highest priority of any of its rules. */
    int highest() {
        return priorities.lastKey();
    }

    /** The best rule that matches, or null. */
    InstalledRule lookup(long[] key) {
        List<InstalledRule> found = rules.get(shape.mask(key));
        return found == null ? null : found.get(0);
    }

    InstalledRule get(Match.MaskedKey values, int priority) {
        for (InstalledRule rule : rules.getOrDefault(values, List.of())) {
            if (rule.priority() == priority) {
                return rule;
            }
        }
        return null;
    }

    /** Puts a rule in; true if it took another one's place. */
    boolean put(InstalledRule rule) {
        boolean replaced = remove(rule.match().values(), rule.priority());
        List<InstalledRule> same = rules.computeIfAbsent(rule.match().values(), values -> new ArrayList<>(1));
        int at = 0;
        while (at < same.size() && same.get(at).priority() > rule.priority()) {
            at++;
        }
        same.add(at, rule);
        priorities.merge(rule.priority(), 1, Integer::sum);
        return replaced;
    }

    /** Removes a rule; true if there was one. */
    boolean remove(Match.MaskedKey values, int priority) {
        List<InstalledRule> same = rules.get(values);
        if (same == null || !same.removeIf(rule -> rule.priority() == priority)) {
            return false;
        }
        if (same.isEmpty()) {
            rules.remove(values);
        }
        priorities.computeIfPresent(priority, (p, count) -> count == 1 ? null : count - 1);
        return true;
    }

    void addAllTo(Collection<InstalledRule> to) {
        rules.values().forEach(to::addAll);
    }
}
