/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.onlab.util.Tools.groupedThreads;

/**
 * A port that goes up, or whose switch comes back, may have a node behind it that only listens. The nodes that have
 * vanished are asked for there, the latest first; who is there answers, and that is evidence. They are asked for more
 * than once: the old port may go down a little after the new one has come up, or be reported later, and a host may need
 * a moment until it answers.
 *
 * <p>The questions go to their own MAC addresses. Afterwards everybody at the port is asked for their addresses:
 * somebody may have one by now under another MAC address (a replaced interface, a virtual machine made anew), and is
 * asked until it can be his. At one port, and to everybody, a bounded number of questions a second is asked.
 */
@Component(immediate = true, service = PortWatch.class)
public class PortWatch {

    /** Nodes that are asked for at one port at most. */
    private static final int ASKED = 64;
    /** When they are asked for, ms after the port was seen to be up. */
    private static final ImmutableList<Long> WHEN = ImmutableList.of(0L, 100L, 500L, 2_000L);
    /** Everybody is asked every so often, ms: as often as is looked who has an address that two nodes claim. */
    private static final long AGAIN = 5_000;
    /** So many times at most. */
    private static final int TIMES = 16;
    /** Questions a second at one port, and to everybody at all ports; as many may be asked at once. */
    private static final int RATE = 200;
    private static final int RATE_OF_ALL = 1_000;

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected Engines engines;

    @Reference
    protected PacketsOut packets;

    private final DeviceListener listener = this::heard;
    private final PuntLimits<ConnectPoint> limits = new PuntLimits<>(this::nanos, RATE);
    private final PuntLimits<String> limit = new PuntLimits<>(this::nanos, RATE_OF_ALL);
    /** The addresses that everybody is asked for, by port; the newest series at a port is the one that goes on. */
    private final Map<ConnectPoint, Set<IpAddress>> series = new HashMap<>();
    private ScheduledExecutorService executor;

    /** Starts. */
    @Activate
    public void activate() {
        executor = Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "ports", log));
        deviceService.addListener(listener);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        deviceService.removeListener(listener);
        executor.shutdownNow();
    }

    private void heard(DeviceEvent event) {
        DeviceId device = event.subject().id();
        switch (event.type()) {
            case PORT_ADDED:
            case PORT_UPDATED:
                if (event.port().isEnabled()) {
                    up(() -> Stream.of(new ConnectPoint(device, event.port().number())));
                }
                break;
            case DEVICE_ADDED:
            case DEVICE_AVAILABILITY_CHANGED:
                up(() -> deviceService.getPorts(device).stream().filter(Port::isEnabled)
                        .map(port -> new ConnectPoint(device, port.number())));
                break;
            default:
                break;
        }
    }

    /** Does something a little later, one thing after the other; ms. */
    protected void schedule(Runnable task, long delay) {
        if (!executor.isShutdown()) {
            executor.schedule(() -> guarded(task), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (!executor.isShutdown()) {
                log.warn("Nodes that have vanished could not be asked for", e);
            }
        }
    }

    /** The time by which questions are bounded, ns. */
    protected long nanos() {
        return System.nanoTime();
    }

    private void up(Supplier<Stream<ConnectPoint>> ports) {
        WHEN.forEach(delay -> schedule(() -> ports.get().forEach(this::ask), delay));
        schedule(() -> ports.get().forEach(this::askEverybody), WHEN.get(WHEN.size() - 1));
    }

    private ImmutableList<NodeState> vanished() {
        return engines.mobility().states().stream()
                .filter(state -> state.binding().absentSince().isPresent())
                .sorted(Comparator.comparing((NodeState s) -> s.binding().absentSince().get()).reversed())
                .limit(ASKED).collect(ImmutableList.toImmutableList());
    }

    private void ask(ConnectPoint port) {
        if (engines.mobility().isAccess(port)) {
            vanished().forEach(state -> state.binding().addresses().stream().filter(address -> limits.allow(port))
                    .forEach(address -> packets.ask(port, state.node(), address)));
        }
    }

    private void askEverybody(ConnectPoint port) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        series.put(port, addresses);
        askEverybody(port, addresses, 0);
    }

    /** Asks for addresses whose holders are away, or have lost them since the first time. */
    private void askEverybody(ConnectPoint port, Set<IpAddress> addresses, int times) {
        MobilityEngine engine = engines.mobility();
        Optional<Domain> domain = engine.domain().filter(d -> engine.isAccess(port));
        if (series.get(port) != addresses || !domain.isPresent()) {
            return;
        }
        vanished().forEach(state -> addresses.addAll(state.binding().addresses()));
        addresses.removeIf(address -> !domain.get().homeOf(address).isPresent() || engine.holder(address)
                .flatMap(engine::state).filter(state -> !state.binding().absentSince().isPresent()).isPresent());
        addresses.stream().filter(address -> limits.allow(port) && limit.allow("everybody"))
                .forEach(address -> packets.send(port, ArpSearch.question(domain.get(), address)));
        if (times < Math.min(TIMES, domain.get().timers().addressHold() / AGAIN + 2)) {
            schedule(() -> askEverybody(port, addresses, times + 1), AGAIN);
        } else {
            series.remove(port);
        }
    }
}
