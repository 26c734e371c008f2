/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.NextMove;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.mobility.Departure;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is foretold of a move comes true when the node makes it. */
class NextMovesTest {
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress ADMIN = Outside.address(50);

    private final ObjectNode document = Topology.campus().document();
    private Emulation net;
    private Station node;

    private void start() {
        net = Emulation.of(Topology.campus().configured(document));
        node = net.station("mn", 1, "10.1.0.10");
    }

    private FlowKey key(int localPort, IpAddress remote, int remotePort) {
        return FlowKey.of(17, node.address(), localPort, remote, remotePort);
    }

    private Explanation explain(FlowKey key) {
        return new Comparison(net).explain(key);
    }

    private NextMove to(FlowKey key, int edge) {
        return explain(key).next().stream().filter(move -> move.edge().name().equals("edge" + edge)).findFirst().get();
    }

    /** Moves there; the flow leaves as was foretold, with the address that was known. */
    private NextMove comesTrue(FlowKey key, int edge) {
        NextMove foretold = to(key, edge);
        IpAddress before = outside(key);
        node.at(net.topology().access(edge)).announce();
        net.settle();
        node.say(key.remote(), key.localPort(), key.remotePort(), "still here");
        net.run(100);
        assertEquals("still here", net.outside().last().text());
        IpAddress after = net.outside().last().from();
        assertEquals("edge" + net.outside().last().edge(), foretold.anchor().name(), foretold::sentence);
        assertEquals(foretold.outcome() != NextMove.Outcome.ENDS, before.equals(after), foretold::sentence);
        assertEquals(after, foretold.outside().orElse(after), foretold::sentence);
        return foretold;
    }

    private IpAddress outside(FlowKey key) {
        PinnedFlow flow = net.state(node).flows().get(key);
        return Departure.of(net.mobility().domain().get(), net.state(node), flow).outside();
    }

    private FlowKey begun(int localPort, IpAddress remote, int remotePort) {
        node.say(remote, localPort, remotePort, "hello");
        net.run(100);
        return key(localPort, remote, remotePort);
    }

    @Test
    void aSessionKeepsAnchorAndAddress() {
        start();
        FlowKey key = begun(5_004, CONF, 3_478);
        for (int edge : List.of(2, 3, 4, 1)) {
            assertEquals("goes on: still leaves at edge3 as " + net.leased(node, 3), comesTrue(key, edge).sentence());
        }
    }

    @Test
    void aSessionFromOutsideKeepsTheNodesOwnAddress() {
        start();
        net.outside().say(ADMIN, 50_000, node.address(), 22, "hello");
        net.run(100);
        FlowKey key = key(22, ADMIN, 50_000);
        for (int edge : List.of(2, 4)) {
            assertEquals("goes on: still leaves at edge1 as 10.1.0.10", comesTrue(key, edge).sentence());
        }
    }

    @Test
    void aFlowThatIsNotKeptLeavesWhereTheNodeIs() {
        start();
        FlowKey key = begun(5_000, WEB, 8_080);
        assertEquals("is not maintained: the next packet leaves at edge2 as an address that is still to be lent, and a "
                + "connection is reset", comesTrue(key, 2).sentence());
        assertEquals("is not maintained: the next packet leaves at edge1 as " + net.leased(node, 1)
                + ", and a connection is reset", comesTrue(key, 1).sentence());
    }

    @Test
    void whereTheClassHasOneAnchorItGoesOnThere() {
        ((ObjectNode) document.at("/classes/2")).put("strategy", "central").put("anchor", "edge4");
        start();
        FlowKey key = begun(5_000, WEB, 8_080);
        for (int edge : List.of(2, 4, 1)) {
            assertEquals("goes on: leaves at edge4 as " + net.leased(node, 4), comesTrue(key, edge).sentence());
        }
        assertTrue(explain(key).anchored().startsWith("edge4, "), explain(key).anchored());
    }

    @Test
    void aGracefulOneGoesOnForAWhile() {
        ((ObjectNode) document.at("/classes/0")).put("continuity", "GRACEFUL_REPLACEMENT").put("strategy", "serving");
        start();
        FlowKey key = begun(5_004, WEB, 16_384);
        NextMove move = comesTrue(key, 2);
        assertEquals(NextMove.Outcome.FOR_A_WHILE, move.outcome());
        assertEquals("goes on for 60 s: still leaves at edge1 as " + net.leased(node, 1)
                + "; then leaves at edge2 with the address there", move.sentence());
        assertTrue(explain(key).promised().matches("GRACEFUL_REPLACEMENT: keeps anchor and address for 60 s after a "
                + "move; of these 5\\d s are left"), explain(key).promised());
        assertEquals(NextMove.Outcome.GOES_ON, to(key, 1).outcome());
        for (int second = 0; second < 60; second += 5) {
            node.say(WEB, 5_004, 16_384, "on");
            net.age(5);
        }
        assertTrue(explain(key).anchored().startsWith("edge2, chosen by serving: its overlap after "
                + "a move is over: "), explain(key).anchored());
    }

    @Test
    void anIpv6AddressIsItsOwnAnchor() {
        start();
        node = net.station("six", 2, "2001:db8:0:2::10");
        node.say(Outside.address6(30), 5_004, 8_080, "hello");
        net.run(100);
        FlowKey key = key(5_004, Outside.address6(30), 8_080);
        NextMove move = to(key, 3);
        assertEquals("goes on: leaves at edge2 as 2001:db8:0:2::10", move.sentence());
        node.at(net.topology().access(3)).announce();
        net.settle();
        node.say(Outside.address6(30), 5_004, 8_080, "again");
        net.run(100);
        assertEquals("again", net.outside().last().text());
        assertEquals(2, net.outside().last().edge());
    }
}
