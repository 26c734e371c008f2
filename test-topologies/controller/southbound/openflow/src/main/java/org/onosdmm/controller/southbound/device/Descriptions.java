/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.device;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.ChassisId;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.AnnotationKeys;
import org.onosproject.net.DefaultAnnotations;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DefaultDeviceDescription;
import org.onosproject.net.device.DefaultPortDescription;
import org.onosproject.net.device.DefaultPortStatistics;
import org.onosproject.net.device.DeviceDescription;
import org.onosproject.net.device.PortDescription;
import org.onosproject.net.device.PortStatistics;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortFeatures;
import org.projectfloodlight.openflow.protocol.OFPortState;
import org.projectfloodlight.openflow.protocol.OFPortStatsEntry;
import org.projectfloodlight.openflow.protocol.OFPortStatus;

import java.util.List;
import java.util.Set;

/** Says in ONOS's words what a switch says about itself in OpenFlow's. */
final class Descriptions {

    private static final long KBPS_PER_MBPS = 1000;

    private Descriptions() {
    }

    /** Describes the switch itself. */
    static DeviceDescription device(OpenFlowSwitch sw) {
        DeviceId id = SwitchIds.device(sw.getDpid());
        DefaultAnnotations.Builder annotations = DefaultAnnotations.builder()
                .set(AnnotationKeys.PROTOCOL, sw.factory().getVersion().toString());
        if (sw.channelId() != null) {
            annotations.set(AnnotationKeys.CHANNEL_ID, sw.channelId());
            annotations.set(AnnotationKeys.MANAGEMENT_ADDRESS, sw.channelId().split(":")[0]);
        }
        String datapath = sw.datapathDescription();
        if (datapath != null && !datapath.isEmpty()) {
            annotations.set(AnnotationKeys.DATAPATH_DESCRIPTION, datapath);
        }
        return new DefaultDeviceDescription(id.uri(), sw.deviceType(), sw.manufacturerDescription(),
                sw.hardwareDescription(), sw.softwareDescription(), sw.serialNumber(),
                new ChassisId(sw.getId()), annotations.build());
    }

    /** Describes all ports of the switch. */
    static List<PortDescription> ports(OpenFlowSwitch sw) {
        return sw.getPorts().stream()
                .map(port -> port(port, isUp(port)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Describes the port that a status message is about. */
    static PortDescription port(OFPortStatus status) {
        return port(status.getDesc(), isUp(status.getDesc()));
    }

    private static PortDescription port(OFPortDesc port, boolean up) {
        return DefaultPortDescription.builder()
                .withPortNumber(namedPort(port))
                .isEnabled(up)
                .type(isFiber(port) ? Port.Type.FIBER : Port.Type.COPPER)
                .portSpeed(megabits(port))
                .annotations(DefaultAnnotations.builder()
                        .set(AnnotationKeys.PORT_NAME, port.getName())
                        .set(AnnotationKeys.PORT_MAC, port.getHwAddr().toString())
                        .build())
                .build();
    }

    private static PortNumber namedPort(OFPortDesc port) {
        PortNumber number = SwitchIds.port(port.getPortNo());
        return number.isLogical() ? number : PortNumber.portNumber(number.toLong(), port.getName());
    }

    private static boolean isUp(OFPortDesc port) {
        return !port.getState().contains(OFPortState.LINK_DOWN)
                && !port.getConfig().contains(OFPortConfig.PORT_DOWN);
    }

    private static boolean isFiber(OFPortDesc port) {
        return port.getCurr().contains(OFPortFeatures.PF_FIBER);
    }

    private static long megabits(OFPortDesc port) {
        return port.getCurrSpeed() / KBPS_PER_MBPS;
    }

    /** Translates counters; those of reserved ports are left out, as there is nothing to attach them to. */
    static Set<PortStatistics> statistics(DeviceId device, List<OFPortStatsEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.getPortNo().getPortNumber() >= 0)
                .map(entry -> statistics(device, entry))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static PortStatistics statistics(DeviceId device, OFPortStatsEntry entry) {
        return DefaultPortStatistics.builder()
                .setDeviceId(device)
                .setPort(SwitchIds.port(entry.getPortNo()))
                .setPacketsReceived(entry.getRxPackets().getValue())
                .setPacketsSent(entry.getTxPackets().getValue())
                .setBytesReceived(entry.getRxBytes().getValue())
                .setBytesSent(entry.getTxBytes().getValue())
                .setPacketsRxDropped(entry.getRxDropped().getValue())
                .setPacketsTxDropped(entry.getTxDropped().getValue())
                .setPacketsRxErrors(entry.getRxErrors().getValue())
                .setPacketsTxErrors(entry.getTxErrors().getValue())
                .setDurationSec(entry.getDurationSec())
                .setDurationNano(entry.getDurationNsec())
                .build();
    }
}
