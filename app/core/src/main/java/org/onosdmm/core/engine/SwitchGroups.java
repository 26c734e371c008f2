/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import org.onosdmm.core.compile.Protection;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The groups of one switch: asks for those that are wanted, and has those removed that no rule takes any more. Nobody
 * waits for them.
 *
 * <p>A switch that had its groups when it was last seen is presumed to have them still, until it confirms them or
 * refuses a rule that takes one: rules that it holds need not go and come again meanwhile. All methods run on the
 * switch's own thread.
 */
final class SwitchGroups {

    /** What has not been done is asked for again after this time, and not before: ONOS may have given it up. */
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** Groups that are not confirmed within this time are reported. ONOS reads them every ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final DeviceId device;
    private final EnginePorts ports;
    private final Runnable reconcile;
    private final Counters counters;
    private final Map<Integer, PathGroup> seen = new HashMap<>();
    private final Map<Integer, Long> asked = new HashMap<>();
    private final Map<Integer, Long> sentAway = new HashMap<>();
    private long missingSince = -1;
    private volatile boolean overdue;
    private BooleanSupplier had;
    private volatile boolean presumed;

    SwitchGroups(DeviceId device, EnginePorts ports, Runnable reconcile, BooleanSupplier had, Counters counters) {
        this.device = device;
        this.ports = ports;
        this.reconcile = reconcile;
        this.had = had;
        this.counters = counters;
    }

    /** The switch went or came. */
    void forget() {
        asked.clear();
        sentAway.clear();
        missingSince = -1;
        presumed = had.getAsBoolean();
    }

    /** Whether the switch is presumed to have its groups. Safe on any thread. */
    boolean isPresumed() {
        return presumed;
    }

    /** The switch has refused a rule that takes a group; whether that was on a presumption, which is over now. */
    boolean refused() {
        boolean was = presumed;
        presumed = false;
        had = () -> false;
        return was;
    }

    /** Asks for what is wanted and not there, a select group right after its members: ONOS tells the switch in turn. */
    void ask(List<Protection> wanted) {
        Map<Integer, PathGroup> groups = new TreeMap<>();
        wanted.forEach(protection -> groups.putAll(protection.groups()));
        seen.putAll(groups);
        ImmutableSortedMap<Integer, GroupPort.Status> present = ports.groups().at(device);
        Set<Integer> there = new HashSet<>(Maps.filterValues(present, s -> s != GroupPort.Status.LEAVING).keySet());
        groups.values().stream().filter(group -> !present.containsKey(group.id())
                && group.members().stream().allMatch(member -> there.contains(member.id()))).forEach(group -> {
                    if (isAsked(group)) {
                        there.add(group.id());
                    }
                });
        boolean complete = confirmed(present).containsAll(groups.keySet());
        if (complete && !groups.isEmpty()) {
            had = () -> true;
            presumed = false;
        }
        watch(complete);
    }

    private boolean isAsked(PathGroup group) {
        boolean due = isTime(asked, group.id());
        if (due) {
            sentAway.remove(group.id());
            ports.groups().add(group);
        }
        return due;
    }

    private boolean isTime(Map<Integer, Long> before, int id) {
        long now = ports.clock().millis();
        if (now - before.getOrDefault(id, now - AGAIN.toMillis()) < AGAIN.toMillis()) {
            return false;
        }
        before.put(id, now);
        ports.clock().schedule(device, AGAIN, reconcile);
        return true;
    }

    private void watch(boolean complete) {
        if (complete) {
            missingSince = -1;
            overdue = false;
        } else if (missingSince < 0) {
            long since = ports.clock().millis();
            missingSince = since;
            ports.clock().schedule(device, PATIENCE, () -> {
                if (missingSince == since) {
                    overdue = true;
                    counters.failed("groups", new IllegalStateException("not confirmed by " + device));
                }
            });
        }
    }

    /** Has those removed that are neither wanted nor taken by a rule that the switch may hold. */
    void release(List<Protection> wanted, RuleSet held) {
        Set<Integer> needed = new HashSet<>();
        wanted.forEach(protection -> needed.addAll(protection.groups().keySet()));
        held.rules().values().forEach(treatment -> taken(treatment).forEach(id -> {
            needed.add(id);
            Optional.ofNullable(seen.get(id)).ifPresent(g -> g.members().forEach(m -> needed.add(m.id())));
        }));
        seen.keySet().retainAll(needed);
        ports.groups().at(device).descendingMap().forEach((id, status) -> {
            boolean goes = status == GroupPort.Status.LEAVING || !needed.contains(id);
            if (goes && isTime(sentAway, id)) {
                asked.remove(id);
                ports.groups().remove(device, id);
            }
        });
    }

    /** Whether it has been asked for groups for long, and has not confirmed them. Safe on any thread. */
    boolean isOverdue() {
        return overdue;
    }

    /** The groups that a rule takes. */
    static Stream<Integer> taken(TrafficTreatment treatment) {
        return treatment.allInstructions().stream().filter(i -> i.type() == Instruction.Type.GROUP)
                .map(i -> ((GroupInstruction) i).groupId().id());
    }

    /** Whether a switch has the groups of a protection, or is presumed to; not one that is just being removed. */
    static boolean has(Map<Integer, GroupPort.Status> present, Protection protection, boolean presumed) {
        return protection.isReady(confirmed(present)) || presumed && protection.groups().keySet().stream()
                .noneMatch(id -> present.get(id) == GroupPort.Status.LEAVING);
    }

    /** The groups that a switch has confirmed. */
    static Set<Integer> confirmed(Map<Integer, GroupPort.Status> present) {
        return Maps.filterValues(present, status -> status == GroupPort.Status.CONFIRMED).keySet();
    }
}
