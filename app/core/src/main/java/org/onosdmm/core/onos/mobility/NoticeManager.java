/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AttachmentService;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.engine.Lookup;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.MacAddresses;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.device.DeviceService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Checks notices from the access network and hands them to the engine.
 */
@Component(immediate = true, service = AttachmentService.class)
public class NoticeManager implements AttachmentService {

    @Reference
    protected Engines engines;

    @Reference
    protected DeviceService deviceService;

    @Override
    public void attached(MobileNodeId node, ConnectPoint poa, Set<IpAddress> addresses) {
        requireAccess(poa);
        if (!MacAddresses.isUnicast(node.mac())) {
            throw DmmException.invalid("node", node, "is not the MAC address of a host");
        }
        boolean inDomain = addresses.stream().anyMatch(a ->
                engines.mobility().domain().flatMap(d -> d.homeOf(a)).isPresent());
        if (!inDomain) {
            bound(node);
        }
        engines.mobility().seen(Evidence.of(node, addresses, poa, Trigger.NOTICE, System.currentTimeMillis()),
                Optional.empty());
    }

    @Override
    public void detached(MobileNodeId node, ConnectPoint poa) {
        bound(node);
        engines.mobility().gone(node, poa, System.currentTimeMillis());
    }

    @Override
    public void expected(MobileNodeId node, ConnectPoint poa, Duration window) {
        requireAccess(poa);
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST_WINDOW) > 0) {
            throw DmmException.invalid("window", window.toMillis(), "is not in 1 to " + LONGEST_WINDOW.toMillis()
                    + " ms");
        }
        if (bound(node).binding().current().poa().equals(poa)) {
            throw DmmException.invalid("port", poa, "is where the node is already");
        }
        engines.mobility().expect(node, poa, window);
    }

    private void requireAccess(ConnectPoint poa) {
        Lookup.domain(engines.mobility());
        if (!engines.mobility().isAccess(poa)) {
            throw DmmException.invalid("port", poa, "is not a port of an edge at which nodes attach");
        }
        boolean known = deviceService.getPort(poa) != null || !deviceService.isAvailable(poa.deviceId());
        if (poa.port().isLogical() || !known) {
            throw DmmException.invalid("port", poa, "is not a port that the switch has");
        }
    }

    private NodeState bound(MobileNodeId node) {
        return engines.mobility().state(node).orElseThrow(() -> DmmException.notFound("node", node));
    }
}
