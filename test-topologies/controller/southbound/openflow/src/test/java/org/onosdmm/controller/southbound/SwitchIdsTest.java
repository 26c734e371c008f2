/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.openflow.controller.Dpid;
import org.projectfloodlight.openflow.types.OFPort;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SwitchIdsTest {

    @Test
    void namesAreThoseOfStockOnos() {
        Dpid dpid = new Dpid(0xc7101);
        assertEquals(DeviceId.deviceId("of:00000000000c7101"), SwitchIds.device(dpid));
        assertEquals(dpid, SwitchIds.dpid(SwitchIds.device(dpid)));
    }

    @Test
    void reservedPortsKeepTheirMeaning() {
        Map<PortNumber, OFPort> reserved = Map.of(
                PortNumber.IN_PORT, OFPort.IN_PORT,
                PortNumber.TABLE, OFPort.TABLE,
                PortNumber.NORMAL, OFPort.NORMAL,
                PortNumber.FLOOD, OFPort.FLOOD,
                PortNumber.ALL, OFPort.ALL,
                PortNumber.CONTROLLER, OFPort.CONTROLLER,
                PortNumber.LOCAL, OFPort.LOCAL);
        reserved.forEach((onos, openFlow) -> {
            assertEquals(openFlow, SwitchIds.port(onos));
            assertEquals(onos, SwitchIds.port(openFlow));
            assertTrue(SwitchIds.port(openFlow).isLogical());
        });
    }

    @Test
    void ordinaryPortsKeepTheirNumber() {
        assertEquals(OFPort.of(17), SwitchIds.port(PortNumber.portNumber(17)));
        assertEquals(PortNumber.portNumber(17), SwitchIds.port(OFPort.of(17)));
    }
}
