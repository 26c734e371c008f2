/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.flow.FlowRule;

/** A flow entry: a rule as ONOS gave it, its compiled match and its counters (OpenFlow 1.3.5 section 5.2). */
final class InstalledRule {
    private final FlowRule rule;
    private final Match match;
    private final Counters counters;
    private final long since;
    private String text;

    InstalledRule(FlowRule rule, Match match, Counters counters, long since) {
        this.rule = rule;
        this.match = match;
        this.counters = counters;
        this.since = since;
    }

    /** The same entry, put in now. */
    InstalledRule asNew(long now) {
        return new InstalledRule(rule, match, new Counters(), now);
    }

    FlowRule rule() {
        return rule;
    }

    Match match() {
        return match;
    }

    int priority() {
        return rule.priority();
    }

    Counters counters() {
        return counters;
    }

    /** When it was put in, in ms. */
    long since() {
        return since;
    }

    /** True if its hard timeout is over (section 5.5). */
    boolean isExpired(long now) {
        return rule.hardTimeout() > 0 && now - since >= rule.hardTimeout() * 1000L;
    }

    /** The whole entry but for its counters, for a person and as input of a stable hash. */
    String text() {
        if (text == null) {
            text = RuleText.of(rule);
        }
        return text;
    }

    @Override
    public String toString() {
        return text();
    }
}
