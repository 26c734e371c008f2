/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.names;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Classes of services by domain name: the longest suffix that a name has decides. Immutable.
 */
public final class NameTable {

    private static final int LONGEST = 255;

    /** An entry that a name falls under. */
    @AutoValue
    public abstract static class Match {

        /** The suffix, such as {@code zoom.us}. */
        public abstract String suffix();

        /** Name of the class. */
        public abstract String applicationClass();

        /** A match by its parts. */
        public static Match of(String suffix, String applicationClass) {
            return new AutoValue_NameTable_Match(suffix, applicationClass);
        }
    }

    private final ImmutableMap<String, String> classes;

    private NameTable(ImmutableMap<String, String> classes) {
        this.classes = classes;
    }

    /** A table of class names by suffix; lower case, without a leading or last dot. */
    public static NameTable of(Map<String, String> classes) {
        return new NameTable(ImmutableMap.copyOf(classes));
    }

    /** The table that ships with the app. */
    public static NameTable builtIn() {
        return Resources.NAMES;
    }

    /** The entries: class names by suffix. */
    public ImmutableMap<String, String> entries() {
        return classes;
    }

    /** The entry with the longest suffix that the name has, on label boundaries; case and a last dot do not count. */
    public Optional<Match> find(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String rest = name.toLowerCase(Locale.ROOT);
        if (rest.endsWith(".")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        while (!rest.isEmpty()) {
            String found = classes.get(rest);
            if (found != null) {
                return Optional.of(Match.of(rest, found));
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }
}
