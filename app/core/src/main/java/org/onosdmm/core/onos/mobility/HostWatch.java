/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.mobility.Evidence;
import org.onosproject.net.Host;
import org.onosproject.net.host.HostEvent;
import org.onosproject.net.host.HostListener;
import org.onosproject.net.host.HostService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

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

    private final HostListener listener = this::heard;

    /** Starts with the hosts that are there. */
    @Activate
    public void activate() {
        hostService.addListener(listener);
        hostService.getHosts().forEach(this::present);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        hostService.removeListener(listener);
    }

    private void heard(HostEvent event) {
        switch (event.type()) {
            case HOST_ADDED:
            case HOST_MOVED:
            case HOST_UPDATED:
                present(event.subject());
                break;
            case HOST_REMOVED:
                Host host = event.subject();
                engines.mobility().gone(MobileNodeId.of(host.mac()), host.location(), event.time());
                break;
            default:
                break;
        }
    }

    private void present(Host host) {
        engines.mobility().seen(Evidence.of(MobileNodeId.of(host.mac()), host.ipAddresses(), host.location(),
                Trigger.HOST_EVENT, host.location().time()), Optional.empty());
    }
}
