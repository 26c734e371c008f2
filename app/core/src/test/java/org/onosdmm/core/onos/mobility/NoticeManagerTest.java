/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.mobility.Evidence;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceServiceAdapter;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Notices that are right are taken, and wrong ones are refused with the field that is wrong. */
class NoticeManagerTest {
    private static final Duration WINDOW = Duration.ofMillis(200);
    private static final int PORTS = 20;

    private final Emulation net = Emulation.campus();
    private final Station node = net.station("mn", 1, "10.1.0.10");
    private final NoticeManager notices = new NoticeManager();
    private boolean connected = true;

    @BeforeEach
    void start() {
        notices.engines = new EmulatedEngines(net);
        notices.deviceService = new DeviceServiceAdapter() {
            @Override
            public boolean isAvailable(DeviceId device) {
                return connected;
            }

            @Override
            public Port getPort(ConnectPoint port) {
                return connected && port.port().toLong() <= PORTS ? new DefaultPort(null, port.port(), true) : null;
            }
        };
    }

    private void refused(String field, Runnable notice) {
        assertEquals(field, assertThrows(DmmException.class, notice::run).field());
        net.run(50);
        assertEquals(net.topology().access(1), net.binding(node).current().poa());
        assertTrue(!net.binding(node).expected().isPresent());
    }

    private void refusedAt(ConnectPoint port) {
        refused("port", () -> notices.attached(node.id(), port, Set.of()));
        refused("port", () -> notices.expected(node.id(), port, WINDOW));
    }

    @Test
    void aPortThatTheSwitchDoesNotHaveIsRefused() {
        refusedAt(new ConnectPoint(net.topology().edge(2), PortNumber.portNumber(PORTS + 1)));
        refusedAt(new ConnectPoint(net.topology().edge(2), PortNumber.LOCAL));
    }

    @Test
    void ofASwitchThatIsSilentNobodyKnowsThePorts() {
        connected = false;
        notices.expected(node.id(), net.topology().access(2), WINDOW);
        net.run(50);
        assertTrue(net.binding(node).expected().isPresent());
    }

    @Test
    void uplinksAndSwitchesOfTheCoreAreRefused() {
        refusedAt(net.topology().uplink(2));
        refusedAt(new ConnectPoint(net.topology().cores().get(0), PortNumber.portNumber(1)));
        refusedAt(ConnectPoint.deviceConnectPoint("of:00000000000000ff/1"));
    }

    @Test
    void aNodeThatNobodyKnowsIsNotExpected() {
        MobileNodeId stranger = MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:99"));
        refused("node", () -> notices.expected(stranger, net.topology().access(2), WINDOW));
        refused("node", () -> notices.detached(stranger, net.topology().access(2)));
        refused("node", () -> notices.attached(stranger, net.topology().access(2), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01:00:5E:00:00:01", "33:33:00:00:00:01", "FF:FF:FF:FF:FF:FF", "00:00:00:00:00:00"})
    void noHostHasTheAddressOfAGroupNorThatOfNobody(String mac) {
        MobileNodeId nobody = MobileNodeId.of(MacAddress.valueOf(mac));
        Set<IpAddress> addresses = Set.of(IpAddress.valueOf("10.2.0.77"));
        refused("node", () -> notices.attached(nobody, net.topology().access(2), addresses));
        net.mobility().seen(Evidence.of(nobody, addresses, net.topology().access(2), Trigger.ARP,
                net.clock().millis()), Optional.empty());
        net.run(50);
        assertTrue(net.mobility().state(nobody).isEmpty());
    }

    @Test
    void aNodeIsNotExpectedWhereItIs() {
        refused("port", () -> notices.expected(node.id(), net.topology().access(1), WINDOW));
    }

    @Test
    void whoIsExpectedTwiceIsExpectedAtTheSecondPlace() {
        notices.expected(node.id(), net.topology().access(2), WINDOW);
        net.run(50);
        notices.expected(node.id(), net.topology().access(3), WINDOW);
        net.run(50);
        assertEquals(net.topology().access(3), net.binding(node).expected().get().place().poa());
        net.assertExact();
        net.run(500);
        assertTrue(!net.binding(node).expected().isPresent());
        net.assertExact();
    }

    @Test
    void whoeverHasLeftElsewhereIsStillHere() {
        notices.detached(node.id(), net.topology().access(2));
        net.run(50);
        assertTrue(!net.binding(node).absentSince().isPresent());
    }
}
