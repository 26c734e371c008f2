/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** By command a flow goes to another anchor where its promise allows another address, and nowhere else. */
class FlowMovesTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress ADMIN = Outside.address(50);
    private static final int CALL = 16_384;
    private static final int MEETING = 3_478;

    private final ObjectNode document = Topology.campus().document();
    private Emulation net;
    private Station node;

    @BeforeEach
    void conferencesAreReplacedGracefully() {
        ((ObjectNode) document.at("/classes/1")).put("continuity", "GRACEFUL_REPLACEMENT");
        net = Emulation.of(Topology.campus().configured(document));
        node = net.station("mn", 1, "10.1.0.10");
    }

    private CompletableFuture<PinnedFlow> move(FlowKey key, String anchor) {
        CompletableFuture<PinnedFlow> moved =
                new FlowMoves(net.mobility(), net.stores().leases()).move(key, AnchorId.of(anchor));
        net.run(50);
        assertTrue(moved.isDone());
        return moved;
    }

    private FlowKey key(int localPort, IpAddress remote, int remotePort) {
        return FlowKey.of(17, node.address(), localPort, remote, remotePort);
    }

    private FlowKey begun(int localPort, IpAddress remote, int remotePort) {
        node.say(remote, localPort, remotePort, "hello");
        net.run(100);
        return key(localPort, remote, remotePort);
    }

    private void refused(DmmException.Kind kind, String message, FlowKey key, String anchor) {
        NodeState state = net.state(node);
        RuleSet rules = net.control().reported();
        CompletionException failure = assertThrows(CompletionException.class, () -> move(key, anchor).join());
        DmmException error = (DmmException) failure.getCause();
        assertEquals(kind, error.kind());
        assertEquals(message, error.getMessage());
        assertEquals(state, net.state(node));
        assertEquals(rules, net.control().reported());
    }

    @Test
    void aGracefulFlowGoesWhereItIsTold() {
        Conversation meeting = net.converse(node, MEETING, CONF, MEETING).start(1_000);
        net.run(200);
        FlowKey key = key(MEETING, CONF, MEETING);
        for (int edge : List.of(1, 4, 3)) {
            PinnedFlow moved = move(key, "edge" + edge).join();
            net.run(50);
            assertEquals("edge" + edge, moved.anchor().name());
            assertEquals(net.leased(node, edge), moved.outside());
            assertEquals("command", moved.strategy());
            assertEquals(edge, net.outside().last().edge());
            assertEquals(moved.outside(), net.outside().last().from());
        }
        meeting.stop();
        net.settle();
        assertEquals(List.of(), meeting.up().lost());
        assertEquals(List.of(), meeting.up().duplicated());
        assertEquals(List.of(), meeting.down().lost());
        net.assertExact();
    }

    @Test
    void itStaysThereWhenItsNodeMoves() {
        FlowKey key = begun(MEETING, CONF, MEETING);
        move(key, "edge4").join();
        node.at(net.topology().access(2)).announce();
        net.settle();
        assertEquals("edge4", net.state(node).flows().get(key).anchor().name());
        assertTrue(net.state(node).flows().get(key).overlapEnds().isPresent(), "for its overlap");
        net.assertExact();
    }

    @Test
    void aFlowThatIsThereAlreadyStaysAsItIs() {
        FlowKey key = begun(CALL, SIP, CALL);
        NodeState state = net.state(node);
        assertEquals(state.flows().get(key), move(key, "edge1").join());
        assertEquals(state, net.state(node));
    }

    @Test
    void aSessionKeepsItsAddress() {
        FlowKey key = begun(CALL, SIP, CALL);
        refused(DmmException.Kind.CONFLICT, "flow: 'udp,10.1.0.10,16384,203.0.113.10,16384' is SESSION_LASTING: its "
                + "correspondent knows it by " + net.leased(node, 1) + ", which belongs to edge1; it stays there until "
                + "it ends. New flows go elsewhere while the anchor is draining", key, "edge2");
    }

    @Test
    void aSessionFromOutsideStaysAtHome() {
        net.outside().say(ADMIN, 50_000, node.address(), 22, "hello");
        net.run(100);
        refused(DmmException.Kind.CONFLICT, "flow: 'udp,10.1.0.10,22,203.0.113.50,50000' has the node's own address "
                + "outside, which the outside routes to edge1 alone; it stays there until it ends",
                key(22, ADMIN, 50_000), "edge2");
    }

    @Test
    void whatIsNotKeptLeavesWhereItsNodeIs() {
        FlowKey key = begun(5_000, WEB, 8_080);
        refused(DmmException.Kind.CONFLICT, "flow: 'udp,10.1.0.10,5000,203.0.113.30,8080' is NON_PERSISTENT and not "
                + "kept: it leaves wherever its node is, now at edge1", key, "edge2");
        refused(DmmException.Kind.NOT_FOUND, "flow: 'udp,10.1.0.10,1,203.0.113.30,2' is not known one by one: it "
                + "leaves where its node is", key(1, WEB, 2), "edge2");
        refused(DmmException.Kind.NOT_FOUND, "flow: 'udp,10.1.0.10,1,10.3.0.30,2' is not known one by one: between "
                + "nodes of the domain it is always on a shortest way", key(1, IpAddress.valueOf("10.3.0.30"), 2),
                "edge2");
        FlowKey nobodys = FlowKey.parse("udp,10.1.0.99,1,203.0.113.30,2");
        refused(DmmException.Kind.NOT_FOUND, "flow: '" + nobodys.id() + "': no node has the address 10.1.0.99",
                nobodys, "edge2");
    }

    @Test
    void flowsOfOneUdpEndpointGoTogetherOrNotAtAll() {
        FlowKey one = begun(MEETING, CONF, MEETING);
        FlowKey other = begun(MEETING, WEB, MEETING);
        move(one, "edge2").join();
        assertEquals("edge2", net.state(node).flows().get(other).anchor().name());
        assertEquals(net.leased(node, 2), net.state(node).flows().get(other).outside());
        FlowKey call = begun(MEETING, SIP, CALL);
        refused(DmmException.Kind.CONFLICT, "flow: '" + one.id() + "' shares its UDP endpoint with " + call.id()
                + ", which is SESSION_LASTING and keeps anchor and address", one, "edge4");
    }

    @Test
    void anAnchorThatCannotTakeIt() {
        FlowKey key = begun(MEETING, CONF, MEETING);
        refused(DmmException.Kind.NOT_FOUND, "anchor: 'edge9' does not exist", key, "edge9");
        net.setUplink(4, false);
        net.run(200);
        refused(DmmException.Kind.CONFLICT, "anchor: 'edge4' cannot be left now", key, "edge4");
        net.configure(net.domain().withAnchors(List.of(Topology.anchor(net.domain(), 1),
                Topology.anchor(net.domain(), 2).withDraining(true), Topology.anchor(net.domain(), 3),
                Topology.anchor(net.domain(), 4))));
        net.run(200);
        refused(DmmException.Kind.CONFLICT, "anchor: 'edge2' is draining: it takes no flows", key, "edge2");
    }

    @Test
    void anAnchorWithoutAnAddressLeft() {
        ((ObjectNode) document.at("/anchors/3/uplink")).putArray("pool").add("198.51.100.192/31");
        net = Emulation.of(Topology.campus().configured(document));
        net.station("one", 4, "10.4.0.20");
        net.station("other", 4, "10.4.0.21");
        node = net.station("mn", 1, "10.1.0.10");
        net.run(100);
        FlowKey key = begun(MEETING, CONF, MEETING);
        refused(DmmException.Kind.EXHAUSTED, "anchor: 'edge4' has no address left to lend", key, "edge4");
    }
}
