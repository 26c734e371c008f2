/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.FlowMod;
import org.onosproject.net.DeviceId;

import java.util.HashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of edges and nodes, and what it costs. */
class ReportTest {
    private static final int MANY = 200;

    private Emulation net;
    private Report report;

    @BeforeEach
    void start() {
        net = Emulation.campus();
        report = new Report(net.mobility(), net.fabric(), net.control(), net.stores().leases());
    }

    private AnchorInfo anchor(int edge) {
        return report.anchors().get(edge - 1);
    }

    @Test
    void nodesAndKeptFlowsAreCountedWhereTheyAre() {
        Station one = net.station("one", 1, "10.1.0.10");
        net.station("two", 1, "10.1.0.11");
        one.say(Outside.address(10), 5_000, 16_384, "a call");
        one.say(Outside.address(30), 5_001, 9, "not kept");
        net.run(50);
        one.at(net.topology().access(3)).announce();
        net.settle();
        assertEquals(1, anchor(1).nodes());
        assertEquals(1, anchor(1).flows());
        assertEquals(1, anchor(3).nodes());
        assertEquals(0, anchor(3).flows());
        assertEquals(0, anchor(2).nodes());
    }

    @Test
    void theRulesAreThoseOfTheSwitchAndOfAllNodesThere() {
        int before = anchor(1).rules().desired();
        net.station("one", 1, "10.1.0.10");
        net.settle();
        int ofNode = net.mobility().desired(net.mobility().states().get(0)).at(anchor(1).device()).size();
        assertTrue(ofNode > 0);
        assertEquals(before + ofNode, anchor(1).rules().desired());
        assertTrue(anchor(1).rules().complete());
        assertEquals(net.desired().at(anchor(1).device()).size(), anchor(1).rules().desired());
        assertEquals(net.desired().at(anchor(1).device()), report.desired(anchor(1).device()));
    }

    @Test
    void aRuleThatTheSwitchHasLostIsMissed() {
        net.station("one", 1, "10.1.0.10");
        net.settle();
        RuleSet lost = net.mobility().desired(net.mobility().states().get(0)).at(anchor(1).device());
        net.control().asFlowRules(lost).forEach(rule -> net.wires().live().apply(FlowMod.delete(rule)));
        assertFalse(anchor(1).rules().complete());
        assertEquals(anchor(1).rules().desired() - lost.size(), anchor(1).rules().installed());
        assertEquals(report.nodes().get(0).rules().desired() - lost.size(), report.nodes().get(0).rules().installed());
    }

    @Test
    void aViewOfAllNodesLooksThroughEachSwitchOnce() {
        for (int i = 0; i < MANY; i++) {
            int edge = i % 4 + 1;
            net.station("n" + i, "10." + edge + ".0." + (10 + i)).at(net.topology().access(edge)).announce();
        }
        net.settle();
        Map<DeviceId, Integer> looked = new HashMap<>();
        Confirmation confirmation = new Confirmation(device -> {
            looked.merge(device, 1, Integer::sum);
            return net.control().confirmed(device);
        });
        net.mobility().states().forEach(state -> assertTrue(
                confirmation.status(net.mobility().desired(state)).complete()));
        assertEquals(MANY, net.mobility().states().size());
        looked.forEach((device, times) -> assertEquals(1, times, device.toString()));
    }
}
