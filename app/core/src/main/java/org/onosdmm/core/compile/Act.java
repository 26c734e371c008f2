/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.ARP;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.ArpMoves;
import org.onosdmm.core.model.PathGroup;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instructions;

/**
 * The few things that rules of this app do.
 */
final class Act {

    private Act() {
    }

    static TrafficTreatment drop() {
        return DefaultTrafficTreatment.builder().drop().build();
    }

    static TrafficTreatment punt() {
        return DefaultTrafficTreatment.builder().punt().build();
    }

    static TrafficTreatment go(int table) {
        return DefaultTrafficTreatment.builder().transition(table).build();
    }

    static TrafficTreatment output(PortNumber port) {
        return DefaultTrafficTreatment.builder().setOutput(port).build();
    }

    static TrafficTreatment group(PathGroup group) {
        return DefaultTrafficTreatment.builder().group(new GroupId(group.id())).build();
    }

    /** Steers: gives the packet a locator and hands it to the attach table. */
    static TrafficTreatment steer(Locator locator) {
        return DefaultTrafficTreatment.builder().setEthDst(locator.mac()).transition(Pipeline.ATTACH).build();
    }

    /** Gives the packet another source address, of the same family. */
    static TrafficTreatment.Builder from(IpAddress address) {
        return DefaultTrafficTreatment.builder().add(address.isIp4() ? Instructions.modL3Src(address)
                : Instructions.modL3IPv6Src(address));
    }

    /** Gives the packet another destination address, of the same family. */
    static TrafficTreatment.Builder to(IpAddress address) {
        return DefaultTrafficTreatment.builder().add(address.isIp4() ? Instructions.modL3Dst(address)
                : Instructions.modL3IPv6Dst(address));
    }

    /** Sends on to another edge: gives the packet the locator there. */
    static TrafficTreatment onto(Locator locator) {
        return DefaultTrafficTreatment.builder().setEthDst(locator.mac()).transition(Pipeline.TRANSIT).build();
    }

    /** Steers, and shows the packet to the controller. */
    static TrafficTreatment copyAndSteer(Locator locator) {
        return DefaultTrafficTreatment.builder().punt().setEthDst(locator.mac())
                .transition(Pipeline.ATTACH).build();
    }

    /** Shows a question by ARP to the controller, turns it into its answer, and sends that back. */
    static TrafficTreatment copyAndAnswer(IpAddress address, MacAddress mac, ArpMoves moves, DeviceId device) {
        return DefaultTrafficTreatment.builder().punt()
                .extension(moves.ethernet(), device).setEthSrc(mac)
                .setArpOp(ARP.OP_REPLY)
                .extension(moves.hardware(), device).setArpSha(mac)
                .extension(moves.protocol(), device).setArpSpa(address)
                .setOutput(PortNumber.IN_PORT).build();
    }
}
