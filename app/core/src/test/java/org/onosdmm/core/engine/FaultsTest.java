/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.dataplane.ControlLog;
import org.onosdmm.dataplane.FlowMod;
import org.onosdmm.dataplane.Trace;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.host.HostEvent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Switches that refuse, vanish and return; stores that fail; controllers that die. The end is right every time. */
class FaultsTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final int CALL = 16384;
    private static final long MILLISECOND = 1_000;

    private Emulation net;
    private Station node;
    private Conversation call;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        call = net.converse(node, CALL, SIP, CALL).start(10 * MILLISECOND);
        net.run(100);
    }

    private void move(int edge) {
        node.at(net.topology().access(edge)).announce();
    }

    /** All is over: the switches hold what they should, the call goes both ways with its address. */
    private void endsWell(int edge) {
        net.settle();
        net.settle();
        net.assertExact();
        assertEquals(net.topology().access(edge), net.binding(node).current().poa());
        assertEquals(HandoverPhase.CLEANED, net.binding(node).phase());
        long now = net.clock().micros();
        net.run(200);
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lostBetween(now, Long.MAX_VALUE));
        assertEquals(List.of(), call.down().lostBetween(now, Long.MAX_VALUE));
        assertTrue(call.down().lostBetween(now, Long.MAX_VALUE).isEmpty());
        assertEquals(List.of(), call.up().duplicated());
        assertEquals(List.of(), call.down().duplicated());
        assertEquals(1, call.outsideAddresses().size());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 600", "1, 1200", "2, 0", "2, 600", "2, 1200", "1, 500000", "2, 500000"})
    void aSwitchIsDisconnectedInTheMiddleAndReturns(int edge, long later) {
        move(2);
        net.runMicros(later);
        net.setConnected(net.topology().edge(edge), false);
        net.run(3_000);
        net.setConnected(net.topology().edge(edge), true);
        endsWell(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 600", "1, 1200", "2, 0", "2, 600", "2, 1200", "1, 500000", "2, 500000"})
    void aSwitchLosesItsPowerInTheMiddleAndReturns(int edge, long later) {
        move(2);
        net.runMicros(later);
        net.setPower(net.topology().edge(edge), false);
        net.run(3_000);
        net.setPower(net.topology().edge(edge), true);
        endsWell(2);
    }

    private void answersLate(int edge) {
        net.control().channel(device -> device.equals(net.topology().edge(edge)) ? 5_000_000 : SwitchControl.CHANNEL);
    }

    private void answersAgain() {
        net.control().channel(device -> SwitchControl.CHANNEL);
        net.run(30_000);
    }

    /** It comes there, and is served within 2 ms. */
    private void isThere(int edge) {
        long begin = net.clock().micros();
        move(edge);
        net.run(51);
        long now = net.clock().micros();
        assertEquals(List.of(), call.up().lostBetween(begin + MILLISECOND, now - MILLISECOND));
        assertEquals(List.of(), call.down().lostBetween(begin + 2 * MILLISECOND, now - MILLISECOND));
    }

    @Test
    void aMoveDoesNotWaitForANewEdgeThatAnswersLate() {
        answersLate(2);
        move(2);
        net.run(104);
        isThere(3);
        answersAgain();
        endsWell(3);
    }

    @Test
    void aMoveDoesNotWaitForAFormerEdgeThatAnswersLate() {
        move(2);
        net.settle();
        answersLate(2);
        move(3);
        net.run(104);
        isThere(4);
        isThere(3);
        answersAgain();
        endsWell(3);
    }

    @Test
    void aReturnToAnEdgeThatAnswersLate() {
        answersLate(2);
        move(2);
        net.run(104);
        isThere(3);
        move(2);
        net.run(104);
        isThere(4);
        move(2);
        answersAgain();
        endsWell(2);
    }

    /** Its channel ends and returns while others of the node's rules are under way. */
    @ParameterizedTest
    @ValueSource(longs = {0, 100, 300, 500, 600, 900, 1_200, 1_500, 2_000})
    void aSwitchThatReturnsInTheMiddleOfARoundKeepsTheRulesOfItsNodes(long later) {
        DeviceId home = net.topology().edge(1);
        move(2);
        net.settle();
        net.setConnected(home, false);
        net.run(1_000);
        int mark = net.wires().live().log().mark();
        move(3);
        net.runMicros(later);
        net.setConnected(home, true);
        net.run(200);
        List<FlowMod> mods = net.wires().live().log().flowModsSince(mark);
        Set<FlowRule> gone = new HashSet<>();
        mods.stream().filter(mod -> !mod.toString().contains("GROUP")).forEach(mod -> {
            if (mod.command() != FlowMod.Command.ADD) {
                gone.add(mod.rule());
            }
            assertFalse(mod.command() == FlowMod.Command.ADD && gone.contains(mod.rule()), "deleted and added: " + mod);
        });
        endsWell(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 600, 900, 1_200, 2_000, 500_000, 3_000_000})
    void theControllerDiesInTheMiddleAndStartsFromWhatIsStored(long later) {
        move(2);
        net.runMicros(later);
        net.kill();
        net.run(500);
        net.start();
        node.announce();
        net.settle();
        net.audit();
        endsWell(2);
    }

    /** ONOS deletes what a switch reports and ONOS does not know: all has to be sent again, and before the report. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aSwitchThatConnectsToANewControllerIsToldAllThatItHoldsAtOnceAndNothingElse(int seed) {
        Station peer = net.station("peer", 4, "10.4.0.20");
        node.say(peer.address(), 1, 2, "hello");
        move(2);
        net.settle();
        net.settle();
        net.kill();
        net.run(3_000);
        int mark = net.wires().live().log().mark();
        net.startWithoutSwitches();
        List<DeviceId> devices = new ArrayList<>(net.wires().live().devices());
        Collections.shuffle(devices, new Random(seed));
        for (DeviceId device : devices) {
            Set<String> held = rules(net.wires().live().rules(device));
            net.setConnected(device, true);
            net.run(500);
            List<FlowMod> told = net.wires().live().log().flowModsSince(mark).stream()
                    .filter(mod -> mod.deviceId().equals(device)).collect(Collectors.toList());
            assertEquals(held, rules(told.stream().map(FlowMod::rule).collect(Collectors.toList())));
            assertTrue(told.stream().allMatch(mod -> mod.command() == FlowMod.Command.ADD));
            net.run(1_000);
        }
        endsWell(2);
        assertEquals(List.of(), call.up().lostBetween(net.clock().micros() - 20_000_000, Long.MAX_VALUE));
        assertTrue(net.wires().live().log().flowModsSince(mark).stream()
                .allMatch(mod -> mod.command() == FlowMod.Command.ADD), "nothing is deleted, then or later");
    }

    private static Set<String> rules(Collection<FlowRule> rules) {
        return rules.stream().map(rule -> rule.id() + " " + rule.treatment())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"edge, 1", "edge, 4", "core, 1", "core, 2"})
    void aSwitchThatLosesItsControlChannelAloneStillForwards(String kind, int number) {
        Station peer = net.station("peer", 4, "10.4.0.20");
        DeviceId device = kind.equals("edge") ? net.topology().edge(number) : net.topology().cores().get(number - 1);
        node.say(peer.address(), 1, 2, "hello");
        net.settle();
        long now = net.clock().micros();
        net.setConnected(device, false);
        for (int second = 0; second < 60; second++) {
            assertReached(node, peer);
            assertReached(peer, node);
            net.run(1_000);
        }
        assertEquals(List.of(), call.up().lostBetween(now, net.clock().micros() - MILLISECOND));
        assertEquals(List.of(), call.down().lostBetween(now, net.clock().micros() - MILLISECOND));
        net.setConnected(device, true);
        endsWell(1);
    }

    @Test
    void aNodeBehindASwitchThatIsSilentIsNotTakenForGone() {
        DeviceId device = net.topology().edge(1);
        int mark = net.wires().live().log().mark();
        net.setConnected(device, false);
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), net.clock().millis());
        net.run(6_000);
        net.setConnected(device, true);
        net.run(20_000);
        assertFalse(net.binding(node).absentSince().isPresent());
        assertEquals(List.of(), net.wires().live().log().flowModsSince(mark).stream()
                .filter(mod -> mod.command() != FlowMod.Command.ADD && mod.toString().contains(node.mac().toString()))
                .collect(Collectors.toList()), "its rules stay");
        endsWell(1);
    }

    @Test
    void aNodeWhosePortWentDownWhileItsSwitchWasSilentIsFoundToBeGone() {
        DeviceId device = net.topology().edge(1);
        net.setConnected(device, false);
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), net.clock().millis());
        node.leave();
        net.portDownUnheard(net.topology().access(1));
        net.run(100);
        assertFalse(net.binding(node).absentSince().isPresent());
        net.setConnected(device, true);
        net.run(100);
        assertTrue(net.binding(node).absentSince().isPresent());
    }

    private void assertReached(Station from, Station to) {
        Trace trace = net.wires().probe(from.location().get(), from.udp(to.address(), 1, 2, "probe").build());
        assertTrue(trace.isDeliveredTo(to.host()), trace::toString);
    }

    @Test
    void withoutAControllerFlowsGoOn() {
        move(2);
        net.settle();
        long dead = net.clock().micros();
        net.kill();
        net.run(10_000);
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lostBetween(dead, Long.MAX_VALUE));
        assertEquals(List.of(), call.down().lostBetween(dead, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRefusedFlowModIsTriedAgainAndAgainMoreSlowlyEachTime(int table) {
        int mark = net.wires().live().log().mark();
        net.wires().live().faults().rejectIf(mod -> mod.command() == FlowMod.Command.ADD && table(mod) == table);
        List<Long> refusals = new ArrayList<>();
        net.wires().live().log().onMessage(entry -> entry.error().ifPresent(e -> refusals.add(net.clock().millis())));
        move(2);
        net.run(2_000);
        net.wires().live().faults().rejectNothing();
        long refused = refusals.stream().distinct().count();
        assertTrue(table == 3 ? refused == 0 : refused > 2 && refused < 12, refused + " refusals");
        assertTrue(net.wires().live().log().since(mark).stream().map(ControlLog.Entry::deviceId)
                .noneMatch(net.topology().cores()::contains));
        net.run(10_000);
        endsWell(2);
    }

    private static int table(FlowMod mod) {
        return ((IndexTableId) mod.rule().table()).id();
    }

    @Test
    void aRefusalIsCounted() {
        net.wires().live().faults().rejectIf(mod -> true);
        move(2);
        net.run(500);
        net.wires().live().faults().rejectNothing();
        assertTrue(net.mobility().counters().counts().get("failed rules") > 0);
        endsWell(2);
    }

    @Test
    void aTableThatIsFullForAWhile() {
        net.wires().live().faults().limitTable(net.topology().edge(2), 1, 10);
        move(2);
        net.run(3_000);
        net.wires().live().faults().limitTable(net.topology().edge(2), 1, 10_000);
        net.run(10_000);
        endsWell(2);
    }

    @Test
    void aRemovalThatWasHalfRefusedAndTheNodeReturns() {
        move(2);
        net.run(500);
        net.wires().live().faults().rejectIf(mod -> mod.command() == FlowMod.Command.DELETE_STRICT
                && table(mod) == 2 && mod.deviceId().equals(net.topology().edge(1)));
        net.run(4_000);
        move(1);
        net.run(200);
        net.wires().live().faults().rejectNothing();
        net.run(10_000);
        endsWell(1);
    }

    @Test
    void anAdditionThatWasHalfRefusedAndTheNodeIsReleased() {
        net.wires().live().faults().rejectIf(mod -> mod.command() == FlowMod.Command.ADD && table(mod) == 0
                && mod.deviceId().equals(net.topology().edge(2)));
        move(2);
        net.run(30);
        call.stop();
        node.leave();
        net.run(5);
        net.mobility().remove(node.id());
        net.wires().live().faults().rejectNothing();
        net.run(20_000);
        net.assertExact();
        assertTrue(net.mobility().states().isEmpty());
    }

    @Test
    void aStoreThatFailsForAWhile() {
        net.stores().failing(true);
        move(2);
        net.run(5_000);
        assertEquals(net.topology().access(2), net.binding(node).current().poa(), "packets do not wait for the store");
        assertTrue(net.mobility().counters().counts().get("failed store") > 0);
        net.stores().failing(false);
        net.run(20_000);
        assertEquals(net.state(node), net.stores().states().get(node.id()));
        endsWell(2);
    }

    @Test
    void aSlowStoreDelaysNoSwitch() {
        net.stores().delay(200 * MILLISECOND);
        move(2);
        net.settle();
        long took = net.handovers(node).get(0).switchedAt().get() - net.handovers(node).get(0).detectedAt();
        assertTrue(took > 100 * MILLISECOND || took < 5 * MILLISECOND, "a lease has to be had first: " + took);
        move(1);
        net.settle();
        long back = net.handovers(node).get(1).switchedAt().get() - net.handovers(node).get(1).detectedAt();
        assertTrue(back < 5 * MILLISECOND, "the lease at home was there: " + back);
        endsWell(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 2_000, 20_000})
    void aBarrierReplyThatComesBeforeTheRulesAreInForce(long lag) {
        net.control().commitLag(lag);
        net.control().shuffle(new Random(lag));
        move(2);
        net.run(500);
        move(3);
        endsWell(3);
    }

    @Test
    void rulesThatSomebodyHasDeletedAreBackAfterTheAudit() {
        Random random = new Random(7);
        int deleted = 0;
        for (FlowRule rule : new ArrayList<>(net.wires().live().rules())) {
            if (random.nextBoolean()) {
                net.wires().live().remove(rule);
                deleted++;
            }
        }
        net.audit();
        endsWell(1);
        assertEquals(deleted, repaired());
    }

    @Test
    void rulesThatSomebodyHasChangedAreRightAfterTheAudit() {
        FlowRule rule = net.control().asFlowRules(net.mobility().desired(net.state(node))).get(0);
        net.wires().live().add(SwitchControl.flowRule(RuleKey.of(rule.deviceId(), table(
                FlowMod.add(rule)), rule.priority(), rule.selector()), DefaultTrafficTreatment.builder().drop()
                .build()));
        net.audit();
        endsWell(1);
    }

    @Test
    void rulesOfOursThatNobodyWantsAreGoneAfterTheAuditAndThoseOfOthersStay() {
        DeviceId device = net.topology().edge(3);
        FlowRule ours = rule(device, SwitchControl.APP);
        FlowRule theirs = rule(net.topology().edge(4), new DefaultApplicationId(7, "org.example"));
        net.wires().live().add(ours, theirs);
        net.audit();
        assertFalse(net.wires().live().rules(device).contains(ours));
        assertTrue(net.wires().live().rules(net.topology().edge(4)).contains(theirs));
        endsWell(1);
    }

    private static FlowRule rule(DeviceId device, DefaultApplicationId app) {
        return DefaultFlowRule.builder().forDevice(device).forTable(1).withPriority(12_345)
                .withSelector(DefaultTrafficSelector.builder().matchEthType((short) 0x88b6).build())
                .withTreatment(DefaultTrafficTreatment.builder().drop().build()).fromApp(app).makePermanent().build();
    }

    @Test
    void anAuditInTheMiddleUndoesNothing() {
        for (long later = 300; later < 3_000; later += 100) {
            move(later % 200 == 0 ? 2 : 3);
            net.runMicros(later);
            net.audit();
            net.settle();
            net.assertExact();
        }
        assertEquals(1, call.outsideAddresses().size());
        assertEquals(0, repaired(), "a rule on its way has not drifted");
    }

    private long repaired() {
        return net.mobility().counters().counts().entrySet().stream()
                .filter(e -> e.getKey().startsWith("repaired ")).mapToLong(Map.Entry::getValue).sum();
    }

    @Test
    void afterDeactivationNothingIsLeftAndAfterActivationAllIsBack() {
        FlowRule theirs = rule(net.topology().edge(4), new DefaultApplicationId(7, "org.example"));
        net.wires().live().add(theirs);
        move(2);
        net.settle();
        String before = net.wires().live().hash();
        net.kill();
        net.control().withdraw();
        assertEquals(List.of(theirs), List.copyOf(net.wires().live().rules()));
        net.run(1_000);
        assertEquals(List.of(theirs), List.copyOf(net.wires().live().rules()));
        net.start();
        net.settle();
        assertEquals(before, net.wires().live().hash());
        endsWell(2);
    }

    @Test
    void aPacketThatIsShownAgainAndAgainDoesNotCircleForEver() {
        net.run(1_000);
        call.stop();
        net.run(100);
        FlowRule guard = net.control().asFlowRules(net.mobility().desired(net.state(node))).stream()
                .filter(rule -> table(FlowMod.add(rule)) == 0).findFirst().get();
        net.wires().live().remove(guard);
        int before = net.packetIns();
        node.say(Outside.address(30), 1, 2, "one");
        net.run(1_000);
        assertTrue(net.packetIns() - before < 20, "shown " + (net.packetIns() - before) + " times");
    }

    @Test
    void withItsUplinkCutOffTheNodeIsStillReachedInside() {
        Station peer = net.station("peer", 4, "10.4.0.20");
        node.say(peer.address(), 1, 2, "hello");
        net.run(50);
        net.setLink(net.topology().fabric(4, 1), false);
        net.setLink(net.topology().fabric(1, 2), false);
        net.run(100);
        Trace trace = net.wires().probe(net.topology().access(1), node.udp(peer.address(), 1, 2, "again").build());
        assertTrue(trace.isDeliveredTo(peer.host()), trace::toString);
        assertEquals(4, trace.hops().size(), "over both cores and their link: " + trace);
        net.setLink(net.topology().fabric(4, 1), true);
        net.setLink(net.topology().fabric(1, 2), true);
        endsWell(1);
    }
}
