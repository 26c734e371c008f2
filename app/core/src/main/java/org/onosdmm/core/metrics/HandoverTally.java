/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.metrics;

import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts handovers and their phases by looking at the log of the last ones, again and again: each counts once, when it
 * is over, and each of its phases when that is.
 */
public final class HandoverTally {

    /** What became of a handover. */
    private enum Outcome {
        COMPLETED,
        ROLLED_BACK,
        /** The node went on before it was completed. */
        OVERTAKEN,
        /** It left the log before it was over. */
        UNKNOWN
    }

    private enum Phase {
        MAKE,
        SWITCH,
        BREAK
    }

    private final Map<Trigger, Map<Outcome, Long>> over = new EnumMap<>(Trigger.class);
    private final Map<Phase, Histogram> phases = new EnumMap<>(Phase.class);
    private final Map<String, Set<Phase>> open = new HashMap<>();
    private final Map<String, Handover> openRecords = new HashMap<>();
    private Set<String> known = new HashSet<>();
    private List<Handover> seen = Collections.emptyList();
    private long held;
    private long rescued;
    private long flowMods;

    /** Nothing is counted yet. */
    public HandoverTally() {
        for (Phase phase : Phase.values()) {
            phases.put(phase, new Histogram(Histogram.MILLISECONDS));
        }
    }

    /** Takes the log as it is now, newest last. What is the same list as before is not looked at again. */
    public synchronized void look(List<Handover> log) {
        if (log == seen) {
            return;
        }
        seen = log;
        Map<MobileNodeId, Integer> overtaken = new HashMap<>();
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).phase() == HandoverPhase.CLEANED) {
                overtaken.put(log.get(i).node(), i);
            }
        }
        Set<String> present = new HashSet<>();
        for (int i = 0; i < log.size(); i++) {
            Handover handover = log.get(i);
            String name = handover.node() + "@" + handover.detectedAt();
            present.add(name);
            if (open.containsKey(name) || !known.contains(name)) {
                look(name, handover, i < overtaken.getOrDefault(handover.node(), -1));
            }
        }
        Set<String> lost = new HashSet<>(open.keySet());
        lost.removeAll(present);
        lost.forEach(name -> end(name, openRecords.get(name), Outcome.UNKNOWN));
        known = present;
    }

    private void look(String name, Handover handover, boolean overtaken) {
        Set<Phase> counted = open.computeIfAbsent(name, n -> new HashSet<>());
        openRecords.put(name, handover);
        passed(counted, Phase.MAKE, Optional.of(handover.detectedAt()), handover.preparedAt());
        passed(counted, Phase.SWITCH, handover.preparedAt(), handover.switchedAt());
        passed(counted, Phase.BREAK, handover.switchedAt(), handover.cleanedAt());
        if (handover.phase() == HandoverPhase.CLEANED) {
            end(name, handover, Outcome.COMPLETED);
        } else if (handover.phase() == HandoverPhase.ROLLED_BACK) {
            end(name, handover, Outcome.ROLLED_BACK);
        } else if (overtaken) {
            end(name, handover, Outcome.OVERTAKEN);
        }
    }

    private void passed(Set<Phase> counted, Phase phase, Optional<Long> from, Optional<Long> to) {
        if (from.isPresent() && to.isPresent() && counted.add(phase)) {
            phases.get(phase).observe(to.get() - from.get());
        }
    }

    private void end(String name, Handover handover, Outcome outcome) {
        open.remove(name);
        openRecords.remove(name);
        over.computeIfAbsent(handover.to().trigger(), t -> new EnumMap<>(Outcome.class)).merge(outcome, 1L, Long::sum);
        held += handover.packetsHeld();
        rescued += handover.packetsRescued();
        flowMods += handover.flowMods();
    }

    /** Puts what was counted into families. */
    public synchronized void into(Families families) {
        Families.Family handovers = families.counter("dmm_handovers_total",
                "Handovers that are over, by what told of the move and what became of them.");
        over.forEach((trigger, outcomes) -> outcomes.forEach((outcome, count) -> handovers.add(count,
                "trigger", Families.word(trigger), "outcome", Families.word(outcome))));
        families.gauge("dmm_handovers_open", "Handovers that are not over.").add(open.size());
        Families.Family durations = families.histogram("dmm_handover_phase_seconds",
                "Time of the phases of handovers: from the sign of the move until the new edge delivers (make), from "
                        + "there until all steers there (switch), until the old place is cleaned up (break).");
        new TreeMap<>(phases).forEach((phase, histogram) -> durations.addAll(histogram.samples(
                ImmutableMap.of("phase", Families.word(phase)))));
        families.counter("dmm_handover_held_packets_total",
                "Packets from nodes that waited for the rules of a handover and were passed on.").add(held);
        families.counter("dmm_handover_rescued_packets_total",
                "Packets to nodes that were away, kept and passed on.").add(rescued);
        families.counter("dmm_handover_flow_mods_total", "Flow-mods sent for handovers that are over.").add(flowMods);
    }
}
