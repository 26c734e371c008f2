/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A flow rule in one line: priority, match, what it does, app. The same rule always gives the same text. */
final class RuleText {
    private RuleText() {
    }

    static String of(FlowRule rule) {
        return String.format("table %d priority %5d [%s] -> %s (app %d%s)", Rules.tableOf(rule), rule.priority(),
                match(rule), treatment(rule.treatment()), rule.appId(), timeouts(rule));
    }

    static String match(FlowRule rule) {
        return rule.selector().criteria().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    static String treatment(TrafficTreatment treatment) {
        List<String> parts = new ArrayList<>();
        treatment.immediate().stream().map(RuleText::instruction).forEach(parts::add);
        if (treatment.clearedDeferred()) {
            parts.add("clear actions");
        }
        treatment.deferred().stream().map(i -> "write " + instruction(i)).forEach(parts::add);
        if (treatment.writeMetadata() != null) {
            parts.add(treatment.writeMetadata().toString());
        }
        if (treatment.tableTransition() != null) {
            parts.add("goto " + treatment.tableTransition().tableId());
        }
        return String.join(", ", parts);
    }

    private static String instruction(Instruction instruction) {
        return instruction.type() == Instruction.Type.NOACTION ? "drop" : instruction.toString();
    }

    private static String timeouts(FlowRule rule) {
        return (rule.isPermanent() ? "" : ", idle " + rule.timeout() + " s")
                + (rule.hardTimeout() == 0 ? "" : ", hard " + rule.hardTimeout() + " s");
    }
}
