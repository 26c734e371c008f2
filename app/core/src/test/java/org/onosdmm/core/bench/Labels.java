/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service class that a label of the captures' tool stands for, by the table in {@code labels.txt}. */
final class Labels {
    static final String STANDARD = "standard";

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private final Set<String> always = new HashSet<>();
    private final Set<String> carriers = new HashSet<>();

    private Labels() {
    }

    /** The table. */
    static Labels read() {
        Labels table = new Labels();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Labels.class.getResourceAsStream("labels.txt"), StandardCharsets.UTF_8))) {
            in.lines().map(String::trim).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(table::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String kind = line.substring(0, space);
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(space + 1, colon);
        Stream<String> words = Stream.of(line.substring(Math.max(space, colon) + 1).trim().split(" +"))
                .map(Labels::plain);
        switch (kind) {
            case "label":
                words.forEach(word -> put(labels, word, name));
                break;
            case "category":
                words.forEach(word -> put(categories, word, name));
                break;
            case "always":
                always.addAll(words.collect(Collectors.toList()));
                break;
            case "carrier":
                carriers.addAll(words.collect(Collectors.toList()));
                break;
            default:
                throw new IllegalStateException(line);
        }
    }

    private static void put(Map<String, String> table, String word, String name) {
        String other = table.put(word, name);
        if (other != null && !other.equals(name)) {
            throw new IllegalStateException(word + " is both " + other + " and " + name);
        }
    }

    /** The class of a flow with this label, such as {@code 91.189/TLS.Zoom}. */
    String classOf(String label, Optional<String> category) {
        List<String> parts = parts(label);
        for (String part : parts) {
            if (always.contains(part)) {
                return labels.getOrDefault(part, STANDARD);
            }
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (labels.containsKey(parts.get(i))) {
                return labels.get(parts.get(i));
            }
        }
        return category.map(c -> categories.getOrDefault(plain(c), STANDARD)).orElse(STANDARD);
    }

    /** What a label says beyond carriers; nothing where it names carriers only. */
    Optional<String> application(String label) {
        List<String> parts = parts(label);
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!carriers.contains(parts.get(i))) {
                return Optional.of(parts.get(i));
            }
        }
        return Optional.empty();
    }

    /** The carrier and what it carries; there are as many names as numbers, and a name may have a dot. */
    private static List<String> parts(String label) {
        String inner = label.substring(label.indexOf(':') + 1);
        int slash = inner.indexOf('/');
        String numbers = slash < 0 ? "" : inner.substring(0, slash);
        int count = (int) numbers.chars().filter(c -> c == '.').count() + 1;
        List<String> parts = new ArrayList<>();
        for (String part : inner.substring(slash + 1).split("\\.", count)) {
            parts.add(plain(part));
        }
        return parts;
    }

    private static String plain(String word) {
        return word.toLowerCase().replaceAll("[^a-z0-9]", "");
    }
}
