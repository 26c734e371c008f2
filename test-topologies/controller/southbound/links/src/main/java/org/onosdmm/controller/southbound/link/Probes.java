/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import com.google.common.base.Strings;
import org.onlab.packet.ChassisId;
import org.onlab.packet.Ethernet;
import org.onlab.packet.MacAddress;
import org.onlab.packet.ONOSLLDP;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.link.DefaultLinkDescription;
import org.onosproject.net.link.LinkDescription;
import org.onosproject.net.packet.DefaultOutboundPacket;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes probes and reads them, signed with the secret of this controller cluster. */
final class Probes {

    private static final long MAX_AGE_MILLIS = 2000; // an older one is a replay

    private final MacAddress source;
    private final String secret;

    /**
     * Creates probes.
     *
     * @param source the address that they come from: the fingerprint of the cluster
     * @param secret what they are signed with
     */
    Probes(MacAddress source, String secret) {
        this.source = source;
        this.secret = secret;
    }

    /** A probe for the neighbour of a port: goes to the next switch and no farther. */
    OutboundPacket direct(Device device, Port port) {
        return probe(device, port, Ethernet.TYPE_LLDP, MacAddress.ONOS_LLDP);
    }

    /** A probe that also crosses switches that are not ours. */
    OutboundPacket broadcast(Device device, Port port) {
        return probe(device, port, Ethernet.TYPE_BSN, MacAddress.BROADCAST);
    }

    private OutboundPacket probe(Device device, Port port, short type, MacAddress destination) {
        String description = Strings.nullToEmpty(port.annotations().value("portName"));
        ONOSLLDP lldp = ONOSLLDP.onosSecureLLDP(device.id().toString(), chassis(device),
                (int) port.number().toLong(), description, secret);
        Ethernet frame = new Ethernet();
        frame.setEtherType(type)
                .setDestinationMACAddress(destination)
                .setSourceMACAddress(source)
                .setPad(true)
                .setPayload(lldp);
        return new DefaultOutboundPacket(device.id(),
                DefaultTrafficTreatment.builder().setOutput(port.number()).build(),
                ByteBuffer.wrap(frame.serialize()));
    }

    private static ChassisId chassis(Device device) {
        return device.chassisId() == null ? new ChassisId() : device.chassisId();
    }

    /** True if the packet is a probe, of whomever. */
    static boolean isProbe(Ethernet frame) {
        return frame.getEtherType() == Ethernet.TYPE_LLDP || frame.getEtherType() == Ethernet.TYPE_BSN;
    }

    /** The link that a probe of ours has come across. Empty if it is not ours, or not genuine. */
    Optional<LinkDescription> read(InboundPacket packet) {
        Ethernet frame = packet.parsed();
        if (!frame.getSourceMAC().equals(source)) {
            return Optional.empty();
        }
        ONOSLLDP lldp = ONOSLLDP.parseONOSLLDP(frame);
        if (lldp == null || Strings.isNullOrEmpty(lldp.getDeviceString())
                || !ONOSLLDP.verify(lldp, secret, MAX_AGE_MILLIS)) {
            return Optional.empty();
        }
        ConnectPoint from = new ConnectPoint(DeviceId.deviceId(lldp.getDeviceString()),
                PortNumber.portNumber(lldp.getPort()));
        Link.Type type = frame.getEtherType() == Ethernet.TYPE_LLDP ? Link.Type.DIRECT : Link.Type.INDIRECT;
        return Optional.of(new DefaultLinkDescription(from, packet.receivedFrom(), type));
    }
}
