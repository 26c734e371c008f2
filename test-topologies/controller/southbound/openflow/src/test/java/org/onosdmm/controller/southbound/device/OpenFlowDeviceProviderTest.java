/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.device;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.controller.southbound.FakeController;
import org.onosdmm.controller.southbound.FakeRegistry;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.DeviceId;
import org.onosproject.net.MastershipRole;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceDescription;
import org.onosproject.net.device.DeviceProvider;
import org.onosproject.net.device.DeviceProviderRegistry;
import org.onosproject.net.device.DeviceProviderService;
import org.onosproject.net.device.DeviceProviderServiceAdapter;
import org.onosproject.net.device.PortDescription;
import org.onosproject.net.device.PortStatistics;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDescStatsRequest;
import org.projectfloodlight.openflow.protocol.OFPortMod;
import org.projectfloodlight.openflow.protocol.OFPortReason;
import org.projectfloodlight.openflow.protocol.OFPortState;
import org.projectfloodlight.openflow.types.MacAddress;
import org.projectfloodlight.openflow.types.OFPort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpenFlowDeviceProviderTest {

    private static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");

    /** Writes down what ONOS is told. */
    private static final class Told extends DeviceProviderServiceAdapter {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void deviceConnected(DeviceId device, DeviceDescription description) {
            lines.add("connected " + device);
        }

        @Override
        public void deviceDisconnected(DeviceId device) {
            lines.add("disconnected " + device);
        }

        @Override
        public void updatePorts(DeviceId device, List<PortDescription> ports) {
            lines.add("ports " + ports.size());
        }

        @Override
        public void portStatusChanged(DeviceId device, PortDescription port) {
            lines.add("port " + port.portNumber().toLong() + (port.isEnabled() ? " up" : " down"));
        }

        @Override
        public void deletePort(DeviceId device, PortDescription port) {
            lines.add("port " + port.portNumber().toLong() + " deleted");
        }

        @Override
        public void receivedRoleReply(DeviceId device, MastershipRole requested, MastershipRole response) {
            lines.add("role " + requested + " " + response);
        }

        @Override
        public void updatePortStatistics(DeviceId device, Collection<PortStatistics> statistics) {
            lines.add("statistics " + statistics.size());
        }
    }

    private static final class Registry extends FakeRegistry<DeviceProvider, DeviceProviderService>
            implements DeviceProviderRegistry {
        private Registry(DeviceProviderService service) {
            super(service);
        }
    }

    private final Told told = new Told();
    private final Registry registry = new Registry(told);
    private final FakeController controller = new FakeController();
    private final FakeSwitch sw = new FakeSwitch(1);
    private final OpenFlowDeviceProvider provider = new OpenFlowDeviceProvider();

    @BeforeEach
    void activate() {
        provider.registry = registry;
        provider.controller = controller;
        sw.ports.add(DescriptionsTest.port(1).build());
        sw.ports.add(DescriptionsTest.port(2).build());
        provider.activate();
    }

    @AfterEach
    void deactivate() {
        if (registry.registered != null) {
            provider.deactivate();
        }
    }

    @Test
    void aNewSwitchIsADeviceWithItsPorts() {
        controller.connect(sw);
        assertEquals(List.of("connected " + DEVICE, "ports 2"), told.lines);
        assertEquals(1, sw.sent(OFPortDescStatsRequest.class).size());
        assertTrue(provider.isReachable(DEVICE));
    }

    @Test
    void switchesThatAreThereAlreadyAreFoundAtStart() {
        provider.deactivate();
        controller.connect(sw);
        provider.activate();
        assertEquals(List.of("connected " + DEVICE, "ports 2"), told.lines);
        assertSame(provider, registry.registered);
    }

    @Test
    void aLostSwitchIsDisconnected() {
        controller.connect(sw);
        told.lines.clear();
        controller.lose(sw);
        assertEquals(List.of("disconnected " + DEVICE), told.lines);
        assertFalse(provider.isReachable(DEVICE));
    }

    @Test
    void portChangesAreReported() {
        controller.connect(sw);
        told.lines.clear();
        controller.receive(sw, FakeSwitch.FACTORY.buildPortStatus().setReason(OFPortReason.MODIFY)
                .setDesc(DescriptionsTest.port(1).setState(Set.of(OFPortState.LINK_DOWN)).build()).build());
        controller.receive(sw, FakeSwitch.FACTORY.buildPortStatus().setReason(OFPortReason.ADD)
                .setDesc(DescriptionsTest.port(3).build()).build());
        controller.receive(sw, FakeSwitch.FACTORY.buildPortStatus().setReason(OFPortReason.DELETE)
                .setDesc(DescriptionsTest.port(2).build()).build());
        assertEquals(List.of("port 1 down", "port 3 up", "port 2 deleted"), told.lines);
    }

    @Test
    void portsAreReadAgainWhenTheSwitchHasListedThem() {
        controller.connect(sw);
        told.lines.clear();
        controller.switchListeners.get(0).switchChanged(sw.getDpid());
        assertEquals(List.of("ports 2"), told.lines);
    }

    @Test
    void rolesGoBothWays() {
        controller.connect(sw);
        told.lines.clear();
        provider.roleChanged(DEVICE, MastershipRole.STANDBY);
        assertEquals(RoleState.EQUAL, sw.role);
        controller.switchListeners.get(0).receivedRoleReply(sw.getDpid(), RoleState.MASTER, RoleState.SLAVE);
        assertEquals(List.of("role MASTER NONE"), told.lines);
    }

    @Test
    void aPortIsSwitchedOffAndOn() {
        controller.connect(sw);
        provider.changePortState(DEVICE, PortNumber.portNumber(2), false);
        provider.changePortState(DEVICE, PortNumber.portNumber(2), true);
        List<OFPortMod> changes = sw.sent(OFPortMod.class);
        assertEquals(OFPort.of(2), changes.get(0).getPortNo());
        assertEquals(Set.of(OFPortConfig.PORT_DOWN), changes.get(0).getConfig());
        assertEquals(Set.of(OFPortConfig.PORT_DOWN), changes.get(0).getMask());
        assertEquals(MacAddress.of("02:00:00:00:00:01"), changes.get(0).getHwAddr());
        assertEquals(Set.of(), changes.get(1).getConfig());
        assertEquals(Set.of(OFPortConfig.PORT_DOWN), changes.get(1).getMask());
    }

    @Test
    void portOfALostSwitchCannotBeChanged() {
        controller.connect(sw);
        sw.connected = false;
        provider.changePortState(DEVICE, PortNumber.portNumber(2), false);
        assertTrue(sw.sent(OFPortMod.class).isEmpty());
    }

    @Test
    void aProbeAsksForPortsOrFindsTheSwitchGone() {
        controller.connect(sw);
        sw.sent.clear();
        told.lines.clear();
        provider.triggerProbe(DEVICE);
        assertEquals(1, sw.sent(OFPortDescStatsRequest.class).size());
        sw.connected = false;
        provider.triggerProbe(DEVICE);
        assertEquals(List.of("disconnected " + DEVICE), told.lines);
    }

    @Test
    void disconnectingClosesTheChannel() {
        controller.connect(sw);
        provider.triggerDisconnect(DEVICE);
        assertEquals(1, sw.disconnects);
        assertTrue(told.lines.contains("disconnected " + DEVICE));
    }

    @Test
    void countersArePassedOn() {
        controller.connect(sw);
        told.lines.clear();
        controller.receive(sw, FakeSwitch.FACTORY.buildPortStatsReply().setEntries(List.of(
                FakeSwitch.FACTORY.buildPortStatsEntry().setPortNo(OFPort.of(1)).build(),
                FakeSwitch.FACTORY.buildPortStatsEntry().setPortNo(OFPort.of(2)).build())).build());
        assertEquals(List.of("statistics 2"), told.lines);
    }

    @Test
    void nothingIsLeftAfterDeactivation() {
        provider.deactivate();
        controller.connect(sw);
        assertEquals(List.of(), told.lines);
        assertNull(registry.registered);
        assertTrue(controller.switchListeners.isEmpty());
        assertTrue(controller.eventListeners.isEmpty());
    }
}
