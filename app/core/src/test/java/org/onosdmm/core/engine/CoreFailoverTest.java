/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.Maps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.core.GroupId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Groups come, go, get lost and are refused, and links die: packets never wait for any of it. */
class CoreFailoverTest {

    private static final long SECOND = 1_000_000;
    private static final int TRANSIT = 3;

    private final Emulation net = Emulation.campus();
    private final List<Conversation> calls = new ArrayList<>();

    @BeforeEach
    void talk() {
        for (int edge = 1; edge <= 4; edge++) {
            Station station = net.station("n" + edge, edge, "10." + edge + ".0.10");
            calls.add(net.converse(station, 16384, Outside.address(10), 16000 + edge).start(5_000));
            station.at(net.topology().access(edge % 4 + 1)).announce();
        }
        net.settle();
        net.assertExact();
    }

    private Set<Integer> lost(long since) {
        net.run(20);
        return calls.stream().flatMap(call -> Stream.concat(
                call.up().lostBetween(since, net.clock().micros() - 10_000).stream(),
                call.down().lostBetween(since, net.clock().micros() - 10_000).stream())).collect(Collectors.toSet());
    }

    private DeviceId core(int number) {
        return net.topology().cores().get(number - 1);
    }

    private boolean takesGroups(DeviceId device) {
        return net.control().reported(device).rules().values().stream()
                .anyMatch(treatment -> SwitchGroups.taken(treatment).findAny().isPresent());
    }

    @Test
    void whoeverTalksGoesOnWhenALinkDiesThatTheControllerDoesNotSee() {
        for (ConnectPoint end : Set.copyOf(net.topology().links().keySet())) {
            long now = net.clock().micros();
            net.wires().setLink(end, false);
            net.run(50);
            assertTrue(lost(now).isEmpty(), () -> "lost after the cut of " + end + ": " + lost(now));
            net.wires().setLink(end, true);
            net.run(50);
        }
        assertTrue(calls.stream().allMatch(call -> call.up().sent() > 100 && call.down().sent() > 100));
    }

    @Test
    void whenTheControllerSeesItTheGroupsFollowAndNothingIsLost() {
        for (ConnectPoint end : Set.copyOf(net.topology().links().keySet())) {
            long now = net.clock().micros();
            net.wires().setLink(end, false);
            net.run(20);
            net.setLink(end, false);
            net.run(100);
            net.assertExact();
            net.setLink(end, true);
            net.run(100);
            net.assertExact();
            assertEquals(Set.of(), lost(now), () -> "after the cut of " + end);
        }
    }

    @Test
    void forwardingWaitsForNoGroup() {
        net.control().groups().delay(20 * SECOND);
        ConnectPoint end = net.topology().fabric(3, 1);
        net.setLink(end, false);
        net.run(50);
        long now = net.clock().micros();
        net.run(500);
        assertEquals(Set.of(), lost(now));
        assertFalse(net.control().groups().at(core(1)).containsValue(GroupPort.Status.LEAVING));
        net.run(30_000);
        net.assertExact();
        assertTrue(takesGroups(core(1)));
    }

    @Test
    void aSelectGroupIsAskedForTogetherWithItsMembers() {
        net.fabric().configure(Optional.empty());
        net.run(1_000);
        net.control().groups().delay(20 * SECOND);
        net.fabric().configure(Optional.of(net.topology().domain()));
        net.run(10);
        for (DeviceId device : net.wires().live().devices()) {
            Set<Integer> wanted = net.fabric().protections(device).stream()
                    .flatMap(protection -> protection.groups().keySet().stream()).collect(Collectors.toSet());
            assertTrue(net.wires().live().groups(device).containsAll(wanted), device + " has not heard of all");
        }
    }

    @Test
    void aSwitchThatTakesNoGroupsForwardsByPlainRulesAndIsReported() {
        Emulation other = Emulation.campus();
        other.control().groups().refuse(other.topology().edge(1));
        other.setPower(other.topology().edge(1), false);
        other.run(100);
        other.setPower(other.topology().edge(1), true);
        other.run(10_000);
        assertEquals(List.of(), other.fabric().withoutGroups());
        int before = other.control().groups().requests();
        other.run(60_000);

        assertEquals(List.of(other.topology().edge(1)), other.fabric().withoutGroups());
        assertEquals(1L, other.mobility().counters().counts().get("failed groups"));
        assertTrue(other.control().groups().requests() - before < 60, "asked again and again");
        RuleSet rules = other.control().reported(other.topology().edge(1)).where(key -> key.table() == TRANSIT);
        assertTrue(rules.rules().values().stream().noneMatch(t -> SwitchGroups.taken(t).findAny().isPresent()));
        Station a = other.station("a", 1, "10.1.0.10");
        Station b = other.station("b", 3, "10.3.0.10");
        Conversation call = other.converse(a, 1000, Outside.address(10), 1000).start(1_000);
        a.say(b.address(), 1, 2, "hello");
        other.run(200);
        call.stop();
        other.run(50);
        assertEquals(List.of(), call.up().lostBetween(0, Long.MAX_VALUE));
    }

