/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityListener;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.OperationService;
import org.onosdmm.web.events.EventCursor;
import org.onosdmm.web.events.EventId;
import org.onosdmm.web.events.EventRing;
import org.onosdmm.web.events.EventType;
import org.onosproject.codec.CodecService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.onlab.util.Tools.groupedThreads;
import static org.slf4j.LoggerFactory.getLogger;

/**
 * Finds out what changes, and has the clients of the event stream told. All of it on one thread of its own; listeners
 * only enqueue. While nobody listens, nor did lately, nothing is looked at.
 */
@Component(immediate = true, service = EventFeed.class)
public class EventFeed {

    /** Clients at the same time. */
    static final int MOST_CLIENTS = 64;

    private static final long TICK = 100;
    private static final long SLOW_TICK = 1_000;
    /** How long is remembered for the last client that has left, ms. */
    private static final long LINGER = 60_000;
    /** Of its time, at most so much goes into looks at the whole domain. */
    private static final int SHARE = 20;
    private static final int REMEMBERED_EVENTS = 8_192;
    private static final long REMEMBERED_BYTES = 16L << 20;

    private static final Logger log = getLogger(EventFeed.class);

    @Reference
    protected MobilityService mobility;

    @Reference
    protected OperationService operations;

    @Reference
    protected CodecService codecs;

    private final Set<MobileNodeId> stale = ConcurrentHashMap.newKeySet();
    private final MobilityListener listener = event -> stale.add(event.subject().binding().node());
    private final AtomicInteger admitted = new AtomicInteger();
    private final List<EventClient> clients = new ArrayList<>();
    private final int rememberedEvents;
    private final long rememberedBytes;

    private ScheduledExecutorService executor;
    private EventRing ring;
    private Observation observation;
    private long nextDomain;
    private long lastWatched;

    /** A feed that is not running yet. */
    public EventFeed() {
        this(REMEMBERED_EVENTS, REMEMBERED_BYTES);
    }

    EventFeed(int rememberedEvents, long rememberedBytes) {
        this.rememberedEvents = rememberedEvents;
        this.rememberedBytes = rememberedBytes;
    }

    /** Starts. */
    @Activate
    public void activate() {
        executor = Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "events", log));
        executor.scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    /** Stops: all clients are let go. */
    @Deactivate
    public void deactivate() {
        executor.execute(this::sleep);
        executor.shutdown();
    }

    /** Whether there is room for one more client. If so, it has to be opened, or {@link #left}. */
    boolean admit() {
        if (admitted.incrementAndGet() > MOST_CLIENTS) {
            admitted.decrementAndGet();
            return false;
        }
        return true;
    }

    /** An admitted client has gone. */
    void left() {
        admitted.decrementAndGet();
    }

    /** Has a client hear of events of these types, after one, or from now on. */
    void open(EventClient client, Set<EventType> types, Optional<EventId> since) {
        try {
            executor.execute(() -> {
                try {
                    wake();
                    client.start(EventCursor.open(ring, types, since), now());
                    clients.add(client);
                } catch (RuntimeException e) {
                    log.error("An event stream could not begin", e);
                    if (observation == null) {
                        sleep();
                    }
                    client.close();
                }
            });
        } catch (RejectedExecutionException e) {
            client.close();
        }
    }

    private void wake() {
        if (observation == null) {
            stale.clear();
            ring = new EventRing(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX), rememberedEvents,
                                 rememberedBytes);
            observation = new Observation(mobility, operations, new EventJson(codecs), ring::append);
            mobility.addListener(listener);
            nextDomain = now() + SLOW_TICK;
        }
        lastWatched = now();
    }

    /** Nobody is told any more; who comes next finds another epoch. */
    private void sleep() {
        if (observation != null) {
            mobility.removeListener(listener);
        }
        observation = null;
        ring = null;
        clients.forEach(EventClient::close);
        clients.clear();
    }

    private void tick() {
        try {
            clients.removeIf(EventClient::isClosed);
            if (!clients.isEmpty()) {
                lastWatched = now();
            }
            if (observation != null) {
                look();
            }
            if (observation != null) {
                clients.forEach(client -> client.pump(now()));
            }
        } catch (RuntimeException e) {
            log.error("What has changed could not be told; the event streams end, and begin anew", e);
            sleep();
        }
    }

    private void look() {
        if (now() - lastWatched > LINGER) {
            sleep();
            return;
        }
        observation.lookAtHandovers();
        boolean whole = now() >= nextDomain;
        Set<MobileNodeId> due = new HashSet<>(stale);
        stale.removeAll(due);
        if (whole) {
            due.addAll(observation.unsettled());
        }
        due.forEach(observation::lookAt);
        if (whole) {
            long begin = now();
            observation.lookAtDomain();
            nextDomain = now() + Math.max(SLOW_TICK, SHARE * (now() - begin));
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
