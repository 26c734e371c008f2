/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.view.example.Example;
import org.onosproject.net.PortNumber;

import java.util.Collections;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AnchorWordsTest {

    private static AnchorInfo.Builder anchor() {
        return AnchorInfo.builder().id(Example.EDGE1).number(1).device(Example.SWITCH1).available(true)
                .prefixes(Collections.singletonList(IpPrefix.valueOf("10.1.0.0/24"))).uplink(AnchorInfo.Uplink.UP)
                .uplinkPort(Optional.of(PortNumber.portNumber(10))).nextHop(Optional.empty()).poolSize(64).leased(16)
                .nodes(0).flows(3).rules(RuleStatus.of(1, 1));
    }

    private static AnchorInfo.Builder silent() {
        return anchor().uplink(AnchorInfo.Uplink.DOWN).fault(Optional.of(AnchorInfo.Fault.ROUTER_SILENT));
    }

    @Test
    void theUplinkWithItsFaultAndWhoStandsIn() {
        assertEquals("up, port 10", AnchorWords.uplink(anchor().build()));
        assertEquals("router silent, port 10, by edge2",
                     AnchorWords.uplink(silent().standIn(Optional.of(AnchorId.of("edge2"))).build()));
    }

    @Test
    void healthIsWhatFlowsWillFind() {
        assertEquals(AnchorWords.Health.GOOD, AnchorWords.health(anchor().build()));
        assertEquals(AnchorWords.Health.LIMITED, AnchorWords.health(anchor().draining(true).build()));
        assertEquals(AnchorWords.Health.LIMITED,
                     AnchorWords.health(silent().standIn(Optional.of(AnchorId.of("edge2"))).build()));
        assertEquals(AnchorWords.Health.BAD, AnchorWords.health(silent().build()));
        assertEquals(AnchorWords.Health.BAD, AnchorWords.health(anchor().available(false).build()));
    }

    @Test
    void loadIsFlowsOfTheCapacityOrElseAddressesOfThePool() {
        assertEquals(Optional.of(0.25), AnchorWords.load(anchor().build()));
        assertEquals(Optional.of(0.75), AnchorWords.load(anchor().capacity(Optional.of(4)).build()));
        assertEquals(Optional.of(1.0), AnchorWords.load(anchor().capacity(Optional.of(2)).build()));
        assertEquals(Optional.empty(), AnchorWords.load(anchor().poolSize(0).leased(0).build()));
    }
}
