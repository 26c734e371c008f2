/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.NextMove;
import org.onosdmm.api.PathHop;
import org.onosdmm.api.PathRule;
import org.onosproject.net.PortNumber;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An explanation for a person.
 */
final class ExplanationText {

    private final Explanation explanation;

    ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(Words.labelled("Flow", explanation.key().toString()));
        lines.addAll(Words.labelled("Id", explanation.key().id()));
        lines.addAll(Words.labelled("Node", explanation.placed()));
        lines.addAll(Words.labelled("Class", explanation.classified()));
        lines.addAll(Words.labelled("Anchor", explanation.anchored()));
        lines.addAll(Words.labelled("Promise", explanation.promised()));
        lines.add("");
        lines.addAll(direction("From node", explanation.outbound()));
        lines.add("");
        lines.addAll(direction("To node", explanation.inbound()));
        if (!explanation.next().isEmpty()) {
            lines.add("");
            lines.addAll(next());
        }
        return lines;
    }

    private static List<String> direction(String label, FlowDirection direction) {
        List<String> lines = new ArrayList<>(Words.labelled(label, direction.sentence()));
        if (!direction.paths().isEmpty()) {
            lines.addAll(rules(direction.paths()));
        }
        if (!direction.present().isEmpty()) {
            lines.addAll(Words.labelled("Until then", direction.present().get(0).end().words()));
            lines.addAll(rules(direction.present()));
        }
        return lines;
    }

    /** The rules of each way; those of a switch that were told already are not told again. */
    private static List<String> rules(List<FlowPath> paths) {
        Table table = new Table().wrapped("Switch", 8).left("Ports").left("Table").right("Priority").left("Cookie")
                .wrapped("Rule", 30).left("There");
        Set<List<PathRule>> told = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            if (i > 0) {
                table.heading(paths.get(i).copy() ? "a copy:" : "or:");
            }
            paths.get(i).hops().forEach(hop -> {
                if (hop.rules().isEmpty() || told.add(hop.rules())) {
                    rows(hop, table);
                } else {
                    table.row(name(hop), ports(hop), "", "", "", "as above", "");
                }
            });
        }
        return table.lines();
    }

    private static void rows(PathHop hop, Table table) {
        boolean first = true;
        for (PathRule rule : hop.rules()) {
            table.row(first ? name(hop) : "", first ? ports(hop) : "", rule.table() + " " + rule.tableName(),
                      rule.priority(), String.format("0x%016x", rule.cookie()), rule.words(),
                      rule.confirmed() ? "yes" : "no");
            first = false;
        }
        if (first) {
            table.row(name(hop), ports(hop), "", "", "", "no rule matches", "");
        }
    }

    private static String name(PathHop hop) {
        return hop.edge().map(AnchorId::name).orElse(hop.device().toString());
    }

    private static String ports(PathHop hop) {
        return hop.in().toLong() + " > " + hop.out().map(PortNumber::toLong).map(String::valueOf).orElse(Words.NONE);
    }

    private List<String> next() {
        Table table = new Table().wrapped("Next move", 9).wrapped("The flow ...", 30);
        for (NextMove move : explanation.next()) {
            table.row("to " + move.edge(), move.sentence());
        }
        return table.lines();
    }
}
