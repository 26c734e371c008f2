/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.Ethernet;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.dhcp.Dhcp6Message;
import org.onosdmm.core.dhcp.DhcpReader;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.mobility.Engines;
import org.onosdmm.core.onos.mobility.Ownership;
import org.onosdmm.core.onos.mobility.PuntLimits;
import org.onosdmm.core.onos.mobility.PuntReasons;
import org.onosdmm.core.onos.mobility.Search;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.onos.store.Stores;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import static org.onlab.util.Tools.groupedThreads;

/**
 * Takes DHCP out of the packets that switches show to the controller. The thread that brings a packet only hands it
 * on; of one port no more are taken than of any other kind of packet.
 */
@Component(immediate = true, service = DhcpWatch.class)
public class DhcpWatch {

    private static final long EXPIRY = 5;

    /** Packets a second and port that are looked at. */
    private static final int RATE = 2_000;

    @Reference
    protected PacketService packetService;

    @Reference
    protected Engines engines;

    @Reference
    protected PacketsOut packets;

    @Reference
    protected PuntReasons reasons;

    @Reference
    protected Stores stores;

    @Reference
    protected Ownership ownership;

    @Reference
    protected Search search;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final PacketProcessor sign = this::sign;
    private final PacketProcessor processor = this::process;
    private ScheduledExecutorService thread;
    private Executor executor;
    private PuntLimits<ConnectPoint> signs;
    private PuntLimits<ConnectPoint> limits;
    private DhcpDesk desk;
    private Dhcp6Desk desk6;

    /** Starts. */
    @Activate
    public void activate() {
        thread = Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "dhcp", log));
        start(thread, System::nanoTime);
        thread.scheduleWithFixedDelay(() -> guarded(() -> expire(System.currentTimeMillis())), EXPIRY, EXPIRY,
                TimeUnit.SECONDS);
    }

    /** Starts on a thread of the caller's, with a clock that counts nanoseconds. */
    protected final void start(Executor worker, LongSupplier nanos) {
        signs = new PuntLimits<>(nanos, RATE);
        limits = new PuntLimits<>(nanos, RATE);
        executor = task -> enqueue(worker, task);
        Agreements agreements = new Agreements(engines.mobility(), stores.grants(), executor);
        desk = new DhcpDesk(engines.mobility(), stores.grants(), packets, search, executor, agreements);
        desk6 = new Dhcp6Desk(engines.mobility(), packets, agreements);
        packetService.addProcessor(sign, PacketProcessor.advisor(0));
        packetService.addProcessor(processor, PacketProcessor.director(0));
    }

    /** Stops. Grants stay. */
    @Deactivate
    public void deactivate() {
        packetService.removeProcessor(sign);
        packetService.removeProcessor(processor);
        thread.shutdownNow();
    }

    /** Takes the addresses back whose time is over. */
    protected final void expire(long now) {
        desk.expire(ownership::isMine, now);
    }

    /**
     * That the client is at this port does not wait for its turn: the engine is told by the thread that brings the
     * packet, and before ONOS's host service, which tells of the same packet in its own time.
     */
    private void sign(PacketContext context) {
        ConnectPoint port = context.inPacket().receivedFrom();
        engines.mobility().domain().flatMap(domain -> desk(domain, context.inPacket().parsed())).ifPresent(desk -> {
            if (engines.mobility().isAccess(port) && isForServer(context) && signs.allow(port)) {
                heard(desk, port, context.inPacket().parsed(), context.time());
            }
        });
    }

    /** What cannot be read is no sign of anybody. It is counted when it is answered. */
    private void heard(Desk desk, ConnectPoint port, Ethernet frame, long time) {
        try {
            engines.mobility().seen(Evidence.of(desk.client(frame), ImmutableSet.of(), port, Trigger.DHCP, time),
                    Optional.empty());
        } catch (DmmException e) {
            log.trace("From {}: {}", port, e.getMessage());
        }
    }

    private void process(PacketContext context) {
        engines.mobility().domain().ifPresent(domain ->
                desk(domain, context.inPacket().parsed()).ifPresent(desk -> process(context, domain, desk)));
    }

    private void process(PacketContext context, Domain domain, Desk desk) {
        ConnectPoint port = context.inPacket().receivedFrom();
        Ethernet frame = context.inPacket().parsed();
        Optional<Anchor> edge = domain.anchorAt(port.deviceId());
        if (!edge.isPresent() || engines.mobility().network().isFabric(port)) {
            return;
        }
        boolean access = engines.mobility().isAccess(port);
        long time = context.time();
        if (access && isForServer(context) && isAllowed(port)) {
            context.block();
            executor.execute(() -> desk.asked(domain, edge.get(), port, frame, time));
        } else if (!access && isAllowed(port)) {
            context.block();
            executor.execute(() -> desk.answered(domain, frame, time));
        }
    }

    /** Who deals with a frame; nobody, if it is not for a server of a protocol that is configured. */
    private Optional<Desk> desk(Domain domain, Ethernet frame) {
        if (frame == null) {
            return Optional.empty();
        }
        if (domain.dhcp().isPresent() && DhcpReader.toServer(frame).isPresent()) {
            return Optional.of(desk);
        }
        return domain.dhcp6().isPresent() && Dhcp6Message.toServer(frame).isPresent() ? Optional.of(desk6)
                : Optional.empty();
    }

    /** What a node sends where it is not known to be waits for its rules, and comes again. */
    private boolean isForServer(PacketContext context) {
        Punt reason = reasons.of(context.inPacket());
        return reason == Punt.DHCP || reason == Punt.GATEWAY;
    }

    private boolean isAllowed(ConnectPoint port) {
        boolean allowed = limits.allow(port);
        if (!allowed) {
            engines.mobility().counters().refused("DHCP messages from " + port);
        }
        return allowed;
    }

    private void enqueue(Executor worker, Runnable task) {
        try {
            worker.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            log.debug("Stopped: {}", e.getMessage());
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("A DHCP message could not be dealt with", e);
        }
    }
}
