/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.Finding;
import org.onosdmm.view.AnchorWords;
import org.onosdmm.view.HandoverStatistics;
import org.onosdmm.view.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The domain on one screen, for a person.
 */
final class SummaryText {

    private final Summary summary;

    SummaryText(Summary summary) {
        this.summary = summary;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(Words.labelled("Nodes", summary.nodes() + "; away " + summary.absent() + ", moving "
                + summary.moving()));
        lines.addAll(Words.labelled("Flows", flows()));
        lines.addAll(Words.labelled("Packet-ins", summary.packetIns() + packets()));
        lines.addAll(Words.labelled("Repairs", repairs()));
        lines.addAll(Words.labelled("Problems", Words.count(summary.check().count(Finding.Severity.ERROR), "error")
                + ", " + Words.count(summary.check().count(Finding.Severity.WARNING), "warning") + problems()));
        lines.add("");
        lines.addAll(anchors());
        lines.add("");
        lines.addAll(handovers());
        return lines;
    }

    private String flows() {
        long kept = summary.kept().values().stream().mapToLong(Long::longValue).sum();
        String byClass = counts(summary.kept());
        return kept + " kept" + (byClass.isEmpty() ? "" : " (" + byClass + ")") + ", " + summary.unkept()
                + " known and not kept, " + summary.lost() + " lost";
    }

    private String packets() {
        return summary.packets().isEmpty() ? "" : ": " + counts(summary.packets());
    }

    private String repairs() {
        return summary.repairs().isEmpty() ? "none" : "rules at " + counts(summary.repairs());
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    private String problems() {
        Optional<Finding> first = summary.check().findings().stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR).findFirst();
        return summary.check().findings().isEmpty() ? ""
                : first.map(f -> ": " + f.subject() + " " + f.message()).orElse("") + "; see dmm-check";
    }

    private List<String> anchors() {
        if (summary.anchors().isEmpty()) {
            return List.of(AnchorsCommand.NONE);
        }
        Table table = new Table().wrapped("Anchor", 8).left("Switch").wrapped("Uplink", 10).left("New flows")
                .right("Nodes").right("Flows").right("Leased").right("Rules");
        for (AnchorInfo anchor : summary.anchors()) {
            table.row(anchor.id(), anchor.available() ? "up" : "down", AnchorWords.uplink(anchor),
                      anchor.draining() ? "draining" : "taken", anchor.nodes(), anchor.flows(),
                      anchor.leased() + "/" + anchor.poolSize(), Words.rules(anchor.rules()));
        }
        return table.lines();
    }

    private List<String> handovers() {
        Table table = new Table().left("Handovers").right("Number").right("Switched").right("Rolled back")
                .right("Failed").right("Median").right("p99").right("Longest");
        row("last minute", summary.lastMinute(), table);
        row("last hour", summary.lastHour(), table);
        return table.lines();
    }

    private static void row(String span, HandoverStatistics statistics, Table table) {
        table.row(span, statistics.count(), statistics.switched(), statistics.rolledBack(), statistics.failed(),
                  ms(statistics.median()), ms(statistics.p99()), ms(statistics.most()));
    }

    private static String ms(Optional<Long> microseconds) {
        return Words.duration(Optional.of(0L), microseconds);
    }
}
