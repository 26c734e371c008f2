/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.Ethernet;
import org.onlab.packet.MacAddress;
import org.onlab.util.Tools;
import org.onosproject.cluster.ClusterMetadata;
import org.onosproject.cluster.ClusterMetadataService;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.mastership.MastershipService;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.LinkKey;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.link.DefaultLinkDescription;
import org.onosproject.net.link.LinkDescription;
import org.onosproject.net.link.LinkProvider;
import org.onosproject.net.link.LinkProviderRegistry;
import org.onosproject.net.link.LinkProviderService;
import org.onosproject.net.link.ProbedLinkProvider;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketPriority;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.net.provider.ProviderId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Finds links: sends a probe out of every port that is up, and sees where it comes in.
 *
 * <p>A port that has just come up is probed often, then every now and then. A link goes when one of its ports or
 * switches goes, and when no probe has come across it for a while.
 */
@Component(immediate = true)
public class LldpLinkProvider extends AbstractProvider implements ProbedLinkProvider, LinkProvider {

    private static final ProviderId ID = new ProviderId("lldp", "org.onosproject.provider.lldp");
    private static final List<TrafficSelector> WANTED = ImmutableList.of(
            DefaultTrafficSelector.builder().matchEthType(Ethernet.TYPE_LLDP).build(),
            DefaultTrafficSelector.builder().matchEthType(Ethernet.TYPE_BSN).build());
    private static final long TICK_MILLIS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(LldpLinkProvider.class);

    @Reference
    protected CoreService coreService;

    @Reference
    protected LinkProviderRegistry registry;

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected MastershipService mastershipService;

    @Reference
    protected PacketService packetService;

    @Reference
    protected ClusterMetadataService clusterMetadataService;

    private final PacketProcessor processor = this::onPacket;
    private final DeviceListener deviceListener = this::onDevice;
    private final ProbePlan plan = new ProbePlan();
    private final LinkAges ages = new LinkAges();
    private ApplicationId app;
    private Probes probes;
    private ScheduledExecutorService worker;
    private volatile LinkProviderService service;

    /** Created by the component runtime. */
    public LldpLinkProvider() {
        super(ID);
    }

    @Activate
    protected void activate() {
        app = coreService.registerApplication(ID.id());
        ClusterMetadata cluster = clusterMetadataService.getClusterMetadata();
        probes = new Probes(
                MacAddress.valueOf(ProbedLinkProvider.fingerprintMac(cluster)), cluster.getClusterSecret());
        worker = Executors.newSingleThreadScheduledExecutor(Tools.groupedThreads("onos/link", "lldp-%d", LOG));
        service = registry.register(this);
        deviceService.addListener(deviceListener);
        packetService.addProcessor(processor, PacketProcessor.advisor(0));
        WANTED.forEach(selector -> packetService.requestPackets(selector, PacketPriority.CONTROL, app));
        worker.execute(() -> deviceService.getAvailableDevices().forEach(this::startProbing));
        worker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        LOG.info("Started");
    }

    @Deactivate
    protected void deactivate() {
        WANTED.forEach(selector -> packetService.cancelPackets(selector, PacketPriority.CONTROL, app));
        packetService.removeProcessor(processor);
        deviceService.removeListener(deviceListener);
        worker.shutdownNow();
        registry.unregister(this);
        service = null;
        LOG.info("Stopped");
    }

    private void onPacket(PacketContext context) {
        Ethernet frame = context.inPacket().parsed();
        LinkProviderService current = service;
        if (context.isHandled() || current == null || frame == null || !Probes.isProbe(frame)) {
            return;
        }
        probes.read(context.inPacket()).ifPresent(link -> {
            context.block();
            boolean first = ages.seen(LinkKey.linkKey(link.src(), link.dst()), System.nanoTime());
            detected(current, link);
            if (first && !ages.isAlive(LinkKey.linkKey(link.dst(), link.src()))) {
                plan.restart(link.dst(), System.nanoTime()); // the way back should be found just as fast
            }
        });
    }

    private static void detected(LinkProviderService service, LinkDescription link) {
        try {
            service.linkDetected(link);
        } catch (IllegalStateException e) {
            LOG.debug("Link {} is not wanted: {}", link, e.getMessage());
        }
    }

    private void onDevice(DeviceEvent event) {
        Device device = event.subject();
        switch (event.type()) {
            case DEVICE_ADDED:
            case DEVICE_AVAILABILITY_CHANGED:
                worker.execute(() -> deviceChanged(device));
                break;
            case DEVICE_REMOVED:
            case DEVICE_SUSPENDED:
                worker.execute(() -> gone(device.id()));
                break;
            case PORT_ADDED:
            case PORT_UPDATED:
                worker.execute(() -> portChanged(device, event.port()));
                break;
            case PORT_REMOVED:
                worker.execute(() -> gone(new ConnectPoint(device.id(), event.port().number())));
                break;
            default:
                break;
        }
    }

    private void deviceChanged(Device device) {
        if (deviceService.isAvailable(device.id())) {
            startProbing(device);
        } else {
            gone(device.id());
        }
    }

    private void startProbing(Device device) {
        deviceService.getPorts(device.id()).forEach(port -> portChanged(device, port));
    }

    private void portChanged(Device device, Port port) {
        ConnectPoint place = new ConnectPoint(device.id(), port.number());
        if (port.number().isLogical()) {
            return;
        }
        if (port.isEnabled()) {
            plan.start(place, System.nanoTime());
            tick();
        } else {
            gone(place);
        }
    }

    private void gone(ConnectPoint place) {
        plan.stop(place);
        ages.forget(place);
        service.linksVanished(place);
    }

    private void gone(DeviceId device) {
        plan.stop(device);
        ages.forget(device);
        service.linksVanished(device);
    }

    /** Sends the probes that are due and drops the links that have grown stale. */
    private void tick() {
        try {
            long now = System.nanoTime();
            plan.due(now).forEach(this::probe);
            ages.stale(now).forEach(this::vanished);
        } catch (RuntimeException e) { // a tick that throws would be the last one
            LOG.warn("Probing for links failed: {}", e.toString());
        }
    }

    private void probe(ConnectPoint place) {
        Device device = deviceService.getDevice(place.deviceId());
        Port port = deviceService.getPort(place);
        if (device != null && port != null && mastershipService.isLocalMaster(place.deviceId())) {
            packetService.emit(probes.direct(device, port));
            packetService.emit(probes.broadcast(device, port));
        }
    }

    private void vanished(LinkKey link) {
        LOG.info("No probe came across {} any more", link);
        service.linkVanished(new DefaultLinkDescription(link.src(), link.dst(), Link.Type.DIRECT));
    }
}
