/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flows that {@code flows.csv} names, by capture. */
final class FlowTable {
    private static final String[] COLUMNS = {"file", "proto", "a", "b", "label", "category", "first_packet_label",
        "pkts_ab", "pkts_ba"};

    final Map<String, List<LabelledFlow>> byFile = new LinkedHashMap<>();

    private FlowTable() {
    }

    /** A flow with its ground truth, and what became of it in the replay. */
    static final class LabelledFlow {
        final String file;
        final String ends;
        final String text;
        final String label;
        final String truth;
        final String firstPacket;
        final long packets;
        long seen;
        String found = Labels.STANDARD;
        String step = "not shown";
        String evidence = "";

        LabelledFlow(String file, String ends, String text, String label, String truth, String firstPacket,
                     long packets) {
            this.file = file;
            this.ends = ends;
            this.text = text;
            this.label = label;
            this.truth = truth;
            this.firstPacket = firstPacket;
            this.packets = packets;
        }
    }

    /** Reads the table of a folder of captures. */
    static FlowTable read(Path folder, Labels labels) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("flows.csv"));
        Map<String, Integer> columns = columns(lines.get(0));
        List<String[]> rows = new ArrayList<>();
        lines.stream().skip(1).filter(line -> !line.isEmpty()).forEach(line -> rows.add(line.split(",", -1)));
        Map<String, String> categories = new HashMap<>();
        for (String[] row : rows) {
            labels.application(row[columns.get("label")])
                    .ifPresent(name -> categories.putIfAbsent(name, row[columns.get("category")]));
        }
        FlowTable table = new FlowTable();
        for (String[] row : rows) {
            LabelledFlow flow = flow(row, columns, labels, categories);
            table.byFile.computeIfAbsent(flow.file, f -> new ArrayList<>()).add(flow);
        }
        return table;
    }

    private static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        String[] names = header.split(",");
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].trim(), i);
        }
        for (String name : COLUMNS) {
            if (!columns.containsKey(name)) {
                throw new IllegalArgumentException("flows.csv has no column " + name);
            }
        }
        return columns;
    }

    private static LabelledFlow flow(String[] row, Map<String, Integer> columns, Labels labels,
                                     Map<String, String> categories) {
        String label = row[columns.get("label")];
        String first = row[columns.get("first_packet_label")];
        String category = row[columns.get("category")];
        String protocol = row[columns.get("proto")];
        String a = row[columns.get("a")];
        String b = row[columns.get("b")];
        return new LabelledFlow(row[columns.get("file")], ends(protocol, end(a), end(b)),
                protocol + " " + a + " " + b, label, labels.classOf(label, Optional.of(category)),
                labels.classOf(first, labels.application(first).map(categories::get)),
                count(row[columns.get("pkts_ab")]) + count(row[columns.get("pkts_ba")]));
    }

    private static long count(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }

    private static String end(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return text;
        }
        String address = text.substring(0, colon).replace("[", "").replace("]", "");
        return Segment.name(address) + "/" + text.substring(colon + 1);
    }

    /** The same for both directions. */
    static String ends(String protocol, String one, String other) {
        return protocol + " " + (one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
    }
}
