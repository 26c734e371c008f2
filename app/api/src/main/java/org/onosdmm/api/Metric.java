/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * Something that is counted or measured, as it stands now. Names, units and samples follow the conventions of
 * Prometheus.
 */
@AutoValue
public abstract class Metric {

    /** How its numbers behave. */
    public enum Type {
        /** They grow, and begin anew when the app is started. */
        COUNTER,
        /** They go up and down. */
        GAUGE,
        /** Numbers of observations up to each bound, in all, and their sum; all of them grow. */
        HISTOGRAM
    }

    /** One number. */
    @AutoValue
    public abstract static class Sample {

        /** What is added to the metric's name: {@code _bucket}, {@code _sum} or {@code _count}; else nothing. */
        public abstract String suffix();

        /** What the number is about: labels with their values. */
        public abstract ImmutableMap<String, String> labels();

        /** The number. */
        public abstract double value();

        /** A number by its parts. */
        public static Sample of(String suffix, ImmutableMap<String, String> labels, double value) {
            return new AutoValue_Metric_Sample(suffix, labels, value);
        }
    }

    /** Its name, such as {@code dmm_handovers_total}. */
    public abstract String name();

    /** How its numbers behave. */
    public abstract Type type();

    /** What it is, in a sentence. */
    public abstract String help();

    /** Its numbers. */
    public abstract ImmutableList<Sample> samples();

    /** A metric by its parts. */
    public static Metric of(String name, Type type, String help, Iterable<Sample> samples) {
        return new AutoValue_Metric(name, type, help, ImmutableList.copyOf(samples));
    }
}
