/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.onlab.util.Tools.groupedThreads;

/**
 * A port that goes up, or whose switch comes back, may have a node behind it that only listens. The nodes that have
 * vanished are asked for there, the latest first; who is there answers, and that is evidence. They are asked for more
 * than once: the old port may go down a little after the new one has come up, or be reported later, and a host may need
 * a moment until it answers.
 */
@Component(immediate = true, service = PortWatch.class)
public class PortWatch {

    /** Nodes that are asked for at one port at most. */
    private static final int ASKED = 64;
    /** When they are asked for, ms after the port was seen to be up. */
    private static final ImmutableList<Long> WHEN = ImmutableList.of(0L, 100L, 500L, 2_000L);

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected Engines engines;

    @Reference
    protected PacketsOut packets;

    private final DeviceListener listener = this::heard;
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
                    enqueue(() -> ask(new ConnectPoint(device, event.port().number())));
                }
                break;
            case DEVICE_ADDED:
            case DEVICE_AVAILABILITY_CHANGED:
                enqueue(() -> deviceService.getPorts(device).stream().filter(Port::isEnabled)
                        .forEach(port -> ask(new ConnectPoint(device, port.number()))));
                break;
            default:
                break;
        }
    }

    private void enqueue(Runnable task) {
        if (!executor.isShutdown()) {
            WHEN.forEach(delay -> executor.schedule(task, delay, TimeUnit.MILLISECONDS));
        }
    }

    private void ask(ConnectPoint port) {
        if (engines.mobility().isAccess(port)) {
            engines.mobility().states().stream()
                    .filter(state -> state.binding().absentSince().isPresent())
                    .sorted(Comparator.comparing((NodeState s) -> s.binding().absentSince().get()).reversed())
                    .limit(ASKED)
                    .forEach(state -> state.binding().addresses().forEach(address ->
                            packets.ask(port, state.node(), address)));
        }
    }
}
