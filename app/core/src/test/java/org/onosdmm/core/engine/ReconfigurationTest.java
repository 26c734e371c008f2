/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.Domain;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The configuration changes while nodes are there. */
class ReconfigurationTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress WEB = Outside.address(30);

    private Emulation net;
    private Station node;
    private Domain before;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        before = net.domain();
    }

    private static ArrayNode list(ObjectNode document, String name) {
        return (ArrayNode) document.get(name);
    }

    private void configure(ObjectNode document) {
        net.configure(net.topology().configured(document).domain());
        net.run(200);
    }

    @Test
    void aNewClassRuleHoldsForTheNextFlow() {
        node.say(SIP, 16384, 16384, "call");
        net.run(50);
        ObjectNode document = net.topology().document();
        list(document, "rules").addObject().put("class", "telephony").put("protocol", "udp").put("ports", 5060);
        configure(document);
        node.say(WEB, 5060, 5060, "signalling");
        net.run(50);
        assertEquals(List.of("signalling"), List.of(net.outside().last().text()));
        assertEquals(2, net.state(node).flows().size());
        assertTrue(net.packetIns() < 50, "shown " + net.packetIns() + " times");
        net.assertExact();
    }

    @Test
    void aClassRuleThatIsGoneLeavesPinnedFlowsAlone() {
        node.say(SIP, 16384, 16384, "call");
        net.run(50);
        ObjectNode document = net.topology().document();
        list(document, "rules").removeAll();
        configure(document);
        node.at(net.topology().access(2)).announce();
        net.settle();
        node.say(SIP, 16384, 16384, "still there");
        net.run(20);
        assertEquals(1, net.outside().last().edge());
        net.assertExact();
    }

    @Test
    void anAnchorThatIsGoneAndComesBackWhileNodesAreElsewhere() {
        ObjectNode document = net.topology().document();
        list(document, "anchors").remove(3);
        configure(document);
        node.say(WEB, 1, 2, "one");
        net.run(20);
        assertEquals("one", net.outside().last().text());
        net.assertExact();
        net.configure(before);
        net.run(200);
        net.assertExact();
    }

    @Test
    void theAnchorOfANodeIsGoneAndComesBack() {
        Station other = net.station("other", 4, "10.1.0.11");
        Station local = net.station("local", 4, "10.4.0.20");
        node.say(other.address(), 1, 2, "hello");
        node.say(local.address(), 1, 2, "hello");
        net.run(50);
        ObjectNode document = net.topology().document();
        list(document, "anchors").remove(3);
        configure(document);
        node.say(WEB, 1, 2, "one");
        net.run(20);
        assertEquals("one", net.outside().last().text(), "others go on");

        net.configure(before);
        net.run(200);
        other.announce();
        local.announce();
        net.settle();
        node.say(other.address(), 1, 2, "again");
        net.run(20);
        assertTrue(other.texts().contains("again"));
        net.assertExact();
    }

    @Test
    void twoHomes() {
        Station rich = net.station("rich", 3, "10.1.0.20", "10.2.0.20");
        for (IpAddress address : rich.addresses()) {
            net.outside().say(WEB, 4_000, address, 22, "to " + address);
            node.say(address, 1, 2, "inside to " + address);
        }
        net.run(100);
        assertEquals(4, rich.texts().size(), () -> rich.texts().toString());
        assertTrue(net.packetIns() < 60, "shown " + net.packetIns() + " times");
        for (IpAddress address : rich.addresses()) {
            rich.send(rich.udp(WEB, 22, 4_000, "reply from " + address).ip(address, WEB).build());
            net.run(20);
            assertEquals(address, net.outside().last().from());
            assertEquals(net.outside().edgeFor(address), net.outside().last().edge());
        }
        rich.at(net.topology().access(4)).announce();
        net.settle();
        net.assertExact();
    }
}
