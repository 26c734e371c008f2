/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Switches are told again what they should hold, and lose no packet by it. */
class ResyncTest {
    private static final int CALL = 16_384;

    private final Emulation net = Emulation.campus();
    private Station node;
    private Conversation call;

    @BeforeEach
    void talk() {
        node = net.station("mn", 1, "10.1.0.10");
        call = net.converse(node, CALL, Outside.address(10), CALL).start(1_000);
        net.settle();
    }

    private Resync resync() {
        return new Resync(net.mobility(), net.fabric());
    }

    private void loses(DeviceId device, int count) {
        List<FlowRule> rules = net.wires().live().rules(device).stream()
                .filter(rule -> rule.appId() == SwitchControl.APP.id()).collect(Collectors.toList());
        rules.subList(0, count).forEach(net.wires().live()::remove);
    }

    private void nothingIsLost() {
        call.stop();
        net.run(100);
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.down().lost());
        assertEquals(List.of(), call.up().duplicated());
    }

    @Test
    void allSwitches() {
        int all = resync().all();
        net.run(500);
        net.assertExact();
        assertEquals(net.desired().size(), all);
        nothingIsLost();
    }

    @Test
    void aSwitchThatHasLostRulesHasThemAgainAtOnce() {
        DeviceId edge = net.topology().edge(3);
        loses(edge, 20);
        int told = resync().at(edge);
        net.run(20);
        net.assertExact();
        assertEquals(net.desired().at(edge).size(), told);
        nothingIsLost();
    }

    @Test
    void theRulesOfANode() {
        net.wires().live().rules(net.topology().edge(1)).stream().filter(rule -> rule.priority() == 60_000)
                .collect(Collectors.toList()).forEach(net.wires().live()::remove);
        int told = resync().of(node.id());
        net.run(20);
        net.assertExact();
        assertEquals(net.mobility().desired(net.state(node)).size(), told);
    }

    @Test
    void whatIsNotThereIsNamed() {
        DmmException none = assertThrows(DmmException.class, () -> resync().at(DeviceId.deviceId("of:99")));
        assertEquals("device: 'of:99' does not exist", none.getMessage());
        net.setConnected(net.topology().edge(2), false);
        net.run(50);
        DmmException away = assertThrows(DmmException.class, () -> resync().at(net.topology().edge(2)));
        assertEquals(DmmException.Kind.CONFLICT, away.kind());
        assertTrue(away.getMessage().endsWith("is not connected: it is told everything when it is back"));
        assertThrows(DmmException.class, () -> resync().of(MobileNodeId.parse("00:00:00:00:00:99")));
    }
}
