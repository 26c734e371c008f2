/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operator's rules: the first one that matches decides.
 */
public final class RulesStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "rules";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        int number = 1;
        for (ClassRule rule : policy.rules()) {
            if (rule.matches(packet.sample())) {
                return Optional.of(Decision.of(policy.classOf(rule), ID,
                        "rule " + number + " (" + conditions(rule) + ")"));
            }
            number++;
        }
        return Optional.empty();
    }

    private static String conditions(ClassRule rule) {
        List<String> conditions = new ArrayList<>();
        rule.protocol().ifPresent(p -> conditions.add(FlowKey.protocolName(p)));
        rule.ports().ifPresent(p -> conditions.add((p.first() == p.last() ? "port " : "ports ") + p));
        rule.dscp().ifPresent(d -> conditions.add("DSCP " + d));
        rule.prefix().ifPresent(p -> conditions.add("prefix " + p));
        return String.join(", ", conditions);
    }
}
