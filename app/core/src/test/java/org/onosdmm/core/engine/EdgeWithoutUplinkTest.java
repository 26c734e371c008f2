/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Edges without an uplink: the network has one way out, or two, and nodes are everywhere. */
class EdgeWithoutUplinkTest {
    private static final IpAddress WEB = Outside.address(30);

    private Emulation net;
    private Station node;

    /** Edges 2 and 3 have none. */
    @BeforeEach
    void attach() {
        start(document());
    }

    private static ObjectNode document() {
        ObjectNode document = Topology.campus().document();
        ((ObjectNode) document.at("/anchors/0/uplink")).remove("backup");
        return document;
    }

    private void start(ObjectNode document) {
        ((ObjectNode) document.at("/anchors/1")).remove("uplink");
        ((ObjectNode) document.at("/anchors/2")).remove("uplink");
        net = Emulation.of(Topology.campus().configured(document));
        node = net.station("mn", 1, "10.1.0.10");
        net.settle();
    }

    private void move(int edge) {
        node.at(net.topology().access(edge)).announce();
        net.settle();
    }

    /** The address from which a packet of the connection comes out, at edge 1. */
    private IpAddress leavesAs() {
        net.outside().clear();
        node.send(node.tcp(WEB, 40_000, 80, "GET").build());
        net.run(50);
        assertEquals(1, net.outside().heard().size());
        assertEquals(1, net.outside().last().edge());
        return net.outside().last().from();
    }

    @Test
    void aConnectionThatBeganAtHomeGoesOn() {
        IpAddress outside = leavesAs();
        assertEquals(net.leased(node, 1), outside);
        for (int edge : new int[] {2, 3, 1, 3}) {
            move(edge);
            assertEquals(outside, leavesAs(), "at edge " + edge);
            node.clear();
            net.outside().say(WEB, 80, outside, 40_000, "OK");
            net.run(50);
            assertEquals(1, node.heard().size(), "at edge " + edge);
            net.assertExact();
        }
    }

    @Test
    void theFirstPacketsAfterTheMoveLeaveAsThoseBefore() {
        IpAddress outside = leavesAs();
        node.at(net.topology().access(2));
        assertEquals(outside, leavesAs());
        net.settle();
        net.assertExact();
    }

    @Test
    void aNodeThatIsFirstSeenThereIsLentAnAddressAtHome() {
        Station other = net.station("other", 2, "10.1.0.11");
        net.settle();
        other.send(other.tcp(WEB, 40_000, 80, "GET").build());
        net.run(50);
        assertEquals(net.leased(other, 1), net.outside().last().from());
    }

    @Test
    void whileAnotherStandsInForHomeTheConnectionGoesOnThere() {
        ObjectNode document = document();
        ((ObjectNode) document.at("/anchors/0/uplink")).put("backup", "edge4");
        start(document);
        IpAddress outside = leavesAs();
        move(2);
        net.setUplink(1, false);
        net.settle();
        net.outside().clear();
        node.send(node.tcp(WEB, 40_000, 80, "GET").build());
        net.run(50);
        assertEquals(4, net.outside().last().edge());
        assertEquals(outside, net.outside().last().from());
        net.assertExact();
        net.setUplink(1, true);
        net.settle();
        assertEquals(outside, leavesAs());
    }

    @Test
    void whereHomeLendsNothingTheNodeLeavesWithItsOwnAddress() {
        ObjectNode document = document();
        ((ObjectNode) document.at("/anchors/0/uplink")).remove("pool");
        start(document);
        move(2);
        assertEquals(node.address(), leavesAs());
    }
}