    @Test
    void groupsThatSomebodyDeletesComeBackAndSoDoTheirRules() {
        DeviceId edge = net.topology().edge(1);
        for (int id : net.wires().live().groups(edge)) {
            long now = net.clock().micros();
            net.wires().live().removeGroup(edge, new GroupId(id));
            net.run(1_500);
            net.audit();
            net.run(2_000);
            net.audit();
            net.assertExact();
            assertEquals(Set.of(), lost(now), "plain rules go on");
        }
    }

    @Test
    void aSwitchThatReturnsEmptyGetsRulesAtOnceAndGroupsThen() {
        net.setPower(core(1), false);
        net.run(3_000);
        net.control().groups().delay(2 * SECOND);
        net.setPower(core(1), true);
        net.run(50);
        assertFalse(takesGroups(core(1)));
        assertTrue(net.control().reported(core(1)).size() > 4);
        long now = net.clock().micros();
        net.run(10_000);
        assertTrue(takesGroups(core(1)));
        net.assertExact();
        assertEquals(Set.of(), lost(now));
    }

    @Test
    void aControlChannelThatWasCutLeavesNothingBehind() {
        ConnectPoint end = net.topology().fabric(3, 1);
        net.setLink(end, false);
        net.setConnected(core(2), false);
        net.run(100);
        net.setLink(end, true);
        net.run(100);
        net.setConnected(core(2), true);
        net.run(30_000);
        net.assertExact();
    }

    @Test
    void aRestartedControllerTakesTheGroupsOver() {
        long now = net.clock().micros();
        int before = net.control().groups().requests();
        net.restart();
        net.run(5_000);
        net.audit();
        net.assertExact();
        assertEquals(before, net.control().groups().requests());
        assertEquals(Set.of(), lost(now));
    }

    @Test
    void whenOnosStartsAgainItIsToldOfTheRulesThatTakeGroupsBeforeItKnowsOfThese() {
        Set<DeviceId> devices = Set.copyOf(net.wires().live().devices());
        Map<DeviceId, RuleSet> before = Maps.toMap(devices, net.fabric()::desired);
        net.kill();
        net.control().groups().restart();
        net.control().groups().delay(5 * SECOND);
        int mark = net.wires().live().log().mark();
        net.startWithoutSwitches();
        devices.forEach(device -> net.setConnected(device, true));
        net.run(20);
        assertEquals(before, Maps.toMap(devices, net.fabric()::desired), "at once, as it was");
        net.run(20_000);
        assertEquals(before, Maps.toMap(devices, net.fabric()::desired));
        net.audit();
        net.assertExact();
        assertEquals(List.of(), net.wires().live().log().since(mark).stream()
                .filter(entry -> entry.error().isPresent()).collect(Collectors.toList()));
    }

    @Test
    void aSwitchThatLostItsGroupsMeanwhileRefusesAndHasThemFirst() {
        net.kill();
        net.control().groups().restart();
        net.control().groups().delay(2 * SECOND);
        DeviceId core = core(1);
        net.setPower(core, false);
        net.setPower(core, true);
        net.startWithoutSwitches();
        net.wires().live().devices().forEach(device -> net.setConnected(device, true));
        net.run(100);
        assertFalse(takesGroups(core));
        net.run(20_000);
        assertTrue(takesGroups(core));
        net.audit();
        net.assertExact();
        assertFalse(net.mobility().counters().counts().containsKey("failed rules with groups"),
                "a guess is no failure");
    }

    @Test
    void aSwitchWhoseChannelReturnsKeepsTheRulesThatTakeGroups() {
        DeviceId core = core(1);
        RuleSet before = net.fabric().desired(core);
        net.control().groups().delay(5 * SECOND);
        net.setConnected(core, false);
        net.run(3_000);
        net.setConnected(core, true);
        net.run(20);
        assertEquals(before, net.fabric().desired(core));
        net.run(20_000);
        net.assertExact();
    }

    @Test
    void nothingIsLeftWhenTheAppGoes() {
        net.kill();
        net.control().withdraw();
        net.run(100);
        net.wires().live().devices().forEach(device -> {
            assertEquals(Set.of(), net.wires().live().groups(device));
            assertTrue(net.control().reported(device).isEmpty());
        });
    }

    @Test
    void nothingIsLeftOfADomainThatIsTakenAway() {
        int groups = net.wires().live().groups(net.topology().edge(1)).size();
        assertTrue(groups > 0);
        net.fabric().configure(Optional.empty());
        net.run(1_000);
        net.wires().live().devices().forEach(device ->
                assertEquals(Set.of(), net.wires().live().groups(device)));
    }

    @Test
    void aGroupGoesAfterTheRulesThatTakeItAndComesBeforeThem() {
        for (int round = 0; round < 3; round++) {
            net.setLink(Topology.port(core(1), 5), round % 2 == 1);
            net.run(100);
        }
        assertEquals(List.of(), net.wires().live().log().entries().stream()
                .filter(entry -> entry.error().isPresent()).collect(Collectors.toList()));
        net.assertExact();
    }
}
