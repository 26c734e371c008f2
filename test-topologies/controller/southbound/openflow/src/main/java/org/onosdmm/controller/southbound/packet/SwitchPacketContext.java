/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.packet;

import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.packet.DefaultPacketContext;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A packet that came in, and the one chance to send it on from the switch it came from. */
final class SwitchPacketContext extends DefaultPacketContext {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchPacketContext.class);

    private final OpenFlowSwitch sw;

    SwitchPacketContext(long time, InboundPacket in, OutboundPacket out, boolean blocked, OpenFlowSwitch sw) {
        super(time, in, out, blocked);
        this.sw = sw;
    }

    @Override
    public void send() {
        if (block()) {
            return; // somebody has dealt with it already
        }
        TrafficTreatment treatment = treatmentBuilder().build();
        try {
            sw.sendMsg(PacketOuts.build(sw.factory(), SwitchIds.port(inPacket().receivedFrom().port()),
                    treatment, PacketOuts.bytes(outPacket().data())));
        } catch (IllegalArgumentException e) {
            LOG.warn("Packet from {} not sent: {}", inPacket().receivedFrom(), e.getMessage());
        }
    }
}
