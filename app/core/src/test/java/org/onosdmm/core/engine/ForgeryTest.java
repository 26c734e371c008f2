/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.ConnectPoint;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Somebody claims that a node has moved, and the node knows nothing of it. */
class ForgeryTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final int CALL = 16384;
    private static final long MILLISECOND = 1_000;

    private Emulation net;
    private Station victim;
    private Conversation call;
    private ConnectPoint home;
    private ConnectPoint forger;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        victim = net.station("victim", 1, "10.1.0.10");
        home = net.topology().access(1);
        forger = net.topology().access(3);
        call = net.converse(victim, CALL, SIP, CALL).start(MILLISECOND);
        net.run(100);
    }

    private void forge(ConnectPoint port) {
        net.wires().send(port, Packets.gratuitousArp(victim.mac(), victim.address().getIp4Address()));
    }

    private void forgeReply(ConnectPoint port) {
        net.wires().send(port, Packets.arpReply(victim.mac(), victim.address().getIp4Address(),
                net.domain().gatewayMac(), Ip4Address.valueOf("10.1.0.1")));
    }

    private ConnectPoint place() {
        return net.binding(victim).current().poa();
    }

    private void endsWell(int mostLost) {
        net.settle();
        call.stop();
        net.run(100);
        assertEquals(home, place());
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.down().duplicated());
        assertTrue(call.down().lost().size() <= mostLost, call::toString);
        assertEquals(1, call.outsideAddresses().size());
        net.assertExact();
        assertTrue(net.control().reported(forger.deviceId()).rules().keySet().stream()
                .noneMatch(key -> key.selector().toString().contains(victim.mac().toString())));
    }

    @Test
    void aForgedArpIsRolledBackByTheNodesAnswerAtItsOldPlace() {
        forge(forger);
        net.run(20);
        assertEquals(home, place());
        assertEquals(Trigger.PROBE_REPLY, net.binding(victim).current().trigger());
        assertEquals(HandoverPhase.ROLLED_BACK, net.handovers(victim).get(0).phase());
        endsWell(10);
    }

    @Test
    void aForgedPacketIsRolledBackToo() {
        Frame packet = victim.udp(Outside.address(30), 5000, 80, "forged").build();
        net.wires().send(forger, packet);
        net.run(20);
        assertEquals(home, place());
        assertEquals(HandoverPhase.ROLLED_BACK, net.handovers(victim).get(0).phase());
        endsWell(10);
    }

    @Test
    void aPlaceThatLiedIsNotBelievedForAWhileAndLongerEachTime() {
        long wait = 1_000;
        for (int lie = 1; lie <= 4; lie++) {
            forge(forger);
            net.run(20);
            assertEquals(2 * lie, net.handovers(victim).size());
            net.run(wait);
            wait *= 2;
        }
        endsWell(40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFloodOfForgedClaimsDivertsPacketsOnceWhetherTheForgerAnswersOrNot(boolean answers) {
        if (answers) {
            net.station("twin", "10.1.0.10").at(forger);
        }
        for (int i = 0; i < 2_000; i++) {
            forge(forger);
            net.run(10);
        }
        assertEquals(2, net.handovers(victim).size(), "believed once");
        assertEquals(home, place());
        assertTrue(questions() <= 2 * (32 + 20) + 2, questions() + " questions in 20 s");
        endsWell(10);
        net.run(10_000);
        long before = questions();
        net.run(10_000);
        assertEquals(before, questions(), "nobody is asked any more");
    }

    private long questions() {
        return net.mobility().counters().claims().get("question");
    }

    @Test
    void aNodeThatGoesWhereItWasForgedIsSoonBelievedAndLosesNothingThatItSends() {
        forge(forger);
        net.run(100);
        victim.at(forger).announce();
        net.run(500);
        assertEquals(forger, place());
        net.settle();
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.up().duplicated());
    }

    @Test
    void rulesComeToRestWhileItIsAskedForAndItsPacketsWait() {
        forge(forger);
        net.run(400);
        victim.at(forger).announce();
        net.run(50);
        assertEquals(home, place(), "it is being asked for");
        net.mobility().resync();
        net.run(500);
        assertEquals(forger, place());
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lost());
    }

    @Test
    void afterThatTheNodeMayReallyGoThere() {
        forge(forger);
        net.run(1_100);
        victim.at(forger).announce();
        net.run(100);
        assertEquals(forger, place());
        net.settle();
        assertEquals(forger, place());
        net.assertExact();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 500, 900, 1_500})
    void aMoveForgedTwiceIsRolledBack(long between) {
        forge(net.topology().second(2));
        net.runMicros(MILLISECOND + between);
        forge(forger);
        net.run(50);
        assertEquals(home, place());
        endsWell(20);
    }

    @Test
    void anAnswerThatNobodyAskedForIsNoBetterThanAnyOtherClaim() {
        forge(forger);
        net.run(20);
        int handovers = net.handovers(victim).size();
        for (int i = 0; i < 5; i++) {
            forgeReply(forger);
            net.run(20);
        }
        assertEquals(handovers, net.handovers(victim).size(), "the place is not believed");
        endsWell(10);
    }

    @Test
    void anAnswerThatNobodyAskedForDoesNotDiscreditTheTruth() {
        forgeReply(forger);
        net.run(50);
        assertEquals(home, place());
        victim.at(net.topology().access(2)).announce();
        net.run(50);
        assertEquals(net.topology().access(2), place());
        victim.at(home).announce();
        net.run(50);
        endsWell(30);
    }

    /** The place where the node stayed for long is no better than any other, once the node answers elsewhere. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForgerWhereTheNodeHasJustBeenDivertsPacketsOnceByArpOrByPackets(boolean arp) {
        ConnectPoint place = net.topology().access(2);
        victim.at(place).announce();
        for (int i = 0; i < 1_000; i++) {
            if (arp) {
                forge(home);
            } else {
                net.wires().send(home, victim.udp(Outside.address(30), 5000, 80, "forged").build());
            }
            net.run(10);
            assertEquals(place, place());
        }
        assertEquals(3, net.handovers(victim).size(), "believed once");
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lost());
        assertTrue(call.down().lost().size() <= 10, call::toString);
        long late = net.outside().heard().stream().filter(heard -> heard.text().equals("forged")).count();
        assertTrue(arp || late <= 2 * Handovers.grace(net.domain().timers().probe()) / 10 + 2, late + " came in");
    }

    @Test
    void aNodeThatReallyMovedAndDoesNotAnswerAtTheOldPlaceStaysMoved() {
        victim.at(forger).announce();
        net.run(1_000);
        assertEquals(forger, place());
        assertNotEquals(HandoverPhase.ROLLED_BACK, net.handovers(victim).get(0).phase());
    }
}
