/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onosdmm.api.Attachment;
import org.onosdmm.core.compile.Bounces;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.FlowMod;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Visits every state that the switches may be in while operations are in flight: what they have confirmed, and on top
 * of it every subset of the flow-mods that they have not. In each of them it sends probes and has their fates judged.
 */
public final class StateChecker {

    private static final int ATTACH = 2;
    /** More flow-mods in flight than this and the subsets are drawn by lot. */
    private static final int MOST_FLOW_MODS = 13;

    /** A packet to send in every state. */
    public interface Probe {

        /** Sends the packet; tells what is wrong with its fate, if anything. */
        Optional<String> fault(DataPlane switches, State state);
    }

    private final Emulation net;
    private final List<Probe> probes = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private long states;
    private long packets;

    /** A checker of all that the engine does from now on. */
    public StateChecker(Emulation net) {
        this.net = net;
        net.control().onOperation(operation -> check());
    }

    /** Sends this packet, too. */
    public StateChecker with(Probe probe) {
        probes.add(probe);
        return this;
    }

    /** How many states were visited. */
    public long states() {
        return states;
    }

    /** How many packets were sent. */
    public long packets() {
        return packets;
    }

    /** What was wrong, and in how many states. */
    public Map<String, Integer> faults() {
        return faults;
    }

    /** An example of each kind of fault. */
    public String examples() {
        return String.join("\n\n", examples.values());
    }

    private void check() {
        List<FlowMod> mods = net.control().inFlight().stream()
                .flatMap(operation -> net.control().flowMods(operation).stream()).collect(Collectors.toList());
        DataPlane switches = net.wires().still();
        switches.restore(net.control().confirmed());
        RuleSet base = SwitchControl.asRuleSet(switches.rules());
        BitSet applied = new BitSet();
        visit(switches, mods, applied);
        if (mods.size() <= MOST_FLOW_MODS) {
            for (int i = 1; i < 1 << mods.size(); i++) {
                flip(switches, base, mods, applied, Integer.numberOfTrailingZeros(i));
                visit(switches, mods, applied);
            }
        } else {
            lots(switches, base, mods, applied);
        }
    }

    private void lots(DataPlane switches, RuleSet base, List<FlowMod> mods, BitSet applied) {
        Random random = new Random(mods.size());
        for (int i = 0; i < 1 << MOST_FLOW_MODS; i++) {
            for (int flips = 1 + random.nextInt(mods.size()); flips > 0; flips--) {
                flip(switches, base, mods, applied, random.nextInt(mods.size()));
            }
            visit(switches, mods, applied);
        }
    }

    /** Carries one flow-mod out, or takes it back. */
    private static void flip(DataPlane switches, RuleSet base, List<FlowMod> mods, BitSet applied, int number) {
        applied.flip(number);
        FlowMod mod = mods.get(number);
        if (applied.get(number)) {
            switches.apply(mod);
            return;
        }
        TrafficTreatment before = base.rules().get(key(mod.rule()));
        switches.apply(before == null ? FlowMod.delete(mod.rule())
                : FlowMod.add(SwitchControl.flowRule(key(mod.rule()), before)));
    }

    private void visit(DataPlane switches, List<FlowMod> mods, BitSet applied) {
        states++;
        State state = new State(net, mods, applied);
        for (Probe probe : probes) {
            packets++;
            probe.fault(switches, state).ifPresent(fault -> {
                String kind = fault.substring(0, fault.indexOf('\n'));
                faults.merge(kind, 1, Integer::sum);
                examples.putIfAbsent(kind, fault + "\n" + state);
            });
        }
    }

    static RuleKey key(FlowRule rule) {
        return RuleKey.of(rule.deviceId(), ((IndexTableId) rule.table()).id(), rule.priority(), rule.selector());
    }

    /** What is under way in a state. */
    public static final class State {
        private final Emulation net;
        private final List<FlowMod> mods;
        private final BitSet applied;

        State(Emulation net, List<FlowMod> mods, BitSet applied) {
            this.net = net;
            this.mods = mods;
            this.applied = applied;
        }

        /** Whether a bounce of this node has been sent that is not in force. */
        boolean isBounceDue(Station station) {
            return net.binding(station).former().stream().anyMatch(this::isBounceDue);
        }

        /** Whether a bounce of this place has been sent that is not in force. */
        boolean isBounceDue(Attachment place) {
            return isDue(key -> Bounces.isBounce(key, place));
        }

        /** Whether any rule for the node's present place has been sent. */
        boolean hasBegun(Station station) {
            String locator = net.binding(station).current().locator().toString();
            return Stream.concat(mods.stream().map(mod -> key(mod.rule())),
                    net.control().reported().rules().keySet().stream())
                    .anyMatch(key -> key.table() == ATTACH && key.selector().toString().contains("ETH_DST:" + locator));
        }

        private boolean isDue(Predicate<RuleKey> which) {
            for (int i = 0; i < mods.size(); i++) {
                if (!applied.get(i) && mods.get(i).command() == FlowMod.Command.ADD
                        && which.test(key(mods.get(i).rule()))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("in flight:\n");
            for (int i = 0; i < mods.size(); i++) {
                text.append(applied.get(i) ? "  in force  " : "            ").append(mods.get(i)).append('\n');
            }
            return text.toString();
        }
    }
}
