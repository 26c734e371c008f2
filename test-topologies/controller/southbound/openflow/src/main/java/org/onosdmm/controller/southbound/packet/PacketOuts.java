/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.packet;

import com.google.common.collect.ImmutableList;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFPacketOut;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFPort;

import java.nio.ByteBuffer;
import java.util.List;

/** Builds packet-out messages. */
final class PacketOuts {

    private static final int WHOLE_PACKET = 0xffff;

    private PacketOuts() {
    }

    /**
     * Builds one message that sends the packet to every output of the treatment, in order.
     *
     * @throws IllegalArgumentException if the treatment asks for anything but outputs: a stock ONOS leaves such
     *     instructions out without a word, so nothing may come to depend on them
     */
    static OFPacketOut build(OFFactory factory, OFPort inPort, TrafficTreatment treatment, byte[] frame) {
        return factory.buildPacketOut()
                .setBufferId(OFBufferId.NO_BUFFER)
                .setInPort(inPort)
                .setActions(outputs(factory, treatment))
                .setData(frame)
                .build();
    }

    private static List<OFAction> outputs(OFFactory factory, TrafficTreatment treatment) {
        ImmutableList.Builder<OFAction> actions = ImmutableList.builder();
        for (Instruction instruction : treatment.allInstructions()) {
            if (!(instruction instanceof OutputInstruction)) {
                throw new IllegalArgumentException("a packet-out can only output, not " + instruction);
            }
            OFPort port = SwitchIds.port(((OutputInstruction) instruction).port());
            actions.add(factory.actions().output(port, WHOLE_PACKET));
        }
        return actions.build();
    }

    /** The bytes between position and limit; a packet's buffer may be a part of a larger one. */
    static byte[] bytes(ByteBuffer buffer) {
        ByteBuffer view = buffer.duplicate();
        view.rewind();
        byte[] frame = new byte[view.remaining()];
        view.get(frame);
        return frame;
    }
}
