/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static com.google.common.base.Preconditions.checkState;

/**
 * A set of flow rules over any number of switches.
 */
@AutoValue
public abstract class RuleSet {

    /** No rule at all. */
    public static final RuleSet EMPTY = of(ImmutableMap.of());

    /** The rules: what each key does. */
    public abstract ImmutableMap<RuleKey, TrafficTreatment> rules();

    /** A set of these rules. */
    public static RuleSet of(Map<RuleKey, TrafficTreatment> rules) {
        return new AutoValue_RuleSet(ImmutableMap.copyOf(rules));
    }

    /** Number of rules. */
    public int size() {
        return rules().size();
    }

    /** Whether there is no rule. */
    public boolean isEmpty() {
        return rules().isEmpty();
    }

    /** The switches that hold a rule of this set. */
    public ImmutableSet<DeviceId> devices() {
        return rules().keySet().stream().map(RuleKey::device).collect(ImmutableSet.toImmutableSet());
    }

    /** The rules of one switch. */
    public RuleSet at(DeviceId device) {
        return where(key -> key.device().equals(device));
    }

    /** The rules whose keys are so. */
    public RuleSet where(Predicate<RuleKey> condition) {
        return of(Maps.filterKeys(rules(), condition::test));
    }

    /** These rules that the other set has not, or has with another treatment. */
    public RuleSet minus(RuleSet other) {
        if (other.isEmpty()) {
            return this;
        }
        return of(Maps.filterEntries(rules(), e -> !e.getValue().equals(other.rules().get(e.getKey()))));
    }

    /** These rules whose keys the other set has not at all. */
    public RuleSet minusKeys(RuleSet other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        return of(Maps.filterKeys(rules(), k -> !other.rules().containsKey(k)));
    }

    /** Both; where both have a key, the other set's treatment holds. */
    public RuleSet plus(RuleSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Map<RuleKey, TrafficTreatment> all = new LinkedHashMap<>(rules());
        all.putAll(other.rules());
        return of(all);
    }

    /** All of these; where two have a key, the later one's treatment holds. */
    public static RuleSet union(Stream<RuleSet> sets) {
        Map<RuleKey, TrafficTreatment> all = new LinkedHashMap<>();
        sets.forEach(set -> all.putAll(set.rules()));
        return of(all);
    }

    /** All of these by the switch that holds them; where two have a key, the later one's treatment holds. */
    public static ImmutableMap<DeviceId, RuleSet> byDevice(Stream<RuleSet> sets) {
        Map<DeviceId, Map<RuleKey, TrafficTreatment>> all = new LinkedHashMap<>();
        sets.forEach(set -> set.rules().forEach((key, treatment) ->
                all.computeIfAbsent(key.device(), d -> new LinkedHashMap<>()).put(key, treatment)));
        return ImmutableMap.copyOf(Maps.transformValues(all, RuleSet::of));
    }

    /** The rules in a stable order, one a line: for people and for tests. */
    public String dump() {
        StringBuilder text = new StringBuilder();
        ImmutableSortedMap.copyOf(rules())
                .forEach((k, v) -> text.append(k).append(" -> ").append(v.allInstructions())
                        .append(v.tableTransition() == null ? "" : " " + v.tableTransition()).append('\n'));
        return text.toString();
    }

    /** Collects rules; a key that comes twice has to come with the same treatment. */
    public static final class Collector {

        private final Map<RuleKey, TrafficTreatment> rules = new LinkedHashMap<>();

        /**
         * Adds a rule.
         *
         * @throws IllegalStateException if the key is there with another treatment
         */
        public void add(RuleKey key, TrafficTreatment treatment) {
            TrafficTreatment before = rules.put(key, treatment);
            checkState(before == null || before.equals(treatment),
                    "%s is asked to do both %s and %s", key, before, treatment);
        }

        /** What was collected. */
        public RuleSet toRuleSet() {
            return of(rules);
        }
    }
}
