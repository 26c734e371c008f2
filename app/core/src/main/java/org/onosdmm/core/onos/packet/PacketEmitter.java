/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.packet;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosdmm.core.packet.Frames;
import org.onosdmm.core.packet.NdpAnswers;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.packet.DefaultOutboundPacket;
import org.onosproject.net.packet.PacketService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.nio.ByteBuffer;

/**
 * Sends packets through ONOS. A packet that was held goes through the switch's own tables (OpenFlow 1.3.5, section
 * 7.3.7: output to OFPP_TABLE), so that it meets the same rules as the ones behind it.
 */
@Component(immediate = true, service = PacketsOut.class)
public class PacketEmitter implements PacketsOut {

    @Reference
    protected PacketService packetService;

    @Reference
    protected DomainService domainService;

    @Override
    public void release(HeldPacket packet) {
        emit(packet.port(), PortNumber.TABLE, packet.frame().duplicate(), packet.port().port());
    }

    @Override
    public void hand(HeldPacket packet, MobileNodeId node, ConnectPoint port) {
        domainService.domain().ifPresent(domain ->
                send(port, Frames.addressed(packet.frame(), domain.gatewayMac(), node.mac())));
    }

    @Override
    public void probe(MobileNodeId node, IpAddress address, ConnectPoint place) {
        ask(place, node, address);
    }

    @Override
    public void ask(ConnectPoint port, MobileNodeId node, IpAddress address) {
        domainService.domain().ifPresent(domain -> send(port, address.isIp4()
                ? ArpAnswers.probe(domain, node.mac(), address) : NdpAnswers.probe(domain, node.mac(), address)));
    }

    @Override
    public void send(ConnectPoint port, Ethernet frame) {
        send(port, Frames.serialized(frame));
    }

    @Override
    public void send(ConnectPoint port, ByteBuffer frame) {
        emit(port, port.port(), frame, null);
    }

    private void emit(ConnectPoint at, PortNumber output, ByteBuffer frame, PortNumber inPort) {
        packetService.emit(new DefaultOutboundPacket(at.deviceId(),
                DefaultTrafficTreatment.builder().setOutput(output).build(), frame, inPort));
    }
}
