/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import org.onlab.packet.IpPrefix;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What parts of the document claim for themselves alone: names, numbers, prefixes.
 */
final class Claims {

    private final Map<String, Map<Object, String>> taken = new LinkedHashMap<>();
    private final Map<IpPrefix, String> prefixes = new LinkedHashMap<>();

    /** Claims a value of some kind for its owner; says who has it already, or null. */
    String claim(String kind, Object value, String owner) {
        return taken.computeIfAbsent(kind, k -> new LinkedHashMap<>()).putIfAbsent(value, owner);
    }

    /** Claims the field's value for its owner. */
    <T> T claim(Field field, String kind, T value, String owner) {
        String other = claim(kind, value, owner);
        if (other != null) {
            throw field.invalid("is also the " + kind + " of " + other);
        }
        return value;
    }

    /** Claims all addresses of a prefix for the field that gives it. */
    IpPrefix claim(Field field, IpPrefix prefix) {
        prefixes.forEach((other, owner) -> {
            if (Subnets.overlap(other, prefix)) {
                throw field.invalid("overlaps " + other + " of " + owner);
            }
        });
        prefixes.put(prefix, field.path());
        return prefix;
    }
}
