/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.metrics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.Metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Metrics that are being put together.
 */
public final class Families {

    /** One metric that is being put together. */
    public static final class Family {

        private final String name;
        private final Metric.Type type;
        private final String help;
        private final List<Metric.Sample> samples = new ArrayList<>();

        private Family(String name, Metric.Type type, String help) {
            this.name = name;
            this.type = type;
            this.help = help;
        }

        /**
         * Adds a number.
         *
         * @param labels what it is about: a label's name, its value, the next label's name and so on
         */
        public void add(double value, String... labels) {
            ImmutableMap.Builder<String, String> map = ImmutableMap.builder();
            for (int i = 0; i < labels.length; i += 2) {
                map.put(labels[i], labels[i + 1]);
            }
            samples.add(Metric.Sample.of("", map.build(), value));
        }

        /** Adds the numbers of a histogram. */
        public void addAll(Iterable<Metric.Sample> some) {
            some.forEach(samples::add);
        }
    }

    private final List<Family> families = new ArrayList<>();

    /** Begins a metric that counts. */
    public Family counter(String name, String help) {
        return begin(name, Metric.Type.COUNTER, help);
    }

    /** Begins a metric that goes up and down. */
    public Family gauge(String name, String help) {
        return begin(name, Metric.Type.GAUGE, help);
    }

    /** Begins a metric of histograms. */
    public Family histogram(String name, String help) {
        return begin(name, Metric.Type.HISTOGRAM, help);
    }

    private Family begin(String name, Metric.Type type, String help) {
        Family family = new Family(name, type, help);
        families.add(family);
        return family;
    }

    /** The metrics, in the order in which they were begun. */
    public ImmutableList<Metric> metrics() {
        return families.stream().map(f -> Metric.of(f.name, f.type, f.help, f.samples))
                .collect(ImmutableList.toImmutableList());
    }

    /** A constant's name as the value of a label. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
