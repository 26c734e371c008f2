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
import org.onlab.packet.MacAddress;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.core.model.Domain;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.host.HostEvent;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Moves that come at the wrong moment. Whatever happened: the end is right, and the call has kept its address. */
class HardCasesTest {
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
        call = net.converse(node, CALL, SIP, CALL).start(MILLISECOND);
        net.run(100);
    }

    /** Time passes; after it the call goes both ways, and the switches hold what they should. */
    private void endsWell(ConnectPoint place) {
        net.settle();
        assertEquals(place, net.binding(node).current().poa());
        assertEquals(HandoverPhase.CLEANED, net.binding(node).phase());
        long now = net.clock().micros();
        net.run(100);
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lost(), "nothing that left the node is lost");
        assertEquals(List.of(), call.up().duplicated());
        assertEquals(List.of(), call.down().duplicated());
        assertEquals(List.of(), call.down().lostBetween(now, Long.MAX_VALUE));
        assertEquals(1, call.outsideAddresses().size());
        assertTrue(call.down().arrived() > 0);
        net.assertExact();
    }

    private ConnectPoint to(int edge) {
        ConnectPoint place = net.topology().access(edge);
        node.at(place).announce();
        return place;
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_500, 3_000, 20_000, 400_000})
    void pingPong(long period) {
        for (int i = 0; i < 10; i++) {
            to(2);
            net.runMicros(period);
            to(1);
            net.runMicros(period);
        }
        endsWell(to(2));
    }

    /** What it answered at the one edge comes after it is at the other; and it says only once that it is there. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_500, 3_000, 8_000, 20_000})
    void pingPongFasterThanAnswersCome(long period) {
        ConnectPoint first = net.topology().access(1);
        net.control().channel(device -> device.equals(first.deviceId()) ? 15 * MILLISECOND : MILLISECOND);
        call.stop();
        for (int i = 0; i < 10; i++) {
            to(2);
            net.runMicros(period);
            to(1);
            net.runMicros(period);
        }
        ConnectPoint place = to(2);
        net.run(1_000);
        assertEquals(place, net.binding(node).current().poa());
        net.settle();
        assertEquals(place, net.binding(node).current().poa());
        net.assertExact();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 3_000, 100_000})
    void returnWhileTheBounceStands(long away) {
        to(2);
        net.runMicros(away);
        endsWell(to(1));
    }

    /** It says nothing but its call, which the rules of the place that it had left still know. */
    @ParameterizedTest
    @ValueSource(longs = {300, 600, 1_500, 2_000})
    void returnWithoutAWordWhileTheBounceStands(long away) {
        to(2);
        net.run(away);
        ConnectPoint place = net.topology().access(1);
        assertEquals(place, net.binding(node).former().get(0).poa(), "the bounce must still stand");
        node.at(place);
        net.run(10);
        assertEquals(place, net.binding(node).current().poa());
        assertEquals(Trigger.DATA_PACKET, net.binding(node).current().trigger());
        endsWell(place);
    }

    /** The place that was to be shut first has been forgotten by then. */
    @Test
    void aNodeThatHasMovedMoreOftenThanIsRememberedIsLetInAtNoFormerPlaceEither() {
        for (int i = 0; i < 20; i++) {
            to(2);
            net.run(3);
            to(1);
            net.run(3);
        }
        ConnectPoint place = to(2);
        net.run(4 * Handovers.grace(net.domain().timers().probe()));
        assertEquals(0, Handovers.open(net.binding(node)));
        endsWell(place);
    }

    /** Its questions are not answered either, and it has been elsewhere since. */
    @Test
    void returnByAnotherEdgeOfANodeThatNeitherSpeaksNorAnswers() {
        node.silent();
        to(2);
        net.run(400);
        node.at(net.topology().access(3));
        net.run(400);
        for (int edge : new int[] {1, 2, 3, 1}) {
            node.at(net.topology().access(edge));
            net.run(10);
            assertEquals(net.topology().access(edge), net.binding(node).current().poa());
            net.run(400);
        }
        endsWell(net.topology().access(1));
    }

    /** What it sends inside is shown to the controller for its own reasons; it has not been away for long. */
    @Test
    void silentReturnOfANodeThatTalksInside() {
        call.stop();
        Station peer = net.station("peer", 4, "10.4.0.20");
        talk(peer);
        to(2);
        net.run(600);
        ConnectPoint place = net.topology().access(1);
        node.at(place);
        node.say(peer.address(), 1, 2, "back");
        net.run(20);
        assertEquals(place, net.binding(node).current().poa());
        assertTrue(peer.texts().contains("back"));
        talk(peer);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 4_000, 9_000, 14_000, 25_000})
    void moveDuringAMove(long later) {
        net.control().channel(device -> 5 * MILLISECOND);
        to(2);
        net.runMicros(later);
        to(3);
        net.runMicros(later);
        endsWell(to(4));
    }

    @Test
    void betweenTwoPortsOfOneEdge() {
        ConnectPoint second = net.topology().second(1);
        node.at(second).announce();
        endsWell(second);
    }

    @Test
    void betweenTwoPortsAndBackWhileTheBounceStands() {
        node.at(net.topology().second(1)).announce();
        net.run(20);
        endsWell(to(1));
    }

    @Test
    void acrossEdgesAndPortsInOneGo() {
        node.at(net.topology().second(1)).announce();
        net.run(3);
        to(2);
        net.run(3);
        node.at(net.topology().second(2)).announce();
        net.run(3);
        to(1);
        net.run(3);
        ConnectPoint second = net.topology().second(1);
        node.at(second).announce();
        endsWell(second);
    }

    /** ONOS's host service tells of the place before, and is late: the node is asked, and answers where it is. */
    @ParameterizedTest
    @ValueSource(longs = {500, 700, 900, 1_100, 1_300, 1_500, 1_700, 1_900, 2_100, 2_500, 3_000})
    void aSignThatComesLateIsBelied(long later) {
        ConnectPoint place = to(3);
        net.runMicros(later);
        net.hostSeen(HostEvent.Type.HOST_MOVED, node, net.topology().access(2), net.clock().millis() + 1);
        net.run(50);
        assertEquals(place, net.binding(node).current().poa());
        endsWell(place);
    }

    /** The node answered while it was back for a moment, and the answer comes after it has left again. */
    @Test
    void anAnswerThatComesLateBeliesNobody() {
        to(2);
        net.run(20);
        to(1);
        net.runMicros(1_500);
        ConnectPoint place = to(2);
        net.wires().send(net.topology().access(1), Packets.arpReply(node.mac(), node.address().getIp4Address(),
                net.domain().gatewayMac(), Ip4Address.valueOf("10.1.0.1")));
        net.run(20);
        assertEquals(place, net.binding(node).current().poa());
        assertNotEquals(HandoverPhase.ROLLED_BACK, net.handovers(node).get(2).phase());
        endsWell(place);
    }

    @Test
    void aSilentNodeThatIsSaidToHaveLeftAndIsAtTheSamePlaceIsFoundThere() {
        call.stop();
        net.run(100);
        ConnectPoint place = net.topology().access(1);
        net.mobility().gone(node.id(), place, net.clock().millis());
        net.run(400);
        assertTrue(net.binding(node).absentSince().isPresent());
        net.run(200);
        assertFalse(net.binding(node).absentSince().isPresent(), "nothing but its answer tells that it is there");
        assertEquals(place, net.binding(node).current().poa());
        net.run(100);
        net.assertExact();
    }

    @Test
    void aNodeThatHasLeftForGoodIsAskedForEverMoreSeldom() {
        call.stop();
        node.leave();
        long before = net.mobility().counters().claims().getOrDefault("question", 0L);
        net.mobility().gone(node.id(), net.topology().access(1), net.clock().millis());
        net.run(net.domain().timers().bindingLifetime() / 2);
        long asked = net.mobility().counters().claims().get("question") - before;
        assertTrue(asked >= 5 && asked <= 10, asked + " questions in half an hour");
    }

    @Test
    void twoNodesSwapEdges() {
        Station other = net.station("other", 2, "10.2.0.20");
        Conversation second = net.converse(other, CALL, SIP, CALL + 1).start(MILLISECOND);
        net.run(100);
        other.leave();
        ConnectPoint place = to(2);
        other.at(net.topology().access(1)).announce();
        endsWell(place);
        second.stop();
        net.run(100);
        assertEquals(List.of(), second.up().lost());
        assertEquals(1, second.outsideAddresses().size());
        assertEquals(net.topology().access(1), net.binding(other).current().poa());
    }

    @Test
    void twoNodesOfOneSubnetAtOneAccessPoint() {
        Station other = net.station("other", 2, "10.1.0.11");
        ConnectPoint place = to(2);
        net.run(100);
        node.say(other.address(), 1, 2, "to my neighbour");
        other.say(node.address(), 2, 1, "and back");
        net.run(50);
        assertEquals(List.of("to my neighbour"), other.texts());
        assertTrue(node.texts().contains("and back"));
        endsWell(place);
    }

    @Test
    void bothEndsOfAFlowInTheDomainMoveAtOnce() {
        Station peer = net.station("peer", 4, "10.4.0.20");
        talk(peer);
        peer.at(net.topology().access(3)).announce();
        ConnectPoint place = to(2);
        net.run(50);
        talk(peer);
        endsWell(place);
        talk(peer);
        net.assertExact();
    }

    @Test
    void bothEndsMoveAndOneOfThemIsSilent() {
        Station peer = net.station("peer", 4, "10.4.0.20");
        talk(peer);
        peer.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, peer, net.topology().access(4), 0);
        ConnectPoint place = to(2);
        net.run(2);
        peer.at(net.topology().access(3));
        net.hostSeen(HostEvent.Type.HOST_ADDED, peer, net.topology().access(3), net.clock().millis());
        net.run(50);
        talk(peer);
        endsWell(place);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300, 600, 900, 1_200, 1_500})
    void aPeerThatMovesALittleLaterKeepsItsDirectPath(long later) {
        Station peer = net.station("peer", 4, "10.4.0.20");
        talk(peer);
        ConnectPoint place = to(2);
        net.runMicros(later);
        peer.at(net.topology().access(3)).announce();
        endsWell(place);
        int packetIns = net.packetIns();
        talk(peer);
        assertEquals(packetIns, net.packetIns(), "no lookup any more");
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 600, 800, 1_000, 1_200})
    void aPeerThatIsReleasedInTheMiddleLeavesNothing(long later) {
        Station peer = net.station("peer", 4, "10.4.0.20");
        talk(peer);
        ConnectPoint place = to(2);
        net.runMicros(later);
        net.mobility().remove(peer.id());
        peer.leave();
        net.run(200);
        net.assertExact();
        endsWell(place);
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 600, 800, 1_000, 1_200})
    void aConfigurationThatChangesInTheMiddleHolds(long later) {
        call.stop();
        Domain before = net.domain();
        ConnectPoint place = to(2);
        net.runMicros(later);
        net.configure(Domain.of(MacAddress.valueOf("02:00:5e:00:00:77"), before.anchors().values(), before.policy(),
                before.timers()));
        net.run(200);
        net.assertExact();
        net.configure(before);
        net.settle();
        net.assertExact();
        assertEquals(place, net.binding(node).current().poa());
    }

    private void talk(Station peer) {
        peer.clear();
        node.clear();
        for (String text : List.of("one", "two")) {
            node.say(peer.address(), 1, 2, text);
            peer.say(node.address(), 2, 1, text);
            net.run(50);
        }
        assertEquals(List.of("one", "two"), peer.texts());
        assertTrue(node.texts().containsAll(List.of("one", "two")), () -> node.texts().toString());
    }

    @Test
    void aNodeThatIsGoneForGoodIsReleased() {
        call.stop();
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(100);
        assertTrue(net.binding(node).absentSince().isPresent());
        net.run(net.domain().timers().bindingLifetime());
        net.age(10);
        assertTrue(net.mobility().states().isEmpty());
        assertEquals(0, net.stores().states().size());
        assertEquals(0, net.stores().lent().size());
        net.assertExact();
    }

    @Test
    void aNodeIsReleasedInTheMiddleOfAHandover() {
        for (long later = 450; later < 3_450; later += 150) {
            Station other = net.station("n" + later, 1, "10.1.0." + (50 + later / 150));
            other.say(SIP, CALL, CALL, "hello");
            net.run(50);
            other.at(net.topology().access(2)).announce();
            net.runMicros(later);
            net.mobility().remove(other.id());
            other.leave();
            net.settle();
            assertFalse(net.mobility().state(other.id()).isPresent());
            net.assertExact();
        }
    }

    @Test
    void manyNodesMoveWithinASecond() {
        List<Station> crowd = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Station one = net.station("n" + i, "10.1.0." + (20 + i)).at(net.topology().access(1)).announce();
            one.say(SIP, CALL, CALL, "hello");
            crowd.add(one);
        }
        net.run(500);
        for (Station one : crowd) {
            one.at(net.topology().access(2 + crowd.indexOf(one) % 3)).announce();
            net.run(5);
        }
        for (Station one : crowd) {
            long took = net.handovers(one).get(0).switchedAt().get() - net.handovers(one).get(0).detectedAt();
            assertTrue(took < 5 * MILLISECOND, one + " took " + took + " us");
        }
        endsWell(net.topology().access(1));
    }
}
