/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Measured;
import org.onosdmm.core.emulation.Operation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Probes;
import org.onosdmm.core.emulation.StateChecker;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.FlowMod;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.host.HostEvent;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The check of intermediate states finds what it is for: each of these engines does something wrong. */
class StateCheckerTest {
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress ADMIN = Outside.address(50);
    private static final int MEETING = 3478;
    private static final int ADMIT = 0;
    private static final int ATTACH = 2;
    private static final int BOUNCE = 50_000;

    private static final String NONE = "none";
    private static final String NO_BOUNCE = "the bounce is taken out";

    private Emulation net;
    private Station node;
    private DeviceId old;

    /** How the node leaves its place. */
    enum Way {
        OF_ITS_OWN("to another edge", (net, node) -> node.at(net.topology().access(2)).announce()),
        PORTS("between ports of one edge", (net, node) -> node.at(net.topology().second(1)).announce()),
        ANNOUNCED("announced", (net, node) -> {
            net.mobility().expect(node.id(), net.topology().access(2), Duration.ofMillis(500));
            net.run(50);
            node.at(net.topology().access(2)).announce();
        }),
        HARD("hard: the old port goes down", (net, node) -> {
            node.leave();
            net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
            net.run(50);
            node.at(net.topology().access(2)).announce();
        }),
        TWICE("move during a move", (net, node) -> {
            node.at(net.topology().access(2)).announce();
            net.runMicros(1_300);
            node.at(net.topology().access(4)).announce();
        });

        private final String words;
        private final BiConsumer<Emulation, Station> go;

