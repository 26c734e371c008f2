/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.packet;

import org.onlab.packet.Ethernet;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.packet.DefaultInboundPacket;
import org.onosproject.net.packet.DefaultOutboundPacket;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;
import org.onosproject.net.packet.PacketProvider;
import org.onosproject.net.packet.PacketProviderRegistry;
import org.onosproject.net.packet.PacketProviderService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowPacketContext;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.PacketListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.types.OFPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;

/**
 * Hands packets that switches send up to ONOS, and sends ONOS's own packets out.
 *
 * <p>Packets run through ONOS's packet processors on the thread that read them from the channel: no hop in between.
 */
@Component(immediate = true)
public class OpenFlowPacketProvider extends AbstractProvider implements PacketProvider {

    private static final int LISTENER_PRIORITY = 20; // what a stock ONOS uses; only one of its kind
    private static final Logger LOG = LoggerFactory.getLogger(OpenFlowPacketProvider.class);

    @Reference
    protected PacketProviderRegistry registry;

    @Reference
    protected OpenFlowController controller;

    private final PacketListener listener = this::onPacket;
    private volatile PacketProviderService service;

    /** Created by the component runtime. */
    public OpenFlowPacketProvider() {
        super(SwitchIds.PROVIDER);
    }

    @Activate
    protected void activate() {
        service = registry.register(this);
        controller.addPacketListener(LISTENER_PRIORITY, listener);
        LOG.info("Started");
    }

    @Deactivate
    protected void deactivate() {
        controller.removePacketListener(listener);
        registry.unregister(this);
        service = null;
        LOG.info("Stopped");
    }

    @Override
    public void emit(OutboundPacket packet) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(packet.sendThrough()));
        if (sw == null) {
            LOG.warn("Packet for {} not sent: the switch is not connected", packet.sendThrough());
            return;
        }
        OFPort inPort = packet.inPort() == null ? OFPort.CONTROLLER : SwitchIds.port(packet.inPort());
        try {
            sw.sendMsg(PacketOuts.build(sw.factory(), inPort, packet.treatment(),
                    PacketOuts.bytes(packet.data())));
        } catch (IllegalArgumentException e) {
            LOG.warn("Packet for {} not sent: {}", packet.sendThrough(), e.getMessage());
        }
    }

    /**
     * The frame as ONOS's parsers read it; null for one that they reject, as in a stock ONOS. They throw more than they
     * say, and no host must be able to end a control channel by a frame.
     */
    private static Ethernet parsed(OpenFlowPacketContext packet) {
        try {
            return packet.parsed();
        } catch (RuntimeException e) {
            LOG.debug("A frame from {} cannot be read: {}", packet.dpid(), e.toString());
            return null;
        }
    }

    private void onPacket(OpenFlowPacketContext packet) {
        PacketProviderService current = service;
        OpenFlowSwitch sw = controller.getSwitch(packet.dpid());
        if (current == null || sw == null) {
            return;
        }
        DeviceId device = SwitchIds.device(packet.dpid());
        ByteBuffer frame = ByteBuffer.wrap(packet.unparsed());
        ConnectPoint heardOn = new ConnectPoint(device, PortNumber.portNumber(packet.inPort()));
        InboundPacket in = new DefaultInboundPacket(heardOn, parsed(packet), frame, packet.cookie());
        OutboundPacket out = new DefaultOutboundPacket(device, null, frame.duplicate());
        current.processPacket(
                new SwitchPacketContext(System.currentTimeMillis(), in, out, packet.isHandled(), sw));
    }
}
