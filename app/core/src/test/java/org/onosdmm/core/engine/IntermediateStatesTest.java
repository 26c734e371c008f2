/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Probes;
import org.onosdmm.core.emulation.StateChecker;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.host.HostEvent;

import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * At no intermediate state of any handover does a packet loop, go to a wrong host, or vanish while its receiver is
 * attached: checked for every subset of the flow-mods that the switches may have carried out so far.
 */
class IntermediateStatesTest {
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress ADMIN = Outside.address(50);
    private static final int MEETING = 3478;

    private Emulation net;
    private Station node;
    private Probes probes;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        probes = new Probes(net);
    }

    /** A node with a conference anchored elsewhere and a session from outside. */
    private StateChecker watched() {
        node.say(CONF, MEETING, MEETING, "hello");
        net.outside().say(ADMIN, 4_000, node.address(), 22, "knock");
        net.run(50);
        IpAddress meeting = net.leased(node, 3);
        return new StateChecker(net)
                .with(probes.fromOutside(node, CONF, MEETING, meeting, MEETING))
                .with(probes.fromOutside(node, ADMIN, 4_000, node.address(), 22))
                .with(probes.inFlight(node))
                .with(probes.pinned(node, MEETING, CONF, MEETING, 3, meeting))
                .with(probes.pinned(node, 22, ADMIN, 4_000, 1, node.address()))
                .with(probes.unpinned(node, WEB));
    }

    private void finds(Map<String, Integer> expected, StateChecker checker, String type, int atLeast) {
        net.settle();
        System.out.println(type + ": " + checker.states() + " states visited, " + checker.packets() + " packets sent");
        assertEquals(expected, checker.faults(), checker::examples);
        assertTrue(checker.states() >= atLeast, "something was to be seen");
        net.assertExact();
    }

    private void isSound(StateChecker checker, String type) {
        finds(Map.of(), checker, type, 50);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void fromHome(int edge) {
        StateChecker checker = watched();
        node.at(net.topology().access(edge)).announce();
        isSound(checker, "from home to edge " + edge);
    }

    @Test
    void betweenForeignEdges() {
        node.at(net.topology().access(2)).announce();
        net.settle();
        StateChecker checker = watched();
        node.at(net.topology().access(4)).announce();
        isSound(checker, "between foreign edges");
    }

    @Test
    void backHome() {
        node.at(net.topology().access(2)).announce();
        net.settle();
        StateChecker checker = watched();
        node.at(net.topology().access(1)).announce();
        isSound(checker, "back home");
    }

    @Test
    void betweenPortsOfOneEdge() {
        StateChecker checker = watched();
        node.at(net.topology().second(1)).announce();
        isSound(checker, "between ports of one edge");
    }

    @Test
    void returnWhileTheBounceStands() {
        StateChecker checker = watched();
        node.at(net.topology().access(2)).announce();
        net.run(50);
        node.at(net.topology().access(1)).announce();
        isSound(checker, "return while the bounce stands");
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 900, 1_300, 2_000})
    void moveDuringAMove(long later) {
        StateChecker checker = watched();
        node.at(net.topology().access(2)).announce();
        net.runMicros(later);
        node.at(net.topology().access(4)).announce();
        isSound(checker, "move during a move, " + later + " us later");
    }

    @Test
    void hardMove() {
        StateChecker checker = watched();
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(50);
        probes.blind(2);
        node.at(net.topology().access(2)).announce();
        isSound(checker, "hard move");
    }

    @Test
    void forgedMoveAndRollback() {
        StateChecker checker = watched();
        ConnectPoint forger = net.topology().access(4);
        net.wires().send(forger, Packets.gratuitousArp(node.mac(),
                node.address().getIp4Address()));
        isSound(checker, "forged move and rollback");
    }

    @Test
    void withAPeerInTheDomain() {
        Station peer = net.station("peer", 4, "10.4.0.20");
        node.say(peer.address(), 1, 2, "hello");
        peer.say(node.address(), 2, 1, "hello");
        net.run(50);
        StateChecker checker = new StateChecker(net).with(probes.between(node, peer)).with(probes.between(peer, node))
                .with(probes.inFlight(node)).with(probes.inFlight(peer)).with(probes.unpinned(node, WEB));
        node.at(net.topology().access(2)).announce();
        isSound(checker, "with a peer in the domain");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 400, 900})
    void bothEndsMove(long later) {
        Station peer = net.station("peer", 4, "10.4.0.20");
        node.say(peer.address(), 1, 2, "hello");
        peer.say(node.address(), 2, 1, "hello");
        net.run(50);
        StateChecker checker = new StateChecker(net).with(probes.between(node, peer)).with(probes.between(peer, node))
                .with(probes.inFlight(node)).with(probes.inFlight(peer));
        node.at(net.topology().access(2)).announce();
        net.runMicros(later);
        peer.at(net.topology().access(3)).announce();
        isSound(checker, "both ends move, " + later + " us apart");
    }

    @Test
    void withoutALease() {
        for (int edge = 2; edge <= 4; edge++) {
            net.stores().exhaust(Topology.anchor(net.domain(), edge));
        }
        StateChecker checker = new StateChecker(net).with(probes.inFlight(node)).with(probes.unpinned(node, WEB))
                .with(probes.fromOutside(node, WEB, 8_888, net.leased(node, 1), 7_777));
        node.at(net.topology().access(2)).announce();
        isSound(checker, "without a lease");
    }

    @Test
    void firstAttachment() {
        Station fresh = net.station("fresh", "10.2.0.30").at(net.topology().access(2));
        StateChecker checker = new StateChecker(net).with(probes.unpinned(fresh, WEB));
        fresh.say(WEB, 1, 2, "hello");
        net.run(50);
        finds(Map.of(), checker, "first attachment", 10);
    }

    @Test
    void aFlowBegins() {
        StateChecker checker = new StateChecker(net).with(probes.unpinned(node, WEB))
                .with((switches, state) -> net.state(node).flows().isEmpty() ? Optional.empty()
                        : probes.pinned(node, MEETING, CONF, MEETING, 3, net.leased(node, 3)).fault(switches, state));
        node.say(CONF, MEETING, MEETING, "hello");
        net.run(50);
        net.outside().say(ADMIN, 4_000, node.address(), 22, "knock");
        net.run(50);
        assertEquals(2, net.state(node).flows().size());
        finds(Map.of(), checker, "a flow begins", 10);
    }
}
