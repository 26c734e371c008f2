/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;

/** Figures of a test as one line of JSON on the standard output, which {@code ./dmm bench handover} reads. */
public final class Measured {
    private static final String MARK = "MEASURED ";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode figures = MAPPER.createObjectNode();

    private Measured(String what) {
        figures.put("what", what);
    }

    /** Figures of this kind. */
    public static Measured of(String what) {
        return new Measured(what);
    }

    /** A word. */
    public Measured with(String name, String value) {
        figures.put(name, value);
        return this;
    }

    /** A number. */
    public Measured with(String name, long value) {
        figures.put(name, value);
        return this;
    }

    /** Several words. */
    public Measured with(String name, Collection<?> values) {
        values.forEach(value -> figures.withArray(name).add(value.toString()));
        return this;
    }

    /** A number for each of several words. */
    public Measured with(String name, Map<String, Integer> values) {
        values.forEach(figures.putObject(name)::put);
        return this;
    }

    /** Tells them. */
    public void print() {
        System.out.println(MARK + figures);
    }
}
