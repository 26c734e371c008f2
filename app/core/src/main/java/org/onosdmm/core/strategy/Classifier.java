/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.Policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives flows their application classes: the first rule that matches decides, then the default class.
 */
public final class Classifier {

    private Classifier() {
    }

    /** A class, and why it is that one. */
    @AutoValue
    public abstract static class Decision {

        /** The class. */
        public abstract ApplicationClass applicationClass();

        /** Why, in words, such as {@code rule 2 (udp, ports 3478-3481)}. */
        public abstract String reason();
    }

    /** The class of the flow that a node has begun with this packet. */
    public static Decision classify(FlowSample sample, Policy policy) {
        int number = 1;
        for (ClassRule rule : policy.rules()) {
            if (rule.matches(sample)) {
                return new AutoValue_Classifier_Decision(policy.classOf(rule),
                        "rule " + number + " (" + conditions(rule) + ")");
            }
            number++;
        }
        return new AutoValue_Classifier_Decision(policy.defaultClass(), "default class");
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
