/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultLink;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.link.LinkEvent;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkService;
import org.onosproject.net.link.LinkServiceAdapter;
import org.onosproject.net.provider.ProviderId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Devices, ports and links as ONOS knows them. */
final class FakeNetwork {
    private final Map<DeviceId, Device> devices = new LinkedHashMap<>();
    private final Map<DeviceId, List<Port>> ports = new LinkedHashMap<>();
    private final Set<Link> links = new HashSet<>();
    private final List<DeviceListener> deviceListeners = new ArrayList<>();
    private final List<LinkListener> linkListeners = new ArrayList<>();

    static DeviceId device(int number) {
        return DeviceId.deviceId(String.format("of:%016x", number));
    }

    static ConnectPoint port(int device, int port) {
        return new ConnectPoint(device(device), PortNumber.portNumber(port));
    }

    FakeNetwork connect(int number, int... portNumbers) {
        Device device = new DefaultDevice(ProviderId.NONE, device(number), Device.Type.SWITCH, "", "", "", "", null);
        devices.put(device.id(), device);
        ports.put(device.id(), new ArrayList<>());
        tell(new DeviceEvent(DeviceEvent.Type.DEVICE_ADDED, device));
        for (int port : portNumbers) {
            addPort(number, port);
        }
        return this;
    }

    void addPort(int number, int portNumber) {
        Device device = devices.get(device(number));
        Port port = new DefaultPort(device, PortNumber.portNumber(portNumber, "eth" + portNumber), true);
        ports.get(device.id()).add(port);
        tell(new DeviceEvent(DeviceEvent.Type.PORT_ADDED, device, port));
    }

    void removeDevice(int number) {
        ports.remove(device(number));
        tell(new DeviceEvent(DeviceEvent.Type.DEVICE_REMOVED, devices.remove(device(number))));
    }

    Link link(ConnectPoint from, ConnectPoint to, Link.Type type) {
        Link link = DefaultLink.builder().providerId(ProviderId.NONE).src(from).dst(to).type(type).build();
        links.add(link);
        tell(new LinkEvent(LinkEvent.Type.LINK_ADDED, link));
        return link;
    }

    void unlink(Link link) {
        links.remove(link);
        tell(new LinkEvent(LinkEvent.Type.LINK_REMOVED, link));
    }

    void portStatistics(int number) {
        tell(new DeviceEvent(DeviceEvent.Type.PORT_STATS_UPDATED, devices.get(device(number))));
    }

    boolean isUnwatched() {
        return deviceListeners.isEmpty() && linkListeners.isEmpty();
    }

    private void tell(DeviceEvent event) {
        deviceListeners.stream().filter(l -> l.isRelevant(event)).forEach(l -> l.event(event));
    }

    private void tell(LinkEvent event) {
        linkListeners.stream().filter(l -> l.isRelevant(event)).forEach(l -> l.event(event));
    }

    DeviceService deviceService() {
        return new DeviceServiceAdapter() {
            @Override
            public Device getDevice(DeviceId id) {
                return devices.get(id);
            }

            @Override
            public List<Port> getPorts(DeviceId id) {
                return ports.get(id);
            }

            @Override
            public void addListener(DeviceListener listener) {
                deviceListeners.add(listener);
            }

            @Override
            public void removeListener(DeviceListener listener) {
                deviceListeners.remove(listener);
            }
        };
    }

    LinkService linkService() {
        return new LinkServiceAdapter() {
            @Override
            public Set<Link> getLinks(ConnectPoint point) {
                return links.stream().filter(l -> l.src().equals(point) || l.dst().equals(point))
                        .collect(Collectors.toSet());
            }

            @Override
            public void addListener(LinkListener listener) {
                linkListeners.add(listener);
            }

            @Override
            public void removeListener(LinkListener listener) {
                linkListeners.remove(listener);
            }
        };
    }
}
