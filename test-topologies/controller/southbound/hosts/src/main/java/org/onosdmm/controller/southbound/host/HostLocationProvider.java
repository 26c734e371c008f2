/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import org.onlab.packet.Ethernet;
import org.onlab.util.PredictableExecutor;
import org.onlab.util.Tools;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Host;
import org.onosproject.net.HostId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.config.NetworkConfigRegistry;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.host.DefaultHostDescription;
import org.onosproject.net.host.HostProvider;
import org.onosproject.net.host.HostProviderRegistry;
import org.onosproject.net.host.HostProviderService;
import org.onosproject.net.host.HostService;
import org.onosproject.net.link.LinkService;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketPriority;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.net.provider.ProviderId;
import org.onosproject.net.topology.TopologyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns where hosts are, from ARP and from any other packet of theirs that reaches the controller.
 *
 * <p>It asks for ARP only, and learns nothing at ports where the network configuration says so. Hosts go when their
 * port or their switch goes down, and when the port they were seen on turns out to lead to another switch.
 */
@Component(immediate = true)
public class HostLocationProvider extends AbstractProvider implements HostProvider {

    private static final ProviderId ID = new ProviderId("of", "org.onosproject.provider.host");
    private static final TrafficSelector ARP =
            DefaultTrafficSelector.builder().matchEthType(Ethernet.TYPE_ARP).build();
    private static final Logger LOG = LoggerFactory.getLogger(HostLocationProvider.class);

    @Reference
    protected CoreService coreService;

    @Reference
    protected HostProviderRegistry registry;

    @Reference
    protected PacketService packetService;

    @Reference
    protected TopologyService topologyService;

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected LinkService linkService;

    @Reference
    protected HostService hostService;

    @Reference
    protected NetworkConfigRegistry networkConfig;

    private final PacketProcessor processor = this::onPacket;
    private ApplicationId app;
    private PredictableExecutor workers;
    private AttachmentWatch watch;
    private LearningSwitch learning;
    private volatile HostProviderService service;

    /** Created by the component runtime. */
    public HostLocationProvider() {
        super(ID);
    }

    @Activate
    protected void activate() {
        app = coreService.registerApplication(ID.id());
        workers = new PredictableExecutor(0, Tools.groupedThreads("onos/host-loc-provider", "packet-worker-%d", LOG));
        learning = new LearningSwitch(networkConfig);
        learning.start();
        service = registry.register(this);
        watch = new AttachmentWatch(deviceService, linkService, hostService, service);
        watch.start();
        packetService.addProcessor(processor, PacketProcessor.advisor(1));
        packetService.requestPackets(ARP, PacketPriority.CONTROL, app);
        LOG.info("Started");
    }

    @Deactivate
    protected void deactivate() {
        packetService.cancelPackets(ARP, PacketPriority.CONTROL, app);
        packetService.removeProcessor(processor);
        watch.stop();
        workers.shutdown();
        registry.unregister(this);
        learning.stop();
        service = null;
        LOG.info("Stopped");
    }

    @Override
    public void triggerProbe(Host host) {
        // a stock ONOS does not probe here either
    }

    private void onPacket(PacketContext context) {
        Ethernet packet = context.inPacket().parsed();
        ConnectPoint heardOn = context.inPacket().receivedFrom();
        if (packet == null || heardOn.port().isLogical()) {
            return;
        }
        // The host store may have to ask other nodes. The processors after us must not wait for that.
        Sighting.of(packet).ifPresent(sighting ->
                workers.execute(() -> learn(sighting, heardOn), sighting.host().hashCode()));
    }

    private void learn(Sighting sighting, ConnectPoint heardOn) {
        HostProviderService current = service;
        if (current == null || topologyService.isInfrastructure(topologyService.currentTopology(), heardOn)
                || learning.isOff(heardOn)) {
            return;
        }
        HostId host = sighting.host();
        HostLocation location = new HostLocation(heardOn, System.currentTimeMillis());
        try {
            current.hostDetected(host, new DefaultHostDescription(host.mac(), host.vlanId(), location,
                    sighting.addresses()), false);
        } catch (IllegalStateException e) {
            LOG.debug("Host {} is not wanted: {}", host, e.getMessage());
        }
    }
}
