/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.NextMove;
import org.onosdmm.api.PathEnd;
import org.onosdmm.api.PathRule;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosproject.net.host.HostEvent;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The ways that an explanation tells are those that packets take. */
class ExplainerTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress ADMIN = Outside.address(50);
    private static final int CALL = 16_384;
    private static final int MEETING = 3_478;

    private Emulation net;
    private Station node;
    private Comparison comparison;

    @BeforeEach
    void attach() {
        start(Topology.campus());
    }

    private void start(Topology topology) {
        net = Emulation.of(topology);
        node = net.station("mn", 1, "10.1.0.10");
        comparison = new Comparison(net);
    }

    private FlowKey key(int protocol, int localPort, IpAddress remote, int remotePort) {
        return FlowKey.of(protocol, node.address(), localPort, remote, remotePort);
    }

    private FlowKey meeting() {
        net.converse(node, MEETING, CONF, MEETING).sendUp();
        net.run(2_000);
        return key(17, MEETING, CONF, MEETING);
    }

    private void moveTo(int edge) {
        node.at(net.topology().access(edge)).announce();
        net.settle();
    }

    private static void ends(FlowDirection direction, PathEnd.Kind kind, Object at) {
        direction.paths().forEach(path -> {
            assertEquals(kind, path.end().kind(), direction::sentence);
            assertEquals(at, path.end().at(), direction::sentence);
        });
        assertFalse(direction.paths().isEmpty());
    }

    @Test
    void aPinnedFlowWithAnAddressOfAnotherAnchorFromEveryEdge() {
        FlowKey key = meeting();
        for (int edge : List.of(1, 2, 3, 4, 1)) {
            moveTo(edge);
            Explanation explanation = comparison.compare(node, key, net.leased(node, 3));
            ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(3));
            ends(explanation.inbound(), PathEnd.Kind.HOST, net.topology().access(edge));
            assertEquals(edge == 3 ? 1 : 2, explanation.outbound().paths().size(), "by either core");
        }
    }

    @Test
    void aSwitchThatChoosesByAHashHasOneWayForEachChoice() {
        moveTo(2);
        net.run(2_000);
        Set<String> taken = new HashSet<>();
        for (int port = 4_000; port < 4_064; port++) {
            FlowKey key = FlowKey.of(6, node.address(), port, IpAddress.valueOf("10.3.0.20"), 80);
            taken.add(Comparison.devices(comparison.out(node, key)));
        }
        Explanation explanation = comparison.explain(FlowKey.parse("tcp,10.1.0.10,4000,10.3.0.20,80"));
        assertEquals(taken, Comparison.devices(explanation.outbound(), hop -> hop.device().toString()));
        assertEquals(2, taken.size());
    }

    @Test
    void aSwitchThatTakesNoGroupsHasOneWay() {
        FlowKey key = meeting();
        net.control().groups().refuse(net.topology().edge(1));
        net.setPower(net.topology().edge(1), false);
        net.run(500);
        net.setPower(net.topology().edge(1), true);
        net.settle();
        Explanation explanation = comparison.explain(key);
        assertEquals(1, explanation.outbound().paths().size());
        assertEquals(Comparison.ways(comparison.out(node, key)), Comparison.ways(explanation.outbound().paths()));
    }

    @Test
    void everyMomentOfAHandover() {
        Conversation talk = net.converse(node, MEETING, CONF, MEETING).start(1_000);
        net.run(2_000);
        FlowKey key = key(17, MEETING, CONF, MEETING);
        Set<String> phases = new HashSet<>();
        Set<String> ends = new HashSet<>();
        for (int edge : List.of(2, 3)) {
            node.at(net.topology().access(edge)).announce();
            for (int moment = 0; moment < 120; moment++) {
                net.runMicros(40);
                if (!net.binding(node).current().poa().equals(node.location().get())) {
                    continue;
                }
                Explanation explanation = comparison.compareNow(node, key, net.leased(node, 3));
                phases.add(explanation.placed().replaceAll(".* is ", ""));
                explanation.inbound().present().forEach(path -> ends.add(path.hops().size() + " " + path.end().kind()));
            }
            net.settle();
            comparison.compareNow(node, key, net.leased(node, 3));
        }
        talk.stop();
        assertTrue(phases.containsAll(Set.of("PREPARED", "SWITCHED")), phases::toString);
        assertTrue(ends.contains("5 HOST"), () -> "by the place that the node has left, which bounces: " + ends);
        assertTrue(ends.contains("3 LOST"), () -> "to the place where it was: " + ends);
    }

    @Test
    void duringAHandoverItSaysWhatIsConfirmedAndWhatIsToCome() {
        FlowKey key = meeting();
        net.control().channel(device -> device.equals(net.topology().edge(3)) ? 20_000 : 50);
        node.at(net.topology().access(2)).announce();
        net.run(5);
        Explanation explanation = comparison.explain(key);
        assertTrue(explanation.placed().endsWith("the handover from edge1/3 is PREPARED"), explanation.placed());
        FlowDirection inbound = explanation.inbound();
        assertFalse(inbound.confirmed());
        assertTrue(inbound.sentence().startsWith("edge3 > of:"), inbound.sentence());
        ends(inbound, PathEnd.Kind.HOST, net.topology().access(2));
        assertEquals(List.of("to a node, where it is now"), inbound.paths().get(0).hops().stream()
                .flatMap(hop -> hop.rules().stream()).filter(rule -> !rule.confirmed())
                .map(rule -> rule.words().replaceAll(":.*", "")).collect(Collectors.toList()));
        assertEquals("edge1", inbound.present().get(0).hops().get(2).edge().get().name(), "bounced there");
        assertEquals(net.topology().access(2), inbound.present().get(0).end().at());
        net.settle();
        assertTrue(comparison.explain(key).inbound().confirmed());
    }

    @Test
    void aSessionFromOutsideWithTheNodesOwnAddress() {
        net.outside().say(ADMIN, 50_000, node.address(), 22, "hello");
        net.run(2_000);
        FlowKey key = key(17, 22, ADMIN, 50_000);
        for (int edge : List.of(1, 4)) {
            moveTo(edge);
            Explanation explanation = comparison.compare(node, key, node.address());
            ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(1));
            ends(explanation.inbound(), PathEnd.Kind.HOST, net.topology().access(edge));
            assertTrue(explanation.anchored().startsWith("edge1, chosen by own address: "), explanation.anchored());
            assertTrue(explanation.promised().startsWith("FIXED: "), explanation.promised());
        }
    }

    @Test
    void betweenTwoNodesBeforeAndAfterTheyHaveTalkedAndMoved() {
        Station peer = net.station("cn", 4, "10.4.0.20");
        net.run(2_000);
        FlowKey key = key(17, 5_000, peer.address(), 6_000);
        Explanation lookup = comparison.explain(key);
        assertTrue(Comparison.ways(lookup.outbound().paths())
                .containsAll(Comparison.ways(comparison.out(node, key))));
        node.say(peer.address(), 5_000, 6_000, "hello");
        net.run(2_000);
        node.at(net.topology().access(2)).announce();
        peer.at(net.topology().access(3)).announce();
        net.settle();
        Explanation direct = comparison.explain(key);
        assertTrue(Comparison.ways(direct.outbound().paths()).containsAll(Comparison.ways(comparison.out(node, key))));
        ends(direct.outbound(), PathEnd.Kind.HOST, net.topology().access(3));
        ends(direct.inbound(), PathEnd.Kind.HOST, net.topology().access(2));
        direct.outbound().paths().forEach(path -> assertEquals(3, path.hops().size(), direct.outbound()::sentence));
        FlowKey reverse = FlowKey.of(17, peer.address(), 6_000, node.address(), 5_000);
        assertEquals(Comparison.ways(direct.inbound().paths()),
                     Comparison.ways(comparison.explain(reverse).outbound().paths()));
        assertTrue(direct.next().isEmpty());
        assertEquals("None: it does not leave the domain", direct.anchored());
    }

    @Test
    void twoNodesBehindOneAccessPoint() {
        Station peer = net.station("cn", 1, "10.1.0.20");
        net.run(2_000);
        Explanation explanation = comparison.explain(key(17, 5_000, peer.address(), 6_000));
        ends(explanation.outbound(), PathEnd.Kind.HOST, net.topology().access(1));
        assertEquals(Comparison.ways(comparison.out(node, key(17, 5_000, peer.address(), 6_000))),
                     Comparison.ways(explanation.outbound().paths()));
    }

    @Test
    void anAddressInsideWhereNobodyIs() {
        net.run(2_000);
        Explanation explanation = comparison.explain(key(17, 5_000, IpAddress.valueOf("10.3.0.99"), 6_000));
        explanation.outbound().paths().forEach(path -> assertEquals(PathEnd.Kind.DROPPED, path.end().kind()));
        assertEquals("Nobody is known at 10.3.0.99", explanation.inbound().sentence());
        assertTrue(explanation.inbound().paths().isEmpty());
    }

    @Test
    void ipv6WithoutPoolsAnAddressIsItsOwnAnchor() {
        Station six = net.newcomer("six", MacAddress.valueOf("02:00:00:00:aa:01"), 1);
        net.run(2_000);
        IpAddress first = six.address();
        IpAddress remote = Outside.address6(30);
        six.at(net.topology().access(3));
        six.solicit();
        net.settle();
        FlowKey old = FlowKey.of(6, first, 4_000, remote, 443);
        Explanation explanation = comparison.compare(six, old, first);
        ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(1));
        ends(explanation.inbound(), PathEnd.Kind.HOST, net.topology().access(3));
        explanation.next().forEach(move -> assertEquals(NextMove.Outcome.GOES_ON, move.outcome(), move::sentence));
        FlowKey young = FlowKey.of(6, six.address(), 4_000, remote, 443);
        ends(comparison.compare(six, young, six.address()).outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(3));
        FlowKey ping = FlowKey.of(58, first, 0, remote, 0);
        comparison.compare(six, ping, first);
    }

    @Test
    void ipv6WithAddressesToLend() {
        start(Topology.lending());
        Station six = net.station("six", 1, "2001:db8:0:1::10");
        IpAddress remote = Outside.address6(20);
        net.converse(six, MEETING, remote, MEETING).sendUp();
        net.run(2_000);
        six.at(net.topology().access(2)).announce();
        net.settle();
        FlowKey key = FlowKey.of(17, six.address(), MEETING, remote, MEETING);
        Explanation explanation = comparison.compare(six, key, net.leased(six, 3));
        ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(3));
        assertTrue(explanation.outbound().sentence().contains(" as [" + net.leased(six, 3)
                + "]:3478 > [2001:db8:cafe::20]:3478"), explanation.outbound().sentence());
    }

    @Test
    void aNodeThatIsAway() {
        FlowKey key = meeting();
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), net.clock().millis() - 10_000);
        net.run(3_000);
        Explanation explanation = comparison.explain(key);
        assertTrue(explanation.placed().matches(".*is at edge1/3, attachment 1, told by ARP; away for \\d s"),
                   explanation.placed());
        assertEquals(PathEnd.Kind.CONTROLLER, explanation.inbound().paths().get(0).end().kind());
        assertTrue(explanation.inbound().sentence().endsWith("which keeps it until the node is back"),
                   explanation.inbound().sentence());
        assertEquals(PathEnd.Kind.CONTROLLER, explanation.outbound().paths().get(0).end().kind());
        node.at(net.topology().access(1));
        comparison.compare(node, key, net.leased(node, 3));
    }

    @Test
    void aNodeThatIsAwayWithoutRescue() {
        net.outside().say(ADMIN, 50_000, node.address(), 22, "hello");
        net.run(2_000);
        FlowKey key = key(17, 22, ADMIN, 50_000);
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), net.clock().millis() - 10_000);
        net.run(10);
        Explanation explanation = comparison.explain(key);
        ends(explanation.inbound(), PathEnd.Kind.LOST, net.topology().access(1));
        assertTrue(explanation.inbound().sentence().endsWith("where it is not now"), explanation.inbound().sentence());
    }

    @Test
    void aNodeThatIsExpectedElsewhereHasCopiesThere() {
        FlowKey key = meeting();
        net.mobility().expect(node.id(), net.topology().access(2), Duration.ofSeconds(5));
        net.run(1_000);
        Explanation explanation = comparison.explain(key);
        assertTrue(explanation.placed().contains("; expected at edge2/3"), explanation.placed());
        assertEquals(Set.of(false, true), explanation.inbound().paths().stream().map(path -> path.copy())
                .collect(Collectors.toSet()));
        assertTrue(explanation.inbound().paths().stream().filter(path -> path.copy())
                .allMatch(path -> path.end().at().equals(net.topology().access(2))));
        String sentence = explanation.inbound().sentence();
        assertTrue(sentence.contains("; copies are handed to"), sentence);
    }

    @Test
    void aFlowThatIsNotKept() {
        node.say(WEB, 5_000, 8_080, "x");
        net.run(2_000);
        moveTo(3);
        FlowKey key = key(17, 5_000, WEB, 8_080);
        Explanation explanation = comparison.compare(node, key, net.leased(node, 3));
        assertTrue(explanation.known().isPresent());
        ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(3));
        assertEquals("edge3, where its node leaves the domain now; its address outside is " + net.leased(node, 3)
                + ", lent by edge3", explanation.anchored());
        List<NextMove.Outcome> outcomes = explanation.next().stream().map(NextMove::outcome)
                .collect(Collectors.toList());
        assertEquals(List.of(NextMove.Outcome.ENDS, NextMove.Outcome.ENDS, NextMove.Outcome.ENDS), outcomes);
    }

    @Test
    void aFlowThatNobodyKnowsAndNobodyIsShown() {
        net.run(2_000);
        FlowKey key = key(6, 4_000, WEB, 80);
        Explanation explanation = comparison.compare(node, key, net.leased(node, 1));
        assertFalse(explanation.known().isPresent());
        ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(1));
        assertTrue(explanation.classified().startsWith("Nobody knows this flow one by one, and no packet of it is "
                + "shown to the controller"), explanation.classified());
        comparison.compare(node, FlowKey.parse("icmp,10.1.0.10,0,203.0.113.30,0"), net.leased(node, 1));
    }

    @Test
    void aFlowThatNobodyKnowsYetIsExplainedAsItWouldBe() {
        net.run(2_000);
        FlowKey key = key(17, 5_004, WEB, CALL);
        Explanation expected = comparison.explain(key);
        assertFalse(expected.known().isPresent());
        assertTrue(expected.classified().startsWith("Nobody knows this flow. If it began now its first packet would be "
                + "shown to the controller; without its payload it would be taken for telephony, told by the step "
                + "rules: rule 1"), expected.classified());
        net.converse(node, 5_004, WEB, CALL).sendUp();
        net.run(2_000);
        Explanation known = comparison.compare(node, key, net.leased(node, 1));
        assertEquals(Comparison.ways(known.outbound().paths()), Comparison.ways(expected.outbound().paths()));
        assertEquals(Comparison.ways(known.inbound().paths()), Comparison.ways(expected.inbound().paths()));
        assertEquals(known.anchored(), expected.anchored());
        assertEquals(known.next(), expected.next());
    }

    @Test
    void withoutALeaseYetTheFirstPacketGoesToTheController() {
        net.run(2_000);
        Explanation explanation = comparison.explain(key(17, MEETING, CONF, MEETING));
        assertEquals("edge3, chosen by nearest; its address outside would be one lent by edge3",
                     explanation.anchored());
        ends(explanation.outbound(), PathEnd.Kind.CONTROLLER, net.topology().access(1));
        assertTrue(explanation.outbound().sentence().endsWith("which decides about the flow and passes it on"));
        assertTrue(explanation.inbound().paths().isEmpty(), "no address outside is known yet");
    }

    @Test
    void anAnchorWhoseUplinkIsDead() {
        net.converse(node, CALL, SIP, CALL).sendUp();
        net.run(2_000);
        FlowKey key = key(17, CALL, SIP, CALL);
        moveTo(3);
        net.setUplink(1, false);
        net.settle();
        Explanation explanation = comparison.compare(node, key, net.leased(node, 1));
        ends(explanation.outbound(), PathEnd.Kind.UPLINK, net.topology().uplink(2));
        ends(explanation.inbound(), PathEnd.Kind.HOST, net.topology().access(3));
        assertTrue(explanation.anchored().endsWith("; the uplink of edge1 is dead, edge2 stands in"),
                   explanation.anchored());
    }

    @Test
    void rulesHaveTheCookiesOfTheSwitches() {
        FlowKey key = meeting();
        Set<Long> there = net.wires().live().rules().stream().map(rule -> rule.id().value())
                .collect(Collectors.toSet());
        List<PathRule> rules = comparison.explain(key).outbound().paths().get(0).hops().stream()
                .flatMap(hop -> hop.rules().stream()).collect(Collectors.toList());
        assertEquals(8, rules.size());
        rules.forEach(rule -> assertTrue(there.contains(rule.cookie()), rule::toString));
    }

    @Test
    void withoutNodeOrConfiguration() {
        DmmException nobody = assertThrows(DmmException.class, () ->
                comparison.explain(FlowKey.parse("udp,10.1.0.99,1,203.0.113.10,2")));
        assertEquals(DmmException.Kind.NOT_FOUND, nobody.kind());
        assertEquals("flow: 'udp,10.1.0.99,1,203.0.113.10,2': no node has the address 10.1.0.99", nobody.getMessage());
    }
}
