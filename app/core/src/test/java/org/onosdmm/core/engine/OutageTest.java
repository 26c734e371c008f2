/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Heard;
import org.onosdmm.core.emulation.Operation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.DeviceId;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Anchors whose uplink dies: edges 1 and 2 of campus stand in for each other, nobody does for 3 and 4. */
class OutageTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress WEB = Outside.address(30);
    private static final int CALL = 16384;
    private static final long MILLISECOND = 1_000;
    private static final long DETECTED = 4_100;
    private static final long PROVEN = 6_000;

    private Emulation net;

    /** How an uplink dies. */
    enum Death {
        SWITCH, PORT, ROUTER;

        void at(Emulation net, int edge, boolean dead) {
            if (this == SWITCH) {
                net.setPower(net.topology().edge(edge), !dead);
            } else if (this == PORT) {
                net.setUplink(edge, !dead);
            } else {
                net.outside().setSilent(edge, dead);
            }
        }
    }

    @BeforeEach
    void start() {
        net = Emulation.of(Topology.campus().configured(document()));
    }

    private static ObjectNode document() {
        ObjectNode document = Topology.campus().document();
        document.putObject("timers").put("leaseLinger", 2_000);
        return document;
    }

    private Station at(int home) {
        return net.station("mn", home, "10." + home + ".0.10");
    }

    private Conversation call(Station node) {
        Conversation call = net.converse(node, CALL, SIP, CALL).start(10 * MILLISECOND);
        net.run(200);
        return call;
    }

    private void move(Station node, int edge) {
        node.at(net.topology().access(edge)).announce();
        net.settle();
    }

    private Anchor anchor(int edge) {
        return Topology.anchor(net.mobility().domain().get(), edge);
    }

    private static Set<String> addresses(Conversation call) {
        return call.outsideAddresses().stream().map(text -> text.split(" ")[0]).collect(Collectors.toSet());
    }

    /** Nothing that was sent from then on is missing. */
    private void assertGoesOn(Conversation call, long since) {
        net.run(500);
        long until = net.clock().micros();
        net.run(100);
        assertEquals(List.of(), call.up().lostBetween(since, until), call.up()::toString);
        assertEquals(List.of(), call.down().lostBetween(since, until), call.down()::toString);
        assertEquals(List.of(), call.up().duplicated());
        assertEquals(List.of(), call.down().duplicated());
        assertEquals(1, addresses(call).size(), call.outsideAddresses()::toString);
    }

    private Heard lastUp() {
        return net.outside().last();
    }

    @ParameterizedTest
    @CsvSource({"SWITCH, 3", "SWITCH, 2", "PORT, 3", "PORT, 2", "PORT, 1", "ROUTER, 3", "ROUTER, 2", "ROUTER, 1"})
    void aCallGoesOnByTheBackupAndComesBack(Death death, int at) {
        Station node = at(1);
        Conversation call = call(node);
        if (at != 1) {
            move(node, at);
        }
        long dead = net.clock().micros();
        death.at(net, 1, true);
        net.run(death == Death.ROUTER ? DETECTED : 100);
        long detected = net.clock().micros();
        assertGoesOn(call, detected);
        assertEquals(2, lastUp().edge());
        assertTrue(call.up().lostBetween(dead, detected).size() < 500);
        net.assertExact();
        assertFalse(anchor(1).standing().own());

        long back = net.clock().micros();
        death.at(net, 1, false);
        net.run(PROVEN);
        assertEquals(1, lastUp().edge());
        net.run(PROVEN);
        assertTrue(anchor(1).standing().own() && !anchor(1).standing().standIn().isPresent());
        assertEquals(List.of(), call.up().lostBetween(back, net.clock().micros() - 100 * MILLISECOND), "make first");
        assertGoesOn(call, death == Death.SWITCH ? back + 500 * MILLISECOND : back);
        net.assertExact();
    }

    @Test
    void aSwitchThatHasLostItsControllerGoesOnByItself() {
        Station node = at(1);
        Conversation call = call(node);
        move(node, 3);
        long since = net.clock().micros();
        net.setConnected(net.topology().edge(1), false);
        net.run(10_000);
        assertFalse(anchor(1).standing().standIn().isPresent());
        net.setConnected(net.topology().edge(1), true);
        net.run(1_000);
        assertGoesOn(call, since);
        net.assertExact();
    }

    @ParameterizedTest
    @EnumSource(names = {"PORT", "ROUTER"})
    void noCoreSwitchIsTouchedAndNoPin(Death death) {
        Station node = at(1);
        call(node);
        move(node, 3);
        int mark = net.control().mark();
        death.at(net, 1, true);
        net.run(DETECTED + 500);
        death.at(net, 1, false);
        net.run(2 * PROVEN);
        Set<DeviceId> touched = new HashSet<>();
        for (Operation operation : net.control().since(mark)) {
            operation.rules().rules().keySet().forEach(key -> touched.add(key.device()));
            assertTrue(operation.rules().rules().keySet().stream().noneMatch(key -> key.priority() == 60_000));
        }
        assertTrue(touched.contains(net.topology().edge(2)));
        assertTrue(net.topology().cores().stream().noneMatch(touched::contains), touched::toString);
    }

    @ParameterizedTest
    @EnumSource
    void callsFromOutsideComeInByTheBackup(Death death) {
        Station node = at(1);
        move(node, 3);
        net.outside().say(WEB, 4_000, node.address(), 22, "before");
        net.run(50);
        death.at(net, 1, true);
        net.run(DETECTED);
        net.outside().say(WEB, 4_000, node.address(), 22, "known");
        net.outside().say(WEB, 4_001, node.address(), 22, "new");
        net.run(50);
        assertEquals(List.of("before", "known", "new"),
                node.heard().stream().map(Heard::text).collect(Collectors.toList()));
        node.say(WEB, 22, 4_001, "answer");
        net.run(50);
        assertEquals("answer", lastUp().text());
        assertEquals(node.address(), lastUp().from());
        assertEquals(2, lastUp().edge());
        death.at(net, 1, false);
        net.run(2 * PROVEN);
        node.say(WEB, 22, 4_001, "again");
        net.run(50);
        assertEquals(1, lastUp().edge());
        assertEquals(node.address(), lastUp().from());
        net.assertExact();
    }

    @ParameterizedTest
    @CsvSource({"SWITCH, 2", "SWITCH, 4", "PORT, 1", "PORT, 2", "PORT, 4", "ROUTER, 1", "ROUTER, 2"})
    void aHandoverDuringTheOutageLosesNoMoreThanAnyOther(Death death, int to) {
        Station node = at(1);
        Conversation call = call(node);
        move(node, 3);
        death.at(net, 1, true);
        net.run(DETECTED);
        long moved = net.clock().micros();
        node.at(net.topology().access(to)).announce();
        net.run(20);
        assertGoesOn(call, moved + 10 * MILLISECOND);
        net.settle();
        net.assertExact();
        death.at(net, 1, false);
        net.run(2 * PROVEN);
        assertGoesOn(call, net.clock().micros());
        assertEquals(1, lastUp().edge());
    }

    @ParameterizedTest
    @EnumSource
    void withoutABackupAFlowIsLostUntilTheUplinkIsBackAndKeepsItsAddress(Death death) {
        Station node = at(4);
        Conversation call = call(node);
        move(node, 3);
        death.at(net, 4, true);
        net.run(DETECTED);
        int heard = call.up().arrived();
        net.run(1_000);
        assertEquals(heard, call.up().arrived(), "no packet leaves with another address");
        assertFalse(anchor(4).standing().served());
        net.assertExact();
        death.at(net, 4, false);
        net.run(PROVEN);
        assertGoesOn(call, net.clock().micros());
        assertEquals(4, lastUp().edge());
    }

    @ParameterizedTest
    @EnumSource
    void aNewFlowTakesAnAnchorThatIsAlive(Death death) {
        Station node = at(4);
        move(node, 3);
        move(node, 4);
        if (death == Death.SWITCH) {
            move(node, 3);
        }
        death.at(net, 4, true);
        net.run(DETECTED);
        Conversation call = call(node);
        assertNotEquals(4, lastUp().edge());
        assertGoesOn(call, 0);
        death.at(net, 4, false);
        net.run(2 * PROVEN);
        assertGoesOn(call, 0);
        net.assertExact();
    }

    @ParameterizedTest
    @EnumSource(names = {"PORT", "ROUTER"})
    void flowsThatAreNotPinnedLeaveElsewhereAndComeBack(Death death) {
        Station node = at(4);
        Station late = net.station("late", "10.4.0.11");
        node.say(WEB, 1_000, 80, "before");
        net.run(50);
        assertEquals(4, lastUp().edge());
        death.at(net, 4, true);
        net.run(DETECTED);
        node.say(WEB, 1_000, 80, "during");
        net.run(50);
        int edge = lastUp().edge();
        assertEquals("during", lastUp().text());
        assertEquals(net.leased(node, edge), lastUp().from());
        assertEquals(anchor(4).standing().elsewhere().get(), anchor(edge).id());
        net.outside().say(WEB, 80, lastUp().from(), 1_000, "answer");
        late.at(net.topology().second(4)).announce();
        net.run(50);
        assertEquals("answer", node.heard().get(0).text());
        late.say(WEB, 1_000, 80, "late");
        net.run(50);
        assertEquals("late", lastUp().text());
        assertFalse(net.state(late).lease(anchor(4).id(), late.address()).isPresent(), "no new lease there");
        net.assertExact();

        death.at(net, 4, false);
        net.run(2 * PROVEN);
        node.say(WEB, 1_000, 80, "after");
        late.say(WEB, 1_000, 80, "after, too");
        net.run(50);
        assertEquals(4, lastUp().edge());
        assertEquals("after, too", lastUp().text());
        net.assertExact();
    }

    @ParameterizedTest
    @EnumSource(names = {"PORT", "ROUTER"})
    void flowsThatAreNotPinnedKeepTheirAddressByTheBackup(Death death) {
        Station node = at(1);
        IpAddress leased = net.leased(node, 1);
        death.at(net, 1, true);
        net.run(DETECTED);
        node.say(WEB, 1_000, 80, "during");
        net.run(50);
        assertEquals("during", lastUp().text());
        assertEquals(leased, lastUp().from());
        assertEquals(2, lastUp().edge());
        net.outside().say(WEB, 80, leased, 1_000, "answer");
        net.run(50);
        assertEquals("answer", node.heard().get(0).text());
    }

    @ParameterizedTest
    @EnumSource
    void atAnEdgeWithoutUplinkANodeWhoseHomeDiesLeavesByTheNearestAnchor(Death death) {
        ObjectNode document = document();
        ((ObjectNode) document.at("/anchors/1")).remove("uplink");
        ((ObjectNode) document.at("/anchors/0/uplink")).remove("backup");
        net = Emulation.of(Topology.campus().configured(document));
        Station node = at(3);
        move(node, 2);
        node.say(WEB, 1_000, 80, "by home");
        net.run(50);
        assertEquals("by home, 3, " + net.leased(node, 3),
                lastUp().text() + ", " + lastUp().edge() + ", " + lastUp().from());
        death.at(net, 3, true);
        net.run(DETECTED);
        node.say(WEB, 1_000, 80, "by another");
        net.run(50);
        assertEquals("by another, 1, " + net.leased(node, 1),
                lastUp().text() + ", " + lastUp().edge() + ", " + lastUp().from());
        death.at(net, 3, false);
        net.run(2 * PROVEN);
        node.say(WEB, 1_000, 80, "home again");
        net.run(50);
        assertEquals("home again, 3, " + net.leased(node, 3),
                lastUp().text() + ", " + lastUp().edge() + ", " + lastUp().from());
        net.assertExact();
    }

    @Test
    void withItsHomeSwitchGoneANodeIsStillFoundInside() {
        Station node = at(1);
        move(node, 3);
        Station peer = net.station("peer", 4, "10.4.0.20");
        net.setPower(net.topology().edge(1), false);
        net.run(100);
        Trace trace = net.wires().probe(net.topology().access(4), peer.udp(node.address(), 1, 2, "hello").build());
        assertTrue(trace.isDeliveredTo(node.host()), trace::toString);
        net.setPower(net.topology().edge(1), true);
        net.run(2 * PROVEN);
        trace = net.wires().probe(net.topology().access(4), peer.udp(node.address(), 1, 2, "hello").build());
        assertTrue(trace.isDeliveredTo(node.host()), trace::toString);
        net.assertExact();
    }

    @Test
    void theBackupDiesTooAndEitherMayReturnFirst() {
        Station node = at(1);
        Conversation call = call(node);
        move(node, 3);
        Death.PORT.at(net, 1, true);
        net.run(500);
        Death.PORT.at(net, 2, true);
        net.run(500);
        assertFalse(anchor(1).standing().served() || anchor(2).standing().served());
        int heard = call.up().arrived();
        net.run(500);
        assertEquals(heard, call.up().arrived());
        net.assertExact();
        Death.PORT.at(net, 2, false);
        net.run(PROVEN);
        assertGoesOn(call, net.clock().micros());
        assertEquals(2, lastUp().edge());
        Death.PORT.at(net, 1, false);
        net.run(2 * PROVEN);
        assertGoesOn(call, net.clock().micros());
        assertEquals(1, lastUp().edge());
        net.assertExact();
    }

    @Test
    void aControllerThatStartsDuringTheOutageTakesItUp() {
        Station node = at(1);
        Conversation call = call(node);
        move(node, 3);
        Death.PORT.at(net, 1, true);
        net.run(500);
        long since = net.clock().micros();
        net.restart();
        net.run(500);
        net.audit();
        assertGoesOn(call, since);
        net.assertExact();
    }

    @Test
    void anUplinkThatFlapsIsTrustedLessAndLess() {
        Station node = at(1);
        call(node);
        for (int i = 0; i < 3; i++) {
            Death.PORT.at(net, 1, true);
            net.run(100);
            Death.PORT.at(net, 1, false);
            net.run(100);
        }
        net.run(4_500);
        Death.PORT.at(net, 1, true);
        net.run(100);
        Death.PORT.at(net, 1, false);
        net.run(5_000);
        assertEquals(2, lastUp().edge(), "the second time it takes twice as long");
        net.run(5_000);
        assertEquals(1, lastUp().edge());
    }
}
