/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

/** The rules of a node are compiled when what they depend on has changed, however often they are asked for. */
class CompiledTest {

    private Emulation net;
    private Station node;

    @BeforeEach
    void start() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        node.say(Outside.address(10), 5_000, 16_384, "hello");
        net.run(50);
    }

    private RuleSet desired() {
        return net.mobility().desired(net.state(node));
    }

    @Test
    void whoAsksAgainGetsTheSameRules() {
        RuleSet rules = desired();
        assertSame(rules, desired());
        net.station("other", 2, "10.2.0.10");
        assertSame(rules, desired(), "another node does not concern it");
    }

    @Test
    void aNewStateHasOtherRules() {
        RuleSet rules = desired();
        NodeState before = net.state(node);
        node.at(net.topology().access(2)).announce();
        net.settle();
        assertNotEquals(rules, desired());
        assertEquals(rules, net.mobility().desired(before), "who asks for what was gets that");
        assertNotEquals(rules, desired());
        net.assertExact();
    }

    @Test
    void aSwitchThatIsGoneHasNoRules() {
        RuleSet rules = desired();
        net.setConnected(net.topology().edge(1), false);
        assertEquals(rules.minusKeys(rules.at(net.topology().edge(1))), desired());
        net.setConnected(net.topology().edge(1), true);
        net.settle();
        assertEquals(rules, desired());
    }

    @Test
    void aPeerThatMovesTakesTheDirectPathWithIt() {
        Station peer = net.station("peer", 2, "10.2.0.10");
        node.say(peer.address(), 5_000, 5_000, "hello");
        net.run(50);
        RuleSet rules = desired();
        peer.at(net.topology().access(3)).announce();
        net.settle();
        assertEquals(0, desired().at(net.topology().edge(2)).size());
        assertEquals(rules.at(net.topology().edge(2)).size(), desired().at(net.topology().edge(3)).size());
        net.assertExact();
    }

    @Test
    void anotherConfigurationHasOtherRules() {
        RuleSet rules = desired();
        Domain domain = net.domain();
        net.configure(Domain.of(MacAddress.valueOf("02:00:5e:00:00:77"), domain.anchors().values(), domain.policy(),
                domain.timers()));
        net.settle();
        assertNotEquals(rules, desired());
        net.assertExact();
    }
}
