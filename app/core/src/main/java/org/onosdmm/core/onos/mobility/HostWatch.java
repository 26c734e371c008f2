/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.mobility.Evidence;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.host.HostEvent;
import org.onosproject.net.host.HostListener;
import org.onosproject.net.host.HostService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What ONOS's own host service says of where hosts are: evidence like any other, often the second to arrive. A port
 * that goes down takes its hosts with it, so HOST_REMOVED means absent, not gone.
 */
@Component(immediate = true, service = HostWatch.class)
public class HostWatch {

    @Reference
    protected HostService hostService;

    @Reference
    protected Engines engines;

    @Reference
    protected DeviceService deviceService;

    private final HostListener listener = this::heard;
    private final DeviceListener switches = this::switchChanged;
    /** Switches that are connected again, and whose ports ONOS does not know yet. */
    private final Set<DeviceId> returning = ConcurrentHashMap.newKeySet();

    /** Starts with the hosts that are there. */
    @Activate
    public void activate() {
        deviceService.addListener(switches);
        hostService.addListener(listener);
        hostService.getHosts().forEach(this::present);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        hostService.removeListener(listener);
        deviceService.removeListener(switches);
    }

    private void heard(HostEvent event) {
        switch (event.type()) {
            case HOST_ADDED:
            case HOST_MOVED:
            case HOST_UPDATED:
                present(event.subject());
                break;
            case HOST_REMOVED:
                removed(event.subject(), event.time());
                break;
            default:
                break;
        }
    }

    /**
     * When the control channel of a switch ends ONOS takes the hosts behind it for gone. Nobody knows that: the switch
     * forwards on, and lets them in. A port that is down once the switch is back is another matter.
     */
    private void removed(Host host, long time) {
        if (deviceService.isAvailable(host.location().deviceId())) {
            engines.mobility().gone(MobileNodeId.of(host.mac()), host.location(), time);
        }
    }

    /**
     * A port that goes down takes its nodes with it. ONOS says so of the hosts that it has there; a node that it has
     * not noticed yet, or never there, is gone as well. While a switch connects or leaves, all of its ports are down in
     * ONOS: that says nothing.
     */
    private void switchChanged(DeviceEvent event) {
        DeviceId device = event.subject().id();
        switch (event.type()) {
            case DEVICE_AVAILABILITY_CHANGED:
                returning.add(device);
                break;
            case PORT_UPDATED:
            case PORT_REMOVED:
                ConnectPoint port = new ConnectPoint(device, event.port().number());
                if (isDown(port) && !returning.contains(device)) {
                    vacate(port::equals, event.time());
                }
                break;
            default:
                break;
        }
        if (returning.contains(device) && isKnown(device) && returning.remove(device)) {
            vacate(place -> place.deviceId().equals(device), event.time());
        }
    }

    /** Whether a switch is connected, and ONOS knows its ports: it tells of a switch first, and reads them then. */
    private boolean isKnown(DeviceId device) {
        return deviceService.isAvailable(device) && deviceService.getPorts(device).stream().anyMatch(Port::isEnabled);
    }

    /** Who is at one of these places, and it is down, is gone. */
    private void vacate(Predicate<ConnectPoint> places, long time) {
        engines.mobility().states().forEach(state -> {
            ConnectPoint place = state.binding().current().poa();
            if (places.test(place) && !isUp(place)) {
                engines.mobility().gone(state.node(), place, time);
            }
        });
    }

    private boolean isUp(ConnectPoint place) {
        Port port = deviceService.getPort(place);
        return port != null && port.isEnabled();
    }

    /** Whether a port is known to be down; most are up, which costs least to find out. */
    private boolean isDown(ConnectPoint place) {
        return !isUp(place) && isKnown(place.deviceId());
    }

    /** What ONOS has learned late does not count: a packet of a host that has left with its port since. */
    private void present(Host host) {
        if (isDown(host.location())) {
            return;
        }
        engines.mobility().seen(Evidence.of(MobileNodeId.of(host.mac()), host.ipAddresses(), host.location(),
                Trigger.HOST_EVENT, host.location().time()), Optional.empty());
    }
}
