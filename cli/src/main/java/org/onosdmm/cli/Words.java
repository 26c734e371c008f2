/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.base.Strings;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.RuleStatus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How single values are written in tables: short, with their unit, the same in every command.
 */
final class Words {

    /** What stands for a value that is not there. */
    static final String NONE = "-";

    /** Characters of a label and the gap behind it. */
    private static final int LABEL = 11;

    private static final String INDENT = "  ";

    private static final double US_PER_MS = 1000.0;

    private Words() {
    }

    /** The time since then in one unit, such as {@code 12 s}; both in ms since the epoch. */
    static String age(long then, long now) {
        long seconds = Math.max(0, TimeUnit.MILLISECONDS.toSeconds(now - then));
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = TimeUnit.SECONDS.toMinutes(seconds);
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = TimeUnit.MINUTES.toHours(minutes);
        return hours < 48 ? hours + " h" : TimeUnit.HOURS.toDays(hours) + " d";
    }

    /** The same with {@code ago} behind it. */
    static String ago(long then, long now) {
        return age(then, now) + " ago";
    }

    /** The time between two moments that may not have come, such as {@code 0.84 ms}; both in us since the epoch. */
    static String duration(Optional<Long> begin, Optional<Long> end) {
        if (!begin.isPresent() || !end.isPresent()) {
            return NONE;
        }
        double ms = (end.get() - begin.get()) / US_PER_MS;
        int decimals = ms < 10 ? 2 : ms < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f ms", ms);
    }

    /** Rules on the switches out of those that should be there, such as {@code 14/14}. */
    static String rules(RuleStatus status) {
        return status.installed() + "/" + status.desired();
    }

    /** A point of attachment by edge and port number, such as {@code edge2/3}. */
    static String poa(Attachment attachment) {
        return attachment.edge() + "/" + attachment.poa().port().toLong();
    }

    /** A label, and a text beside it that may take several lines. */
    static List<String> labelled(String label, String text) {
        List<String> lines = new ArrayList<>();
        for (String part : Table.wrap(text, Table.WIDTH - LABEL)) {
            lines.add((Strings.padEnd(lines.isEmpty() ? label : "", LABEL, ' ') + part).stripTrailing());
        }
        return lines;
    }

    /** A text in as many lines as it takes, from the second one on indented. */
    static List<String> folded(String text) {
        List<String> lines = new ArrayList<>();
        for (String part : Table.wrap(text, Table.WIDTH - INDENT.length())) {
            lines.add(lines.isEmpty() ? part : INDENT + part);
        }
        return lines;
    }

    /** Several values in one cell. */
    static String list(Collection<?> values) {
        return values.isEmpty() ? NONE : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** A number of things, such as {@code 1 error} or {@code 2 errors}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
