/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.device;

import org.junit.jupiter.api.Test;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.AnnotationKeys;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceDescription;
import org.onosproject.net.device.PortDescription;
import org.onosproject.net.device.PortStatistics;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortFeatures;
import org.projectfloodlight.openflow.protocol.OFPortReason;
import org.projectfloodlight.openflow.protocol.OFPortState;
import org.projectfloodlight.openflow.protocol.OFPortStatsEntry;
import org.projectfloodlight.openflow.types.MacAddress;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.U64;

import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DescriptionsTest {

    private static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");

    static OFPortDesc.Builder port(int number) {
        return FakeSwitch.FACTORY.buildPortDesc()
                .setPortNo(OFPort.of(number))
                .setName("eth" + number)
                .setHwAddr(MacAddress.of("02:00:00:00:00:01"))
                .setCurrSpeed(10_000_000)
                .setConfig(Set.of())
                .setState(Set.of())
                .setCurr(Set.of(OFPortFeatures.PF_COPPER, OFPortFeatures.PF_10GB_FD));
    }

    private static PortDescription described(OFPortDesc.Builder port) {
        FakeSwitch sw = new FakeSwitch(1);
        sw.ports.add(port.build());
        return Descriptions.ports(sw).get(0);
    }

    @Test
    void saysWhatTheSwitchSays() {
        DeviceDescription device = Descriptions.device(new FakeSwitch(1));
        assertEquals(DEVICE.uri(), device.deviceUri());
        assertEquals("maker", device.manufacturer());
        assertEquals("hardware", device.hwVersion());
        assertEquals("software", device.swVersion());
        assertEquals("serial", device.serialNumber());
        assertEquals(1, device.chassisId().value());
        assertEquals("OF_13", device.annotations().value(AnnotationKeys.PROTOCOL));
        assertEquals("127.0.0.1", device.annotations().value(AnnotationKeys.MANAGEMENT_ADDRESS));
        assertEquals("edge one", device.annotations().value(AnnotationKeys.DATAPATH_DESCRIPTION));
        assertTrue(device.isDefaultAvailable());
    }

    @Test
    void portHasNumberNameAndSpeed() {
        PortDescription port = described(port(3));
        assertEquals(PortNumber.portNumber(3), port.portNumber());
        assertEquals("eth3", port.portNumber().name());
        assertEquals("eth3", port.annotations().value(AnnotationKeys.PORT_NAME));
        assertEquals("02:00:00:00:00:01", port.annotations().value(AnnotationKeys.PORT_MAC));
        assertEquals(10_000, port.portSpeed());
        assertEquals(Port.Type.COPPER, port.type());
        assertTrue(port.isEnabled());
    }

    @Test
    void portIsDownWithoutLinkOrWhenSwitchedOff() {
        assertFalse(described(port(1).setState(Set.of(OFPortState.LINK_DOWN))).isEnabled());
        assertFalse(described(port(1).setConfig(Set.of(OFPortConfig.PORT_DOWN))).isEnabled());
        assertTrue(described(port(1).setState(Set.of(OFPortState.LIVE))).isEnabled());
    }

    @Test
    void fiberIsFiber() {
        assertEquals(Port.Type.FIBER, described(port(1).setCurr(Set.of(OFPortFeatures.PF_FIBER))).type());
    }

    @Test
    void localPortIsLogical() {
        PortDescription local = described(port(1).setPortNo(OFPort.LOCAL));
        assertEquals(PortNumber.LOCAL, local.portNumber());
        assertTrue(local.portNumber().isLogical());
    }

    @Test
    void statusCarriesTheNewState() {
        PortDescription port = Descriptions.port(FakeSwitch.FACTORY.buildPortStatus()
                .setReason(OFPortReason.MODIFY)
                .setDesc(port(4).setState(Set.of(OFPortState.LINK_DOWN)).build())
                .build());
        assertEquals(PortNumber.portNumber(4), port.portNumber());
        assertFalse(port.isEnabled());
    }

    private static OFPortStatsEntry counters(OFPort port) {
        return FakeSwitch.FACTORY.buildPortStatsEntry().setPortNo(port)
                .setRxPackets(U64.of(1)).setTxPackets(U64.of(2)).setRxBytes(U64.of(3)).setTxBytes(U64.of(4))
                .setRxDropped(U64.of(5)).setTxDropped(U64.of(6)).setRxErrors(U64.of(7)).setTxErrors(U64.of(8))
                .setDurationSec(9).setDurationNsec(10).build();
    }

    @Test
    void countersKeepTheirMeaning() {
        Set<PortStatistics> all = Descriptions.statistics(DEVICE, List.of(counters(OFPort.of(5))));
        PortStatistics port = all.iterator().next();
        assertEquals(PortNumber.portNumber(5), port.portNumber());
        assertEquals(1, port.packetsReceived());
        assertEquals(2, port.packetsSent());
        assertEquals(3, port.bytesReceived());
        assertEquals(4, port.bytesSent());
        assertEquals(5, port.packetsRxDropped());
        assertEquals(6, port.packetsTxDropped());
        assertEquals(7, port.packetsRxErrors());
        assertEquals(8, port.packetsTxErrors());
        assertEquals(9, port.durationSec());
        assertEquals(10, port.durationNano());
    }

    @Test
    void countersOfReservedPortsAreLeftOut() {
        assertTrue(Descriptions.statistics(DEVICE, List.of(counters(OFPort.LOCAL))).isEmpty());
    }
}
