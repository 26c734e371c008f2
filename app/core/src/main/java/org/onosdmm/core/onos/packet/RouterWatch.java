/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.packet;

import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosdmm.core.packet.NdpAnswers;
import org.onosproject.net.ConnectPoint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.onlab.util.Tools.groupedThreads;

/**
 * Asks for the routers behind the uplinks: every half second until one is known, every 30 s after that.
 */
@Component(immediate = true, service = RouterWatch.class)
public class RouterWatch {

    private static final long PERIOD = 500;
    private static final int ROUNDS_BETWEEN_REFRESHES = 60;

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DomainService domainService;

    @Reference
    protected NetworkViews networkViews;

    @Reference
    protected PacketsOut packets;

    private ScheduledExecutorService executor;
    private long round;

    /** Starts. */
    @Activate
    public void activate() {
        executor = Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "routers", log));
        executor.scheduleWithFixedDelay(this::ask, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        executor.shutdownNow();
    }

    private void ask() {
        try {
            boolean refresh = round++ % ROUNDS_BETWEEN_REFRESHES == 0;
            domainService.domain().ifPresent(domain -> domain.withUplink().stream()
                    .filter(a -> networkViews.view().isAvailable(a.device()))
                    .forEach(a -> a.uplinks().stream().filter(u -> refresh || !isKnown(a, u))
                            .forEach(u -> ask(a, u))));
        } catch (RuntimeException e) {
            log.warn("Routers could not be asked for: {}", e.getMessage());
        }
    }

    private boolean isKnown(Anchor anchor, Uplink uplink) {
        return networkViews.view().router(anchor, uplink.address().version()).isPresent();
    }

    private void ask(Anchor anchor, Uplink uplink) {
        packets.send(new ConnectPoint(anchor.device(), uplink.port()), uplink.address().isIp4()
                ? ArpAnswers.askRouter(anchor, uplink) : NdpAnswers.askRouter(anchor, uplink));
    }
}
