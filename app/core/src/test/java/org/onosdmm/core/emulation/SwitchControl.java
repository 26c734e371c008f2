/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onosdmm.core.compile.RuleCookie;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.onos.rules.SwitchRules;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.FlowMod;
import org.onosdmm.dataplane.FlowModException;
import org.onosdmm.dataplane.Snapshot;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The control channels: an operation becomes flow-mods, each switch gets its own after a while, carries them out, and
 * says so with a barrier reply. It fails as soon as one switch has refused one or is not there.
 */
public final class SwitchControl implements SwitchRules {

    /** The app whose rules these are. */
    public static final DefaultApplicationId APP = new DefaultApplicationId(42, "org.onosdmm");
    /** Time from the controller to a switch, us, unless told otherwise. */
    public static final long CHANNEL = 300;
    private static final long STATISTICS = 1_000_000;

    private final DataPlane switches;
    private final VirtualClock clock;
    private final DataPlane confirmed = new DataPlane();
    private final GroupControl groups;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<Operation> inFlight = new LinkedHashSet<>();
    private final List<Consumer<Operation>> listeners = new ArrayList<>();
    private final Map<DeviceId, Long> free = new HashMap<>();
    private final Map<RuleKey, Optional<Reading>> readings = new HashMap<>();
    private ToLongFunction<DeviceId> channel = device -> CHANNEL;
    private BiFunction<Operation, List<FlowMod>, List<FlowMod>> distortion = (operation, mods) -> mods;
    private Random shuffle;
    private long commitLag;
    private boolean mute;

    SwitchControl(DataPlane switches, VirtualClock clock) {
        this.switches = switches;
        this.clock = clock;
        switches.devices().forEach(confirmed::addDevice);
        this.groups = new GroupControl(switches, confirmed, clock);
        clock.after(STATISTICS, this::poll);
    }

    @Override
    public GroupControl groups() {
        return groups;
    }

    /** From now on a message to a switch takes this long, us. */
    public void channel(ToLongFunction<DeviceId> micros) {
        channel = micros;
    }

    /** From now on the flow-mods of one operation are carried out in any order. */
    public void shuffle(Random random) {
        shuffle = random;
    }

    /** From now on flow-mods are in force only this long after the switch has confirmed them, us. */
    public void commitLag(long micros) {
        commitLag = micros;
    }

    /** From now on no statistics come. */
    public void muteStatistics() {
        mute = true;
    }

    /** Called with every operation from now on, when it begins. */
    public void onOperation(Consumer<Operation> action) {
        listeners.add(action);
    }

    /** How many operations there have been: to ask later for those since. */
    public int mark() {
        return operations.size();
    }

    /** The operations since a mark, without those that did nothing. */
    public List<Operation> since(int mark) {
        return ImmutableList.copyOf(operations.subList(mark, operations.size()));
    }

    @Override
    public CompletableFuture<Void> add(RuleSet rules) {
        return operate(true, rules);
    }

    @Override
    public CompletableFuture<Void> remove(RuleSet rules) {
        return operate(false, rules);
    }