        Way(String words, BiConsumer<Emulation, Station> go) {
            this.words = words;
            this.go = go;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @BeforeEach
    void attach() {
        ObjectNode document = Topology.campus().document();
        document.putObject("classification").putArray("steps").add("rules");
        net = Emulation.of(Topology.campus().configured(document));
        node = net.station("mn", 1, "10.1.0.10");
        node.say(CONF, MEETING, MEETING, "hello");
        net.outside().say(ADMIN, 4_000, node.address(), 22, "knock");
        net.run(50);
        old = net.topology().edge(1);
    }

    /** Faults that are found while the node moves in some way, by an engine with a mistake. */
    private String faults(String mistake, Way way) {
        Probes probes = new Probes(net);
        IpAddress leased = net.leased(node, 3);
        StateChecker checker = new StateChecker(net).with(probes.inFlight(node))
                .with(probes.fromOutside(node, CONF, MEETING, leased, MEETING))
                .with(probes.pinned(node, MEETING, CONF, MEETING, 3, leased))
                .with(probes.pinned(node, 22, ADMIN, 4_000, 1, node.address()));
        way.go.accept(net, node);
        net.settle();
        Measured.of("mistake").with("mistake", mistake).with("type", way.toString()).with("states", checker.states())
                .with("faults", checker.faults()).print();
        return checker.faults().keySet().toString();
    }

    private void withoutBounces() {
        net.control().distort((operation, mods) -> mods.stream().filter(mod -> !isBounce(mod))
                .collect(Collectors.toList()));
    }

    /** What the break removes goes out ahead of the switch. */
    private void withBreakBeforeSwitch() {
        Map<Operation, List<FlowMod>> breaks = new IdentityHashMap<>();
        net.control().distort((operation, mods) -> operation.isAddition()
                && mods.stream().anyMatch(StateCheckerTest::isBounce) ? ImmutableList.<FlowMod>builder()
                .addAll(breaks.computeIfAbsent(operation, any -> deliveryTo(net.control().reported(old))))
                .addAll(mods).build() : mods);
    }

    private static boolean isBounce(FlowMod mod) {
        RuleKey key = key(mod);
        return mod.command() == FlowMod.Command.ADD && key.table() == ATTACH && key.priority() >= BOUNCE;
    }

    private static RuleKey key(FlowMod mod) {
        return RuleKey.of(mod.deviceId(), ((IndexTableId) mod.rule().table()).id(), mod.rule().priority(),
                mod.rule().selector());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothingIsFoundWhereNothingIsWrong(Way way) {
        assertEquals("[]", faults(NONE, way));
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "ANNOUNCED")
    void aMissingBounce(Way way) {
        withoutBounces();
        String faults = faults(NO_BOUNCE, way);
        assertTrue(faults.contains("in flight to of:0000000000000001/3 mn"), faults);
    }

    @Test
    void aMissingBounceIsNoFaultWhileTheOldPlaceSendsOnAnyway() {
        withoutBounces();
        assertEquals("[]", faults(NO_BOUNCE, Way.ANNOUNCED));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void breakBeforeSwitch(Way way) {
        withBreakBeforeSwitch();
        String faults = faults("break comes before switch", way);
        assertTrue(faults.contains("by edge 3 mn vanishes"), faults);
    }

    /** What the break removes of table 2. */
    private List<FlowMod> deliveryTo(RuleSet before) {
        String locator = net.binding(node).attachments().get(0).locator().toString();
        return before.rules().entrySet().stream()
                .filter(e -> e.getKey().table() == ATTACH
                        && e.getKey().selector().toString().contains("ETH_DST:" + locator))
                .map(e -> FlowMod.delete(SwitchControl.flowRule(e.getKey(), e.getValue())))
                .collect(Collectors.toList());
    }

    @Test
    void theSourceGuardBeforeThePins() {
        net.control().distort((operation, mods) -> {
            boolean deliver = operation.isAddition() && mods.stream().anyMatch(mod -> key(mod).table() == ATTACH);
            return deliver ? ImmutableList.<FlowMod>builder().addAll(mods).addAll(guard()).build() : mods;
        });
        String faults = faults("the guard is before the pins", Way.OF_ITS_OWN);
        assertTrue(faults.contains("pinned to 203.0.113.50 leaves elsewhere than by edge 1"), faults);
    }

    /** What lets the node in at its new place. */
    private List<FlowMod> guard() {
        return net.mobility().desired(net.state(node)).at(net.topology().edge(2)).rules().entrySet().stream()
                .filter(e -> e.getKey().table() == ADMIT)
                .map(e -> FlowMod.add(SwitchControl.flowRule(e.getKey(), e.getValue())))
                .collect(Collectors.toList());
    }

    @Test
    void aBounceThatPointsBack() {
        net.control().distort((operation, mods) -> operation.isAddition()
                && mods.stream().anyMatch(StateCheckerTest::isBounce) ? withWayBack(mods) : mods);
        String faults = faults("the bounce points back", Way.OF_ITS_OWN);
        assertTrue(faults.contains("mn loops"), faults);
    }

    private List<FlowMod> withWayBack(List<FlowMod> mods) {
        FlowMod bounce = mods.stream().filter(StateCheckerTest::isBounce).findFirst().get();
        RuleKey back = RuleKey.of(net.topology().edge(2), ATTACH, BOUNCE + 5, DefaultTrafficSelector.builder()
                .matchEthDst(net.binding(node).current().locator().mac()).build());
        return ImmutableList.<FlowMod>builder().addAll(mods).add(FlowMod.add(SwitchControl.flowRule(back,
                DefaultTrafficTreatment.builder().setEthDst(net.binding(node).former().get(0).locator().mac())
                        .transition(3).build()))).add(bounce).build();
    }

    @Test
    void aPacketToSomebodyElse() {
        Station other = net.station("other", "10.2.0.99").at(net.topology().second(2));
        net.control().distort((operation, mods) -> misdelivered(operation, mods, other));
        String faults = faults("a packet to somebody else", Way.OF_ITS_OWN);
        assertTrue(faults.contains("comes to somebody else"), faults);
    }

    private List<FlowMod> misdelivered(Operation operation, List<FlowMod> mods, Station other) {
        return mods.stream().map(mod -> operation.isAddition() && key(mod).table() == ATTACH
                && mod.deviceId().equals(net.topology().edge(2)) && key(mod).priority() < BOUNCE
                ? FlowMod.add(SwitchControl.flowRule(key(mod), DefaultTrafficTreatment.builder()
                .setEthDst(other.mac()).setOutput(PortNumber.portNumber(4)).build())) : mod)
                .collect(Collectors.toList());
    }
}
