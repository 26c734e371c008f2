/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.Drift;
import org.onosproject.net.DeviceId;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds rules that have drifted from what they should be, and has them put right.
 *
 * <p>What the engine believes and what ONOS reports are read one after the other, while handovers go on. So what is on
 * its way to a switch counts for nothing, and only what is wrong in two looks has drifted.
 */
public final class Audit {

    /** From the first look to the second one: longer than a change takes. */
    static final Duration BETWEEN = Duration.ofSeconds(2);

    private final MobilityEngine mobility;
    private final FabricEngine fabric;
    private final EnginePorts ports;

    /** Audit of what these engines have had installed. */
    public Audit(MobilityEngine mobility, FabricEngine fabric, EnginePorts ports) {
        this.mobility = mobility;
        this.fabric = fabric;
        this.ports = ports;
    }

    /**
     * Compares what the switches report with what they were told, twice, and has the difference put right.
     *
     * @param reported the rules of this app that a switch reports
     */
    public void perform(Function<DeviceId, RuleSet> reported) {
        Drift first = look(reported);
        if (!first.isNone()) {
            ports.clock().schedule(this, BETWEEN, () -> repair(look(reported).and(first)));
        }
    }

    private Drift look(Function<DeviceId, RuleSet> reported) {
        Set<DeviceId> devices = mobility.network().switches().keySet().stream()
                .filter(mobility.network()::isAvailable).collect(Collectors.toSet());
        RuleSet before = believed(devices);
        RuleSet actual = RuleSet.union(devices.stream().map(reported));
        RuleSet onTheWay = RuleSet.union(Stream.concat(devices.stream().map(fabric::underWay),
                mobility.tasks().all().stream().map(NodeTask::underWay)));
        return Drift.between(before, actual).and(Drift.between(believed(devices), actual)).without(onTheWay);
    }

    private RuleSet believed(Set<DeviceId> devices) {
        return RuleSet.union(Stream.concat(devices.stream().map(fabric::installed), believed().map(
                rules -> rules.where(key -> devices.contains(key.device())))));
    }

    private Stream<RuleSet> believed() {
        return mobility.tasks().all().stream().map(NodeTask::installed);
    }

    private void repair(Drift drift) {
        RuleSet missing = drift.missing();
        if (!missing.isEmpty()) {
            count(missing);
            missing.devices().forEach(device -> fabric.recheck(device, missing.at(device)));
            mobility.tasks().all().stream()
                    .filter(task -> missing.rules().keySet().stream().anyMatch(task.installed().rules()::containsKey))
                    .forEach(task -> ports.clock().execute(task.node(), () -> task.recheck(missing)));
        }
        removeIfUnwanted(drift.unexpected());
    }

    /** A rule may be wanted that is not there yet: only what nobody wants now goes. */
    private void removeIfUnwanted(RuleSet suspects) {
        RuleSet unwanted = suspects.minusKeys(RuleSet.union(Stream.concat(
                suspects.devices().stream().map(fabric::desired),
                Stream.concat(mobility.states().stream().map(mobility::desired), believed()))));
        if (!unwanted.isEmpty()) {
            count(unwanted);
            ports.rules().remove(unwanted).exceptionally(e -> {
                mobility.counters().failed("rules", e);
                return null;
            });
        }
    }

    private void count(RuleSet drifted) {
        drifted.devices().forEach(device -> mobility.counters().repaired(device, drifted.at(device).size()));
    }
}
