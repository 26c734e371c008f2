/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.onos.store.Stores;
import org.onosdmm.core.path.BelievedPaths;
import org.onosdmm.core.path.Connection;
import org.onosdmm.core.path.LinkMemory;
import org.onosdmm.core.uplink.UplinkTracker;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.driver.DriverListener;
import org.onosproject.net.driver.DriverService;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import static org.onlab.util.Tools.groupedThreads;

/**
 * Rebuilds the view whenever a switch, its driver, a link or an uplink changes. Events only wake it up; it reads the
 * state itself.
 */
@Component(immediate = true, service = NetworkViews.class)
public class NetworkWatch implements NetworkViews {

    /** How soon what time alone may change is looked at again, ms. */
    private static final long RECONSIDER = 1_000;

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected LinkService linkService;

    @Reference
    protected DriverService driverService;

    @Reference
    protected DomainService domainService;

    @Reference
    protected Stores stores;

    private final List<Consumer<NetworkView>> listeners = new CopyOnWriteArrayList<>();
    private final UplinkTracker uplinks = new UplinkTracker();
    private final AtomicBoolean due = new AtomicBoolean();
    private final DeviceListener deviceListener = event -> {
        if (!isStatistics(event.type().name())) {
            refresh();
        }
    };
    private final LinkListener linkListener = event -> refresh();
    private final DriverListener driverListener = event -> refresh();
    private final Consumer<Optional<Domain>> domainListener = domain -> refresh();

    private ScheduledExecutorService executor;
    private LinkMemory memory;
    private Future<?> reconsidering;
    private volatile NetworkView view = NetworkView.EMPTY;
    private volatile boolean remembered;

    /** Starts. */
    @Activate
    public void activate() {
        executor = Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "network", log));
        executor.execute(this::remember);
        deviceService.addListener(deviceListener);
        linkService.addListener(linkListener);
        driverService.addListener(driverListener);
        domainService.addListener(domainListener);
        refresh();
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        domainService.removeListener(domainListener);
        driverService.removeListener(driverListener);
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
    public boolean isRemembered() {
        return remembered;
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
        boolean news = uplinks.answered(anchor, version, mac, now());
        if (news) {
            log.info("The router behind {} is {} ({})", anchor, mac, version);
        }
        if (news || view.trouble(anchor).isPresent()) {
            refresh();
        }
    }

    @Override
    public void routerAsked(AnchorId anchor) {
        uplinks.asked(anchor);
    }

    @Override
    public boolean isUp(ConnectPoint port) {
        return !isDown(port);
    }

    /** Looks at the uplinks alone: that costs little, so it can be done often. */
    @Override
    public void reviewUplinks() {
        domainService.domain().filter(domain -> !troubles(domain, view).equals(view.troubles()))
                .ifPresent(domain -> refresh());
    }

    /** Takes over what an earlier run has found: after a restart the switches go on with it. */
    private void remember() {
        Set<Connection> links = ImmutableSet.of();
        try {
            links = stores.survey().links();
            remembered = !links.isEmpty();
            uplinks.remember(stores.survey().routers(), stores.survey().routers6());
        } catch (RuntimeException e) {
            log.warn("What was known of links and routers cannot be read", e);
        }
        memory = new LinkMemory(links, System.currentTimeMillis());
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
            NetworkView next = build(System.currentTimeMillis());
            if (!next.equals(view)) {
                view = next;
                listeners.forEach(listener -> listener.accept(next));
            }
        } catch (RuntimeException e) {
            log.warn("The view of the network could not be rebuilt", e);
        }
    }

    private NetworkView build(long now) {
        Map<DeviceId, Boolean> switches = new TreeMap<>(Comparator.comparing(DeviceId::toString));
        for (Device device : deviceService.getDevices()) {
            switches.put(device.id(), deviceService.isAvailable(device.id()));
        }
        Set<Connection> active = StreamSupport.stream(linkService.getActiveLinks().spliterator(), false)
                .map(link -> Connection.of(link.src(), link.dst())).collect(Collectors.toSet());
        memory.observe(switches, active, this::isDown, now);
        if (!memory.isSettled(now) && (reconsidering == null || reconsidering.isDone())) {
            reconsidering = executor.schedule(this::refresh, RECONSIDER, TimeUnit.MILLISECONDS);
        }
        return domainService.domain().map(domain -> {
            Map<AnchorId, MacAddress> routers = uplinks.routers(IpAddress.Version.INET);
            Map<AnchorId, MacAddress> routers6 = uplinks.routers(IpAddress.Version.INET6);
            stores.survey().keep(memory.believed(), routers, routers6);
            Map<DeviceId, SwitchView> views = BelievedPaths.views(domain, switches.keySet(), memory, now);
            NetworkView next = NetworkView.of(Maps.transformEntries(views, this::withArpMoves), routers, routers6);
            return next.withTroubles(troubles(domain, next));
        }).orElse(NetworkView.EMPTY);
    }

    private SwitchView withArpMoves(DeviceId id, SwitchView seen) {
        return seen.withArpMoves(Optional.ofNullable(deviceService.getDevice(id))
                .flatMap(device -> DriverMoves.of(id, driverService)));
    }

    private Map<AnchorId, UplinkTrouble> troubles(Domain domain, NetworkView network) {
        return uplinks.observe(domain, network, this::isUp, now());
    }

    /** Steps of the wall clock are no time that has passed. */
    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** While a switch connects or leaves, ONOS has all of its ports for down: that says nothing. */
    private boolean isDown(ConnectPoint place) {
        Port port = deviceService.getPort(place);
        return port != null && !port.isEnabled()
                && deviceService.getPorts(place.deviceId()).stream().anyMatch(Port::isEnabled);
    }

    @Override
    public long uplinkRate(AnchorId anchor) {
        return domainService.domain().map(domain -> domain.anchors().get(anchor))
                .map(a -> UplinkRates.of(a, deviceService)).orElse(0L);
    }
}
