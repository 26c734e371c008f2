/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import org.onosdmm.core.compile.FabricCompiler;
import org.onosdmm.core.compile.Protection;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.uplink.InForce;
import org.onosproject.net.DeviceId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All switches of a domain: sees that each holds the rules that are there for every node.
 */
public final class FabricEngine {

    private final EnginePorts ports;
    private final Predicate<DeviceId> mine;
    private final BooleanSupplier returns;
    private final Counters counters;
    private final Map<DeviceId, FabricTask> tasks = new ConcurrentHashMap<>();

    private volatile Optional<Domain> asConfigured = Optional.empty();
    private volatile Optional<Domain> domain = Optional.empty();
    private volatile NetworkView network = NetworkView.EMPTY;
    private final AtomicInteger generation = new AtomicInteger();

    /**
     * An engine.
     *
     * @param ports what it needs of the world
     * @param mine whether this controller instance is the one that works for a switch
     * @param returns whether switches hold what an earlier run of the controller has told them
     * @param counters counts what went wrong
     */
    public FabricEngine(EnginePorts ports, Predicate<DeviceId> mine, BooleanSupplier returns, Counters counters) {
        this.ports = ports;
        this.mine = mine;
        this.returns = returns;
        this.counters = counters;
        ports.groups().addListener(this::resync);
    }

    /** Puts a configuration, or none, in force. */
    public void configure(Optional<Domain> document) {
        asConfigured = document;
        putInForce();
        generation.incrementAndGet();
        resync();
    }

    /** Whichever of configuration and network has come last. */
    private synchronized void putInForce() {
        domain = asConfigured.map(d -> InForce.of(d, network));
    }

    /** Takes a new view of the network. */
    public void observe(NetworkView view) {
        NetworkView before = network;
        before.switches().keySet().stream().filter(device -> before.isAvailable(device) != view.isAvailable(device))
                .forEach(ports.groups()::forget);
        network = view;
        putInForce();
        generation.incrementAndGet();
        view.switches().keySet().forEach(this::task);
        tasks.forEach((device, task) -> ports.clock().execute(device, () -> {
            if (before.isAvailable(device) != view.isAvailable(device)) {
                task.reconnected();
            } else {
                task.reconcile();
            }
        }));
    }

    /** Checks all switches again. */
    public void resync() {
        tasks.forEach((device, task) -> ports.clock().execute(device, task::reconcile));
    }

    /** Checks one switch again. */
    private void resync(DeviceId device) {
        Optional.ofNullable(tasks.get(device)).ifPresent(task -> ports.clock().execute(device, task::reconcile));
    }

    /** Forgets what a switch is believed to hold, of these rules, and puts it right. */
    public void recheck(DeviceId device, RuleSet doubtful) {
        ports.clock().execute(device, () -> task(device).recheck(doubtful));
    }

    /** Another number whenever {@link #desired} may have changed but for rules that take groups. */
    public int generation() {
        return generation.get();
    }

    /** The rules that a switch should hold for every node; those that take groups while it has these, or should. */
    public RuleSet desired(DeviceId device) {
        return desired(device, protections(device));
    }

    private RuleSet desired(DeviceId device, List<Protection> protections) {
        if (!domain.isPresent() || !network.isAvailable(device)) {
            return RuleSet.EMPTY;
        }
        Map<Integer, GroupPort.Status> groups = ports.groups().at(device);
        boolean presumed = task(device).presumesGroups();
        Stream<Protection> ready = protections.stream().filter(p -> SwitchGroups.has(groups, p, presumed));
        return RuleSet.union(Stream.concat(Stream.of(FabricCompiler.compile(domain.get(), network, device)),
                ready.map(Protection::rules)));
    }

    /** How a switch should keep its ways up by itself. */
    public ImmutableList<Protection> protections(DeviceId device) {
        return domain.isPresent() && network.isAvailable(device)
                ? Protection.compile(domain.get(), network, device) : ImmutableList.of();
    }

    /** The switches that have not confirmed their groups for long. */
    public ImmutableList<DeviceId> withoutGroups() {
        return tasks.keySet().stream().filter(device -> network.isAvailable(device) && task(device).lacksGroups())
                .sorted(Ordering.usingToString()).collect(ImmutableList.toImmutableList());
    }

    /** The rules that a switch has confirmed. */
    public RuleSet installed(DeviceId device) {
        return task(device).installed();
    }

    /** The rules that were sent to a switch, and no answer has come. */
    public RuleSet underWay(DeviceId device) {
        return task(device).underWay();
    }

    private FabricTask task(DeviceId device) {
        return tasks.computeIfAbsent(device, d -> new FabricTask(d, ports,
                wanted -> desired(d, wanted), () -> protections(d), () -> network.isAvailable(d) && mine.test(d),
                returns, counters));
    }
}
