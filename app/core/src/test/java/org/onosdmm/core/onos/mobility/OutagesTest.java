/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is said of flows while uplinks are dead: one call by edge 1 that edge 2 stands in for, two by edge 4. */
class OutagesTest {
    private static final AnchorId EDGE4 = AnchorId.of("edge4");

    private Emulation net;

    @BeforeEach
    void call() {
        net = Emulation.campus();
        Station one = net.station("one", 1, "10.1.0.10");
        Station four = net.station("four", 4, "10.4.0.10");
        one.say(Outside.address(10), 5_000, 16_384, "hello");
        four.say(Outside.address(10), 5_000, 16_384, "hello");
        four.say(Outside.address(10), 5_001, 16_384, "hello");
        net.run(50);
    }

    private Optional<Domain> domain() {
        return net.mobility().domain();
    }

    private ImmutableList<NodeState> states() {
        return net.mobility().states();
    }

    private FlowInfo.Status status(int edge) {
        PinnedFlow flow = states().stream().flatMap(state -> state.flows().values().stream())
                .filter(f -> f.anchor().equals(AnchorId.of("edge" + edge))).findFirst().get();
        return Outages.status(domain(), flow);
    }

    @Test
    void aFlowIsActiveOrOnItsBackupOrLost() {
        assertEquals(FlowInfo.Status.ACTIVE, status(1));
        assertEquals(FlowInfo.Status.ACTIVE, status(4));
        assertEquals(Map.of(), Outages.lost(domain().get(), states()));
        net.setUplink(1, false);
        net.setUplink(4, false);
        assertEquals(FlowInfo.Status.BACKUP, status(1));
        assertEquals(FlowInfo.Status.ANCHOR_DOWN, status(4));
        assertEquals(Map.of(EDGE4, 2L), Outages.lost(domain().get(), states()));
        net.setUplink(1, true);
        net.setUplink(4, true);
        net.run(6_000);
        assertEquals(FlowInfo.Status.ACTIVE, status(1));
        assertEquals(FlowInfo.Status.ACTIVE, status(4));
    }

    private List<String> changes(Domain before) {
        return Outages.changes(before, domain().get(), net.mobility().network(), states());
    }

    @Test
    void eachChangeIsToldOnce() {
        Domain before = domain().get();
        net.setUplink(1, false);
        net.setUplink(4, false);
        String cut = ": the port of the uplink is down; ";
        assertEquals(List.of("edge1" + cut + "edge2 stands in",
                "edge4" + cut + "nobody stands in, 2 pinned flows are lost until the uplink is back"),
                changes(before));
        assertEquals(List.of(), changes(domain().get()));
        Domain during = domain().get();
        net.setUplink(4, true);
        net.run(4_500);
        assertEquals(List.of("edge4: the uplink is in use again"), changes(during));
        net.setUplink(2, false);
        assertEquals(List.of("edge1" + cut + "nobody stands in, 1 pinned flow is lost until the uplink is back",
                "edge2" + cut + "nobody stands in", "edge4: the uplink is in use again"), changes(during));
    }

    @Test
    void aLostFlowThatFallsSilentLeaves() {
        net.setUplink(4, false);
        net.age(400);
        assertEquals(Map.of(), Outages.lost(domain().get(), states()));
    }
}
