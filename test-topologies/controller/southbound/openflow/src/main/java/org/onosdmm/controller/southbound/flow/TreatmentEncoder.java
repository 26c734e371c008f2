/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableList;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.util.List;

/** Encodes what a rule does, in the order in which a switch executes it. */
final class TreatmentEncoder {

    private TreatmentEncoder() {
    }

    /**
     * Encodes all instructions of a treatment.
     *
     * @throws UnsupportedRuleException if there is one that cannot be encoded
     */
    static List<OFInstruction> encode(OFFactory factory, TrafficTreatment treatment) {
        if (!treatment.meters().isEmpty()) {
            throw new UnsupportedRuleException("meters are not supported");
        }
        if (treatment.statTrigger() != null) {
            throw new UnsupportedRuleException("statistics triggers are not supported");
        }
        ImmutableList.Builder<OFInstruction> instructions = ImmutableList.builder();
        List<OFAction> immediate = actions(factory, treatment.immediate());
        if (!immediate.isEmpty()) {
            instructions.add(factory.instructions().applyActions(immediate));
        }
        if (treatment.clearedDeferred()) {
            instructions.add(factory.instructions().clearActions());
        }
        List<OFAction> deferred = actions(factory, treatment.deferred());
        if (!deferred.isEmpty()) {
            instructions.add(factory.instructions().writeActions(deferred));
        }
        if (treatment.writeMetadata() != null) {
            instructions.add(factory.instructions().writeMetadata(
                    U64.of(treatment.writeMetadata().metadata()),
                    U64.of(treatment.writeMetadata().metadataMask())));
        }
        if (treatment.tableTransition() != null) {
            instructions.add(factory.instructions().gotoTable(TableId.of(treatment.tableTransition().tableId())));
        }
        return instructions.build();
    }

    private static List<OFAction> actions(OFFactory factory, List<Instruction> list) {
        ImmutableList.Builder<OFAction> actions = ImmutableList.builder();
        for (Instruction instruction : list) {
            if (instruction.type() != Instruction.Type.NOACTION) {
                actions.add(ActionEncoder.encode(factory, instruction));
            }
        }
        return actions.build();
    }
}
