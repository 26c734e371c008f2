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
import org.onosdmm.core.uplink.RouterQuestions;
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
 * Asks the routers behind the uplinks by ARP, each once in the configured time: one that falls silent is noticed.
 */
@Component(immediate = true, service = RouterWatch.class)
public class RouterWatch {

    /** How often it is looked whether one is to be asked, ms. */
    private static final long PERIOD = 100;

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DomainService domainService;

    @Reference
    protected NetworkViews networkViews;

    @Reference
    protected PacketsOut packets;

    private ScheduledExecutorService executor;
    private final RouterQuestions questions = new RouterQuestions();

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
            domainService.domain().ifPresent(domain -> questions.due(domain, this::isReachable,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime())).forEach(this::ask));
            networkViews.reviewUplinks();
        } catch (RuntimeException e) {
            log.warn("Routers could not be asked for: {}", e.getMessage());
        }
    }

    private boolean isReachable(Anchor anchor) {
        return networkViews.view().isAvailable(anchor.device())
                && anchor.uplink().filter(uplink -> networkViews.isUp(port(anchor, uplink))).isPresent();
    }

    private void ask(Anchor anchor) {
        networkViews.routerAsked(anchor.id());
        anchor.uplinks().forEach(uplink -> ask(anchor, uplink));
    }

    private void ask(Anchor anchor, Uplink uplink) {
        packets.send(port(anchor, uplink), uplink.address().isIp4()
                ? ArpAnswers.askRouter(anchor, uplink) : NdpAnswers.askRouter(anchor, uplink));
    }

    private static ConnectPoint port(Anchor anchor, Uplink uplink) {
        return new ConnectPoint(anchor.device(), uplink.port());
    }
}
