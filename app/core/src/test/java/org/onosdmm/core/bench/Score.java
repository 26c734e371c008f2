/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.core.bench.FlowTable.LabelledFlow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Right and wrong of one set of classes. */
final class Score {
    private int right;
    private int wrong;
    private int missed;
    private int others;

    private Score() {
    }

    /** The score over some flows. */
    static Score of(Collection<LabelledFlow> flows, Set<String> classes, Function<LabelledFlow, String> found) {
        Score score = new Score();
        for (LabelledFlow flow : flows) {
            boolean is = classes.contains(flow.truth);
            boolean called = classes.contains(found.apply(flow));
            score.right += is && called ? 1 : 0;
            score.wrong += !is && called ? 1 : 0;
            score.missed += is && !called ? 1 : 0;
            score.others += is ? 0 : 1;
        }
        return score;
    }

    /** Flows that are of the classes. */
    int flows() {
        return right + missed;
    }

    /** Flows that were called so. */
    int called() {
        return right + wrong;
    }

    double recall() {
        return flows() == 0 ? Double.NaN : (double) right / flows();
    }

    double precision() {
        return called() == 0 ? Double.NaN : (double) right / called();
    }

    /** The part of the other flows that was called so. */
    double falseAlarms() {
        return others == 0 ? Double.NaN : (double) wrong / others;
    }

    /**
     * Writes the figures: over flows, and as the mean over the files that have such flows (recall), that had flows
     * called so (precision), and that have others (false alarms).
     */
    static void write(ObjectNode into, Map<String, ? extends Collection<LabelledFlow>> files, Set<String> classes,
                      Function<LabelledFlow, String> found) {
        Map<String, Mean> means = new LinkedHashMap<>();
        Score all = new Score();
        for (Collection<LabelledFlow> flows : files.values()) {
            Score one = of(flows, classes, found);
            all.right += one.right;
            all.wrong += one.wrong;
            all.missed += one.missed;
            all.others += one.others;
            means.computeIfAbsent("recall", n -> new Mean()).add(one.recall());
            means.computeIfAbsent("precision", n -> new Mean()).add(one.precision());
            means.computeIfAbsent("false_alarms", n -> new Mean()).add(one.falseAlarms());
        }
        into.put("flows", all.flows()).put("called", all.called()).put("right", all.right);
        put(into.putObject("over_flows"), "recall", all.recall());
        put((ObjectNode) into.get("over_flows"), "precision", all.precision());
        put((ObjectNode) into.get("over_flows"), "false_alarms", all.falseAlarms());
        ObjectNode mean = into.putObject("mean_over_files");
        means.forEach((name, value) -> {
            put(mean, name, value.value());
            mean.put(name + "_files", value.count);
        });
    }

    private static void put(ObjectNode into, String name, double value) {
        if (Double.isNaN(value)) {
            into.putNull(name);
        } else {
            into.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }

    /** A mean that leaves out what is not there. */
    private static final class Mean {
        private double sum;
        private int count;

        private void add(double value) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }

        private double value() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
