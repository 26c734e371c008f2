/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.Sets;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.compile.FlowRules;
import org.onosdmm.core.mobility.Expectations;
import org.onosdmm.core.mobility.HintKeeping;
import org.onosdmm.core.mobility.Leases;
import org.onosdmm.core.mobility.Renumbering;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * What has to be done from time to time: silent flows, unused leases and absent nodes go, and addresses
 * that nobody answers for when another node claims them.
 */
public final class Upkeep {

    private final MobilityEngine mobility;
    private final EnginePorts ports;
    private final Map<FlowKey, long[]> heard = new ConcurrentHashMap<>();
    private final AddressUse use;
    private final Disputes disputes;

    /** Upkeep of this engine. */
    public Upkeep(MobilityEngine mobility, EnginePorts ports) {
        this(mobility, ports, (node, address) -> false);
    }

    /**
     * Upkeep of this engine.
     *
     * @param granted whether a node was given an address, and has it still: no other gets that by claiming it
     */
    public Upkeep(MobilityEngine mobility, EnginePorts ports, BiPredicate<MobileNodeId, IpAddress> granted) {
        this.mobility = mobility;
        this.ports = ports;
        this.use = new AddressUse(ports.rules());
        this.disputes = new Disputes(mobility, ports, granted);
    }

    /** Lets go of what is no longer used. */
    public void age() {
        mobility.domain().ifPresent(domain -> {
            mobility.tasks().all().forEach(task -> ports.clock().execute(task.node(), () -> age(domain, task)));
            disputes.settle(domain);
        });
    }

    private void age(Domain domain, NodeTask task) {
        NodeState state = task.state();
        mobility.tasks().forgetIfOver(task);
        if (state == null || !mobility.context().owns(state)) {
            return;
        }
        long now = ports.clock().millis();
        if (state.binding().absentSince().map(t -> now - t > domain.timers().bindingLifetime()).orElse(false)) {
            mobility.remove(state.node());
            return;
        }
        task.change(before -> Expectations.aged(Leases.aged(domain, renumbered(domain,
                withoutSilent(domain, before, task.installed(), now), task.installed(), now), now), now)
                .with(HintKeeping.aged(before.hints(), now)));
        task.change(before -> before == null ? null : before.with(new Room(domain, before, 0,
                mobility.context().flowsAt(before.binding().current().edge())).eased()));
    }

    private NodeState renumbered(Domain domain, NodeState state, RuleSet installed, long now) {
        NodeState aged = Renumbering.aged(domain, state, address -> use.since(address, installed), now);
        Sets.difference(state.left().keySet(), aged.left().keySet()).forEach(use::forget);
        return aged;
    }

    private NodeState withoutSilent(Domain domain, NodeState state, RuleSet installed, long now) {
        TreeMap<FlowKey, PinnedFlow> flows = new TreeMap<>(state.flows());
        FlowRules rules = new FlowRules(installed);
        flows.values().removeIf(flow -> isSilent(domain, flow, rules, now));
        return flows.size() == state.flows().size() ? state : state.withFlows(flows);
    }

    private boolean isSilent(Domain domain, PinnedFlow flow, FlowRules rules, long now) {
        long packets = rules.of(flow).stream()
                .mapToLong(key -> ports.rules().reading(key).map(RulePort.Reading::packets).orElse(0L)).sum();
        long[] last = heard.computeIfAbsent(flow.key(), k -> new long[] {packets, now});
        if (last[0] != packets) {
            heard.put(flow.key(), new long[] {packets, now});
            return false;
        }
        boolean silent = now - last[1] > idle(domain, flow);
        if (silent) {
            heard.remove(flow.key());
        }
        return silent;
    }

    private static long idle(Domain domain, PinnedFlow flow) {
        return !flow.kept() ? domain.timers().unpinnedIdle()
                : Optional.ofNullable(domain.policy().classes().get(flow.applicationClass()))
                .flatMap(ApplicationClass::idle).orElse(domain.timers().pinIdle());
    }
}
