/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a configuration would change or has changed, for a person.
 */
final class PolicyText {

    private PolicyText() {
    }

    /** Where it differs from the one that stands. */
    static List<String> differences(PolicyDiff diff) {
        return folded(Stream.concat(fields(diff), Stream.of(standing(diff.version()))));
    }

    /** What it would come to. */
    static List<String> checked(PolicyCheck check) {
        List<String> lines = new ArrayList<>(check.changes());
        if (lines.isEmpty()) {
            lines.add("Nothing would change for classes and rules.");
        }
        int broken = check.broken().size();
        lines.add(check.unharmed() + " known flows would go on as they are; "
                + (broken == 0 ? "no running flow would break." : broken + " would break:"));
        lines.addAll(check.broken());
        lines.add(standing(check.version()));
        return folded(lines.stream());
    }

    /** What has become of the one that stood: whoever has it changed meanwhile sees what is lost of that. */
    static List<String> applied(PolicyDiff replaced, PolicyCheck check) {
        List<String> lines = new ArrayList<>();
        lines.add("Version " + replaced.version() + " is replaced. Fields:");
        fields(replaced).forEach(lines::add);
        if (!check.changes().isEmpty()) {
            lines.add("For classes and rules:");
        }
        lines.addAll(check.changes());
        int broken = check.broken().size();
        lines.add(check.unharmed() + " known flows go on as they are; "
                + (broken == 0 ? "no running flow breaks." : "broken are " + broken + ":"));
        lines.addAll(check.broken());
        check.applied().ifPresent(version -> lines.add(standing(version)));
        return folded(lines.stream());
    }

    private static Stream<String> fields(PolicyDiff diff) {
        return diff.changes().isEmpty() ? Stream.of("Nothing differs.") : diff.changes().stream().map(change ->
                change.field() + ": " + change.from().orElse(Words.NONE) + " > " + change.to().orElse(Words.NONE));
    }

    private static String standing(String version) {
        return "Version " + version + " stands.";
    }

    private static List<String> folded(Stream<String> lines) {
        return lines.flatMap(line -> Words.folded(line).stream()).collect(Collectors.toList());
    }
}
