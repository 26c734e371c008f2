/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.core.config.NetworkFacts;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.link.LinkService;

/**
 * Asks ONOS for the facts that a domain is judged by; for those about the domain's own anchors alone.
 */
final class NetworkFactsReader {

    private final DeviceService devices;
    private final LinkService links;

    NetworkFactsReader(DeviceService devices, LinkService links) {
        this.devices = devices;
        this.links = links;
    }

    NetworkFacts about(Domain domain) {
        ImmutableMap.Builder<DeviceId, ImmutableSet<PortNumber>> ports = ImmutableMap.builder();
        ImmutableSet.Builder<ConnectPoint> fabric = ImmutableSet.builder();
        for (Anchor anchor : domain.anchors().values()) {
            DeviceId device = anchor.device();
            if (devices.getDevice(device) != null) {
                ports.put(device, ports(device));
            }
            anchor.uplink().map(uplink -> new ConnectPoint(device, uplink.port()))
                    .filter(this::leadsToASwitch).ifPresent(fabric::add);
        }
        return NetworkFacts.of(ports.build(), fabric.build());
    }

    private ImmutableSet<PortNumber> ports(DeviceId device) {
        return devices.getPorts(device).stream().map(port -> PortNumber.portNumber(port.number().toLong()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Indirect links say little: two uplinks into one network outside have one between them. */
    private boolean leadsToASwitch(ConnectPoint port) {
        return links.getLinks(port).stream().anyMatch(link -> link.type() == Link.Type.DIRECT);
    }
}
