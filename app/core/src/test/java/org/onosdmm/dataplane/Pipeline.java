/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instructions.MetadataInstruction;

/** One packet on its way through the tables of one switch (OpenFlow 1.3.5 sections 5.1 and 5.9). */
final class Pipeline {
    private final OpenFlowSwitch device;
    private final Trace trace;
    private final Hop hop;
    private final ActionRunner runner;
    private final ActionSet actionSet = new ActionSet();
    private long metadata;

    Pipeline(OpenFlowSwitch device, Trace trace, Hop hop, Frame frame) {
        this.device = device;
        this.trace = trace;
        this.hop = hop;
        this.runner = new ActionRunner(device, trace, hop, frame);
    }

    /** Starts at table 0 and goes on until no rule says goto; what comes out is in the hop and in the trace. */
    void run() {
        int before = results();
        int table = 0;
        InstalledRule rule = null;
        while (table >= 0 && !runner.isExpired()) {
            rule = lookup(table);
            if (rule == null) {
                miss(table, before);
                return;
            }
            table = execute(rule);
        }
        if (runner.isExpired() && !actionSet.isEmpty()) {
            throw AmbiguityError.ofExpiry(actionSet).at(hop.in(), runner.frame());
        }
        runner.run(actionSet.inOrder(), rule);
        if (results() == before) {
            runner.drop(hop.in(), Drop.Reason.NO_OUTPUT, "no output in what matched");
        }
    }

    private InstalledRule lookup(int table) {
        long[] key = runner.frame().headers().key(hop.in().port().toLong(), metadata);
        InstalledRule rule = lookup(table, key);
        hop.step(table, rule);
        if (rule != null) {
            rule.counters().count(runner.frame().length());
        }
        return rule;
    }

    private InstalledRule lookup(int table, long[] key) {
        try {
            return device.inForce().lookup(table, key);
        } catch (AmbiguityError e) {
            throw e.at(hop.in(), runner.frame());
        }
    }

    /** Without a table-miss rule a packet that no rule matches is dropped (section 5.4). */
    private void miss(int table, int before) {
        if (!actionSet.isEmpty()) {
            throw AmbiguityError.ofMiss(table, actionSet).at(hop.in(), runner.frame());
        }
        if (results() == before) {
            runner.drop(hop.in(), Drop.Reason.TABLE_MISS, "table " + table);
        }
    }

    /** Carries out the instructions in the order of section 5.9; returns the next table, or -1. */
    private int execute(InstalledRule rule) {
        TrafficTreatment treatment = rule.rule().treatment();
        runner.run(treatment.immediate(), rule);
        if (runner.isExpired()) {
            return -1;
        }
        if (treatment.clearedDeferred()) {
            actionSet.clear();
        }
        actionSet.write(treatment.deferred());
        MetadataInstruction write = treatment.writeMetadata();
        if (write != null) {
            metadata = metadata & ~write.metadataMask() | write.metadata() & write.metadataMask();
        }
        return treatment.tableTransition() == null ? -1 : treatment.tableTransition().tableId();
    }

    private int results() {
        return hop.outputs().size() + trace.punts().size() + trace.drops().size();
    }
}
