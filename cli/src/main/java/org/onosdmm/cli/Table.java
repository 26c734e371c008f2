/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.base.Strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Aligned columns under a header line, within a number of characters: where they are too wide together, the text of
 * columns that may wrap goes on in the next line; of any text column, if that is not enough. Nothing is cut off.
 */
final class Table {

    /** Characters a line, as wide as the narrowest terminal that operators use. */
    static final int WIDTH = 120;

    private static final String GAP = "  ";
    private static final int LEAST = 8;

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** Adds a column of text. */
    Table left(String header) {
        columns.add(new Column(header, false, Integer.MAX_VALUE));
        return this;
    }

    /** Adds a column of numbers. */
    Table right(String header) {
        columns.add(new Column(header, true, Integer.MAX_VALUE));
        return this;
    }

    /** Adds a column of text that may become this narrow. */
    Table wrapped(String header, int least) {
        columns.add(new Column(header, false, least));
        return this;
    }

    /** Adds a row, a cell a column. */
    Table row(Object... cells) {
        checkArgument(cells.length == columns.size(), "%s cells for %s columns", cells.length, columns.size());
        rows.add(new Row(Arrays.stream(cells).map(String::valueOf).collect(Collectors.toList())));
        return this;
    }

    /** Adds a line of its own, over all columns. */
    Table heading(String text) {
        rows.add(new Row(Collections.singletonList(text)));
        return this;
    }

    /** The lines, without blanks at their ends. */
    List<String> lines() {
        int[] widths = fit(natural());
        List<String> lines = new ArrayList<>(draw(headers(), widths));
        for (Row row : rows) {
            if (row.cells.size() == columns.size()) {
                lines.addAll(draw(row.cells, widths));
            } else {
                lines.addAll(row.cells);
            }
        }
        return lines;
    }

    private List<String> headers() {
        return columns.stream().map(column -> column.header).collect(Collectors.toList());
    }

    private int[] natural() {
        int[] widths = columns.stream().mapToInt(column -> column.header.length()).toArray();
        rows.stream().filter(row -> row.cells.size() == columns.size()).forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.cells.get(i).length());
            }
        });
        return widths;
    }

    private int[] fit(int[] widths) {
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - WIDTH;
        for (; excess > 0; excess--) {
            int widest = widest(widths, column -> column.least);
            if (widest < 0) {
                widest = widest(widths, column -> column.right ? Integer.MAX_VALUE : LEAST);
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int widest(int[] widths, ToIntFunction<Column> least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > least.applyAsInt(columns.get(i)) && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private List<String> draw(List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrap(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(i == 0 ? "" : GAP).append(columns.get(i).pad(part, widths[i]));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    /** The text in lines of this many characters at most; nothing is cut off. */
    static List<String> wrap(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int end = end(rest, width);
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    // At a blank, else behind a hyphen or the like, else anywhere.
    private static int end(String text, int width) {
        int blank = text.lastIndexOf(' ', width);
        if (blank > 0) {
            return blank;
        }
        int hyphen = Math.max(text.lastIndexOf('-', width - 1), text.lastIndexOf('_', width - 1));
        return hyphen > 0 ? hyphen + 1 : width;
    }

    private static final class Column {
        private final String header;
        private final boolean right;
        private final int least;

        private Column(String header, boolean right, int least) {
            this.header = header;
            this.right = right;
            this.least = least;
        }

        private String pad(String text, int width) {
            return right ? Strings.padStart(text, width, ' ') : Strings.padEnd(text, width, ' ');
        }
    }

    private static final class Row {
        private final List<String> cells;

        private Row(List<String> cells) {
            this.cells = cells;
        }
    }
}
