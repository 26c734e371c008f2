/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableList;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Compares what a switch reports with the rules that ONOS knows.
 *
 * <p>Rules are not decoded: the known rule is encoded again and compared with the report. An entry that is no known
 * rule is reported as a {@link ForeignFlow}; one that does something else than its rule says is to be sent again,
 * which repairs it in place and without a gap.
 */
final class FlowReconciler {

    /** What came out: entries to report to ONOS, and rules to send again. */
    static final class Outcome {
        private final List<FlowEntry> entries;
        private final List<FlowRule> repairs;

        private Outcome(List<FlowEntry> entries, List<FlowRule> repairs) {
            this.entries = entries;
            this.repairs = repairs;
        }

        List<FlowEntry> entries() {
            return entries;
        }

        List<FlowRule> repairs() {
            return repairs;
        }
    }

    private final Extensions extensions;

    /** Reports that were answered with a repair; if one comes again unchanged, it is just how this switch puts it. */
    private final Map<DeviceId, Map<Long, List<OFInstruction>>> answered = new ConcurrentHashMap<>();

    FlowReconciler(Extensions extensions) {
        this.extensions = extensions;
    }

    /**
     * Compares one complete report of a switch.
     *
     * @param known the rules that ONOS has for this switch
     */
    Outcome compare(DeviceId device, OFFactory factory, Iterable<FlowEntry> known, List<OFFlowStatsEntry> reported) {
        Map<Long, FlowEntry> byCookie = new HashMap<>();
        known.forEach(entry -> byCookie.put(entry.id().value(), entry));
        ImmutableList.Builder<FlowEntry> entries = ImmutableList.builder();
        ImmutableList.Builder<FlowRule> repairs = ImmutableList.builder();
        for (OFFlowStatsEntry entry : reported) {
            FlowEntry rule = byCookie.get(entry.getCookie().getValue());
            if (rule == null || !samePlace(factory, rule, entry)) {
                entries.add(new ForeignFlow(device, entry));
            } else {
                entries.add(counted(rule, entry));
                if (needsRepair(device, factory, rule, entry)) {
                    repairs.add(rule);
                }
            }
        }
        return new Outcome(entries.build(), repairs.build());
    }

    /** Forgets a device. */
    void remove(DeviceId device) {
        answered.remove(device);
    }

    private static boolean samePlace(OFFactory factory, FlowRule rule, OFFlowStatsEntry entry) {
        try {
            return rule.priority() == entry.getPriority()
                    && FlowModEncoder.table(rule) == entry.getTableId().getValue()
                    && MatchEncoder.encode(factory, rule.selector()).equals(entry.getMatch());
        } catch (UnsupportedRuleException e) {
            return false; // such a rule never went to a switch
        }
    }

    private boolean needsRepair(DeviceId device, OFFactory factory, FlowEntry rule, OFFlowStatsEntry entry) {
        Map<Long, List<OFInstruction>> ours = answered.computeIfAbsent(device, key -> new ConcurrentHashMap<>());
        List<OFInstruction> reported = entry.getInstructions();
        long cookie = rule.id().value();
        boolean wanted = rule.state() == FlowEntryState.ADDED || rule.state() == FlowEntryState.PENDING_ADD;
        if (!wanted || does(factory, rule, reported)) {
            ours.remove(cookie);
            return false;
        }
        return !Objects.equals(ours.put(cookie, reported), reported);
    }

    private boolean does(OFFactory factory, FlowRule rule, List<OFInstruction> reported) {
        try {
            return TreatmentEncoder.encode(factory, rule, extensions).equals(reported);
        } catch (UnsupportedRuleException e) {
            return false;
        }
    }

    private static FlowEntry counted(FlowEntry rule, OFFlowStatsEntry entry) {
        long life = TimeUnit.SECONDS.toNanos(entry.getDurationSec()) + entry.getDurationNsec();
        return new DefaultFlowEntry(rule, FlowEntryState.ADDED, life, TimeUnit.NANOSECONDS,
                entry.getPacketCount().getValue(), entry.getByteCount().getValue());
    }
}
