/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.FlowMod;
import org.onosdmm.dataplane.Snapshot;
import org.onosproject.net.flow.FlowRule;

/** One operation on the switches: what the engine asked for at once. */
public final class Operation {
    private final boolean addition;
    private final RuleSet rules;
    private final long started;
    private final Snapshot before;
    private long finished = Long.MAX_VALUE;

    Operation(boolean addition, RuleSet rules, long started, Snapshot before) {
        this.addition = addition;
        this.rules = rules;
        this.started = started;
        this.before = before;
    }

    /** Whether rules are added; otherwise they are removed. */
    public boolean isAddition() {
        return addition;
    }

    /** Which rules. */
    public RuleSet rules() {
        return rules;
    }

    /** When it began, us. */
    public long started() {
        return started;
    }

    void finish(long time) {
        finished = time;
    }

    /** When all switches had confirmed it, us; as late as can be if they have not. */
    public long finished() {
        return finished;
    }

    /** What the switches held when it began. */
    public Snapshot before() {
        return before;
    }

    FlowMod flowMod(FlowRule rule) {
        return addition ? FlowMod.add(rule) : FlowMod.delete(rule);
    }

    @Override
    public String toString() {
        return (addition ? "add\n" : "remove\n") + rules.dump();
    }
}