    private CompletableFuture<Void> operate(boolean addition, RuleSet rules) {
        if (rules.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Operation operation = new Operation(addition, rules, clock.micros(), switches.snapshot());
        operations.add(operation);
        inFlight.add(operation);
        listeners.forEach(listener -> listener.accept(operation));
        List<FlowMod> mods = flowMods(operation);
        List<CompletableFuture<Void>> replies = new ArrayList<>();
        mods.stream().map(FlowMod::deviceId).distinct().forEach(device -> replies.add(send(device,
                mods.stream().filter(mod -> mod.deviceId().equals(device)).collect(Collectors.toList()))));
        CompletableFuture<Void> done = new CompletableFuture<>();
        replies.forEach(reply -> reply.whenComplete((ok, failure) -> {
            if (failure != null) {
                inFlight.remove(operation);
                confirmed.restore(switches.snapshot());
                done.completeExceptionally(failure);
            } else if (replies.stream().allMatch(CompletableFuture::isDone) && !done.isDone()) {
                finish(operation);
                done.complete(null);
            }
        }));
        return done;
    }

    private void finish(Operation operation) {
        operation.finish(clock.micros());
        inFlight.remove(operation);
        flowMods(operation).forEach(confirmed::apply);
    }

    /** The flow-mods of an operation as they are sent. */
    public List<FlowMod> flowMods(Operation operation) {
        return distortion.apply(operation, asFlowRules(operation.rules()).stream().map(operation::flowMod)
                .collect(Collectors.toList()));
    }

    /** From now on something else is sent than the engine has asked for: to see who notices. */
    public void distort(BiFunction<Operation, List<FlowMod>, List<FlowMod>> change) {
        distortion = change;
    }

    /** The operations that not all switches have confirmed. */
    public List<Operation> inFlight() {
        return ImmutableList.copyOf(inFlight);
    }

    /** What the switches hold by what they have confirmed. */
    public Snapshot confirmed() {
        return confirmed.snapshot();
    }

    private CompletableFuture<Void> send(DeviceId device, List<FlowMod> mods) {
        CompletableFuture<Void> reply = new CompletableFuture<>();
        if (shuffle != null) {
            Collections.shuffle(mods, shuffle);
        }
        long way = channel.applyAsLong(device);
        long time = Math.max(free.getOrDefault(device, 0L), clock.micros() + way);
        free.put(device, time);
        clock.at(time + commitLag, () -> {
            FlowModException refusal = apply(mods);
            clock.at(time + way, () -> {
                if (refusal == null) {
                    reply.complete(null);
                } else {
                    reply.completeExceptionally(refusal);
                }
            });
        });
        return reply;
    }

    private FlowModException apply(List<FlowMod> mods) {
        FlowModException refusal = null;
        for (FlowMod mod : mods) {
            try {
                switches.apply(mod);
            } catch (FlowModException e) {
                refusal = e;
            }
        }
        return refusal;
    }

    /** Statistics: once a second, of the rules that somebody has asked for. */
    private void poll() {
        long now = clock.millis();
        if (mute) {
            return;
        }
        readings.replaceAll((key, before) -> switches.counters(flowRule(key, DefaultTrafficTreatment.emptyTreatment()))
                .map(counters -> Reading.of(counters.packets(), now)));
        clock.after(STATISTICS, this::poll);
    }

    @Override
    public Optional<Reading> reading(RuleKey rule) {
        return readings.computeIfAbsent(rule, key -> Optional.empty());
    }

    @Override
    public ImmutableList<FlowRule> asFlowRules(RuleSet rules) {
        return rules.rules().entrySet().stream().map(e -> flowRule(e.getKey(), e.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public RuleSet confirmed(RuleSet rules) {
        RuleSet all = reported();
        return rules.minus(rules.minus(all));
    }

    /** As ONOS's store has it: what is asked for counts from when it is asked, whether the switch has it yet or not. */
    @Override
    public RuleSet confirmed(DeviceId device) {
        return reported(device);
    }

    @Override
    public RuleSet reported(DeviceId device) {
        RuleSet reported = asRuleSet(switches.rules(device));
        for (Operation operation : inFlight) {
            RuleSet asked = operation.rules().at(device);
            reported = operation.isAddition() ? reported.plus(asked) : reported.minusKeys(asked);
        }
        return reported;
    }

    /** All rules of the app at all switches. */
    public RuleSet reported() {
        return asRuleSet(switches.rules(APP));
    }

    /** The app is deactivated: ONOS removes all its rules. */
    public void withdraw() {
        switches.rules(APP).forEach(rule -> switches.apply(FlowMod.delete(rule)));
        groups.withdraw();
    }

    static RuleSet asRuleSet(Iterable<FlowRule> rules) {
        Map<RuleKey, TrafficTreatment> set = new LinkedHashMap<>();
        for (FlowRule rule : rules) {
            if (rule.appId() == APP.id()) {
                set.put(RuleKey.of(rule.deviceId(), ((IndexTableId) rule.table()).id(), rule.priority(),
                        rule.selector()), rule.treatment());
            }
        }
        return RuleSet.of(set);
    }

    /** The rule as ONOS would send it. */
    public static FlowRule flowRule(RuleKey key, TrafficTreatment treatment) {
        return RuleCookie.flowRule(key, treatment, APP);
    }
}
