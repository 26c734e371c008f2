/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import org.onlab.util.Tools;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.host.HostProviderService;
import org.onosproject.net.host.HostService;
import org.onosproject.net.link.LinkEvent;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Removes hosts from where they can no longer be: ports and switches that are down, and ports between switches. */
final class AttachmentWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentWatch.class);

    private final DeviceService devices;
    private final LinkService links;
    private final HostService hosts;
    private final HostProviderService service;
    private final DeviceListener deviceListener = this::onDevice;
    private final LinkListener linkListener = this::onLink;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Tools.groupedThreads("onos/host-loc-provider", "attachment-%d", LOG));

    AttachmentWatch(DeviceService devices, LinkService links, HostService hosts, HostProviderService service) {
        this.devices = devices;
        this.links = links;
        this.hosts = hosts;
        this.service = service;
    }

    void start() {
        devices.addListener(deviceListener);
        links.addListener(linkListener);
    }

    void stop() {
        devices.removeListener(deviceListener);
        links.removeListener(linkListener);
        worker.shutdown();
    }

    private void onDevice(DeviceEvent event) {
        DeviceId device = event.subject().id();
        switch (event.type()) {
            case DEVICE_REMOVED:
            case DEVICE_AVAILABILITY_CHANGED:
                worker.execute(() -> deviceChanged(device));
                break;
            case PORT_UPDATED:
                if (!event.port().isEnabled()) {
                    worker.execute(() -> vacate(new ConnectPoint(device, event.port().number())));
                }
                break;
            case PORT_REMOVED:
                worker.execute(() -> vacate(new ConnectPoint(device, event.port().number())));
                break;
            default:
                break;
        }
    }

    private void onLink(LinkEvent event) {
        if (event.type() == LinkEvent.Type.LINK_ADDED) {
            worker.execute(() -> {
                vacate(event.subject().src());
                vacate(event.subject().dst());
            });
        }
    }

    private void deviceChanged(DeviceId device) {
        if (!devices.isAvailable(device)) {
            hosts.getConnectedHosts(device).forEach(host -> host.locations().stream()
                    .filter(location -> location.deviceId().equals(device))
                    .forEach(location -> service.removeLocationFromHost(host.id(), location)));
        }
    }

    private void vacate(ConnectPoint port) {
        hosts.getConnectedHosts(port).forEach(host ->
                service.removeLocationFromHost(host.id(), new HostLocation(port, 0)));
    }
}
