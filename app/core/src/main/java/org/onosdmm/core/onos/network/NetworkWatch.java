/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.path.Connection;
import org.onosdmm.core.path.ShortestPaths;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import static org.onlab.util.Tools.groupedThreads;

/**
 * Rebuilds the view whenever a switch or a link changes. Events only wake it up; it reads the state itself.
 */
@Component(immediate = true, service = NetworkViews.class)
public class NetworkWatch implements NetworkViews {

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected LinkService linkService;

    @Reference
    protected DomainService domainService;

    private final List<Consumer<NetworkView>> listeners = new CopyOnWriteArrayList<>();
    private final Map<AnchorId, MacAddress> routers = new ConcurrentHashMap<>();
    private final Map<AnchorId, MacAddress> routers6 = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final DeviceListener deviceListener = event -> {
        if (!isStatistics(event.type().name())) {
            refresh();
        }
    };
    private final LinkListener linkListener = event -> refresh();
    private final Consumer<Optional<Domain>> domainListener = domain -> refresh();

    private ExecutorService executor;
    private volatile NetworkView view = NetworkView.EMPTY;

    /** Starts. */
    @Activate
    public void activate() {
        executor = Executors.newSingleThreadExecutor(groupedThreads("onos/dmm", "network", log));
        deviceService.addListener(deviceListener);
        linkService.addListener(linkListener);
        domainService.addListener(domainListener);
        refresh();
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        domainService.removeListener(domainListener);
        linkService.removeListener(linkListener);
        deviceService.removeListener(deviceListener);
        executor.shutdownNow();
    }

    private static boolean isStatistics(String type) {
        return type.startsWith("PORT_STATS");
    }

    @Override
    public NetworkView view() {
        return view;
    }

    @Override
    public void addListener(Consumer<NetworkView> listener) {
        listeners.add(listener);
        executor.execute(() -> listener.accept(view));
    }

    @Override
    public void removeListener(Consumer<NetworkView> listener) {
        listeners.remove(listener);
    }

    @Override
    public void routerIs(AnchorId anchor, IpAddress.Version version, MacAddress mac) {
        if (!mac.equals((version == IpAddress.Version.INET ? routers : routers6).put(anchor, mac))) {
            log.info("The router behind {} is {} ({})", anchor, mac, version);
            refresh();
        }
    }

    /** Many events in a row cause one rebuild. */
    private void refresh() {
        if (due.compareAndSet(false, true)) {
            executor.execute(this::rebuild);
        }
    }

    private void rebuild() {
        due.set(false);
        try {
            NetworkView next = build();
            if (!next.equals(view)) {
                view = next;
                listeners.forEach(listener -> listener.accept(next));
            }
        } catch (RuntimeException e) {
            log.warn("The view of the network could not be rebuilt", e);
        }
    }

    private NetworkView build() {
        Map<DeviceId, Boolean> switches = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (Device device : deviceService.getDevices()) {
            switches.put(device.id(), deviceService.isAvailable(device.id()));
        }
        List<Connection> connections = StreamSupport.stream(linkService.getActiveLinks().spliterator(), false)
                .map(link -> Connection.of(link.src(), link.dst())).collect(Collectors.toList());
        return domainService.domain()
                .map(domain -> NetworkView.of(ShortestPaths.views(domain, switches, connections),
                        routers, routers6))
                .orElse(NetworkView.EMPTY);
    }
}
