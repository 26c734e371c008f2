/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.table;

import com.google.common.io.Resources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A table in which a line that begins with a class in brackets is followed by what is of this class.
 */
public final class ShippedTable {

    private ShippedTable() {
    }

    /**
     * Reads a table.
     *
     * @param owner the class beside which the table is
     * @param name its file name
     * @param action takes each class and line of it, comments among them, without empty lines
     */
    public static void read(Class<?> owner, String name, BiConsumer<String, String> action) {
        try {
            read(Resources.readLines(Resources.getResource(owner, name), StandardCharsets.UTF_8), action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void read(List<String> lines, BiConsumer<String, String> action) {
        String current = "";
        for (String each : lines) {
            String line = each.trim();
            if (line.startsWith("[")) {
                current = line.substring(1, line.indexOf(']'));
            } else if (!line.isEmpty()) {
                action.accept(current, line);
            }
        }
    }
}
