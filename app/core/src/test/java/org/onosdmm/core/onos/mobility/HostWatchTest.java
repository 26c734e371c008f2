/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.VlanId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultHost;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.HostId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.host.HostEvent;
import org.onosproject.net.host.HostListener;
import org.onosproject.net.host.HostServiceAdapter;
import org.onosproject.net.provider.ProviderId;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who was at a port that has gone down is away, whatever ONOS's host service knows of it. */
class HostWatchTest {

    private static final long PORTS = 3;

    private final Emulation net = Emulation.campus();
    private final Station node = net.station("mn", 1, "10.1.0.10");
    private final ConnectPoint place = net.topology().access(1);
    private final Device device = new DefaultDevice(ProviderId.NONE, place.deviceId(), Device.Type.SWITCH, "", "", "",
            "", null);
    private final Map<PortNumber, Boolean> up = new TreeMap<>((one, other) ->
            Long.compare(one.toLong(), other.toLong()));
    private final HostWatch watch = new HostWatch();
    private boolean available = true;
    private DeviceListener switches;
    private HostListener hosts;

    @BeforeEach
    void start() {
        setAll(true);
        watch.engines = new EmulatedEngines(net);
        watch.deviceService = new DeviceServiceAdapter() {
            @Override
            public boolean isAvailable(DeviceId id) {
                return available;
            }

            @Override
            public Port getPort(ConnectPoint port) {
                return up.containsKey(port.port()) ? port(port.port()) : null;
            }

            @Override
            public List<Port> getPorts(DeviceId id) {
                return up.keySet().stream().map(HostWatchTest.this::port).collect(Collectors.toList());
            }

            @Override
            public void addListener(DeviceListener listener) {
                switches = listener;
            }
        };
        watch.hostService = new HostServiceAdapter() {
            @Override
            public Iterable<Host> getHosts() {
                return List.of();
            }

            @Override
            public void addListener(HostListener listener) {
                hosts = listener;
            }
        };
        watch.activate();
        node.at(place).announce();
        net.run(100);
        assertFalse(isAway());
    }

    private Port port(PortNumber number) {
        return new DefaultPort(device, number, up.get(number));
    }

    private void setAll(boolean enabled) {
        for (long number = 1; number <= PORTS; number++) {
            up.put(PortNumber.portNumber(number), enabled);
        }
        up.put(place.port(), enabled);
    }

    private void tell(DeviceEvent.Type type, Port port) {
        switches.event(new DeviceEvent(type, device, port, net.clock().millis()));
        net.run(50);
    }

    private void goDown() {
        up.put(place.port(), false);
        tell(DeviceEvent.Type.PORT_UPDATED, port(place.port()));
    }

    private boolean isAway() {
        return net.mobility().state(node.id()).get().binding().absentSince().isPresent();
    }

    @Test
    void aPortThatGoesDownTakesItsNodeWithIt() {
        goDown();
        assertTrue(isAway());
    }

    @Test
    void soDoesOneThatIsRemoved() {
        Port last = port(place.port());
        up.remove(place.port());
        tell(DeviceEvent.Type.PORT_REMOVED, last);
        assertTrue(isAway());
    }

    @Test
    void anotherPortDoesNot() {
        PortNumber other = up.keySet().stream().filter(number -> !number.equals(place.port())).findFirst().get();
        up.put(other, false);
        tell(DeviceEvent.Type.PORT_UPDATED, port(other));
        assertFalse(isAway());
    }

    @Test
    void allPortsThatAreDownAtOnceSayNothing() {
        setAll(false);
        tell(DeviceEvent.Type.PORT_UPDATED, port(place.port()));
        available = false;
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, null);
        assertFalse(isAway());
    }

    @Test
    void aPortThatHasGoneDownWhileTheSwitchWasSilentTakesItsNodeWithItWhenTheSwitchIsBack() {
        setAll(false);
        available = false;
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, null);
        available = true;
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, null);
        assertFalse(isAway());
        setAll(true);
        goDown();
        assertTrue(isAway());
    }

    @Test
    void aHostThatOnosHasLearnedTooLateIsNotThere() {
        goDown();
        hosts.event(new HostEvent(HostEvent.Type.HOST_ADDED, new DefaultHost(ProviderId.NONE, HostId.hostId(node.mac()),
                node.mac(), VlanId.NONE, new HostLocation(place, net.clock().millis()),
                ImmutableSet.of(IpAddress.valueOf("10.1.0.10")))));
        net.run(50);
        assertTrue(isAway());
    }
}
