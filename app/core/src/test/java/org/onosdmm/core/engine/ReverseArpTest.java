/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.ConnectPoint;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A virtual machine is taken over by another host, which says so by RARP; no port of a switch changes. */
class ReverseArpTest {
    private static final IpAddress WEB = Outside.address(30);

    private Emulation net;
    private Station machine;
    private ConnectPoint from;
    private ConnectPoint to;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        machine = net.station("vm", 1, "10.1.0.10");
        from = net.topology().access(1);
        to = net.topology().access(2);
        net.settle();
    }

    private List<String> hears(String text) {
        machine.clear();
        net.outside().say(WEB, 4_000, machine.address(), 22, text);
        net.run(50);
        return machine.texts();
    }

    @Test
    void whoOnlyListensIsFound() {
        machine.at(to).send(Packets.reverseArp(machine.mac()));
        net.run(20);
        assertEquals(to, net.binding(machine).current().poa());
        assertEquals(List.of("knock"), hears("knock"));
        net.settle();
        net.assertExact();
    }

    @Test
    void whoAnswersWhereItWasStays() {
        net.wires().send(to, Packets.reverseArp(machine.mac()));
        net.settle();
        assertEquals(from, net.binding(machine).current().poa());
        assertEquals(List.of("knock"), hears("knock"));
        net.assertExact();
    }

    @Test
    void whoHasNoAddressIsNobody() {
        MacAddress mac = MacAddress.valueOf("52:54:00:12:34:56");
        net.wires().send(to, Packets.reverseArp(mac));
        net.run(20);
        assertFalse(net.mobility().state(MobileNodeId.of(mac)).isPresent());
    }
}
