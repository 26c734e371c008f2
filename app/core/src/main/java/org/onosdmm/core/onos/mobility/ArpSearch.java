/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosdmm.core.packet.NdpAnswers;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks like a router that has a packet for an address it has not heard of (RFC 1812, section 3.3.2; RFC 4861, section
 * 7.2.2): by ARP or neighbour solicitation, at every access port of every edge, once a second and address at most. Who
 * is there answers, and that is evidence.
 */
@Component(immediate = true, service = Search.class)
public class ArpSearch implements Search {

    private static final long INTERVAL = 1;
    /** So many addresses are remembered as asked for: a scan must not fill the memory. */
    private static final long REMEMBERED = 4_096;

    @Reference
    protected Engines engines;

    @Reference
    protected PacketsOut packets;

    @Reference
    protected DeviceService deviceService;

    private final Cache<IpAddress, Boolean> asked;

    /** A search by the time of the machine. */
    public ArpSearch() {
        this(Ticker.systemTicker());
    }

    /** A search by another time. */
    protected ArpSearch(Ticker time) {
        asked = CacheBuilder.newBuilder().ticker(time)
                .expireAfterWrite(INTERVAL, TimeUnit.SECONDS).maximumSize(REMEMBERED).build();
    }

    @Override
    public void lookFor(IpAddress address, Optional<ConnectPoint> asker) {
        engines.mobility().domain()
                .filter(domain -> domain.homeOf(address).isPresent() && !domain.isGateway(address))
                .filter(domain -> !engines.mobility().holder(address).isPresent())
                .filter(domain -> asked.asMap().putIfAbsent(address, true) == null)
                .ifPresent(domain -> ask(domain, address, asker));
    }

    /** Asks everybody at a port for the holder of an address. */
    static Ethernet question(Domain domain, IpAddress address) {
        return address.isIp4() ? ArpAnswers.probe(domain, MacAddress.BROADCAST, address)
                : NdpAnswers.search(domain, address);
    }

    private void ask(Domain domain, IpAddress address, Optional<ConnectPoint> asker) {
        Ethernet question = question(domain, address);
        for (Anchor edge : domain.anchors().values()) {
            for (Port port : deviceService.getPorts(edge.device())) {
                ConnectPoint at = new ConnectPoint(edge.device(), port.number());
                boolean other = !asker.equals(Optional.of(at));
                if (other && port.isEnabled() && !port.number().isLogical() && engines.mobility().isAccess(at)) {
                    packets.send(at, question);
                }
            }
        }
    }
}
