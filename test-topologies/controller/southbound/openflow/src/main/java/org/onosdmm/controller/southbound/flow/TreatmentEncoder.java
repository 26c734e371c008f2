/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableList;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.ExtensionInstructionWrapper;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.util.List;
import java.util.function.Function;

/** Encodes what a rule does, in the order in which a switch executes it. */
final class TreatmentEncoder {

    private TreatmentEncoder() {
    }

    /**
     * Encodes all that a rule does.
     *
     * @throws UnsupportedRuleException if there is one that cannot be encoded
     */
    static List<OFInstruction> encode(OFFactory factory, FlowRule rule, Extensions extensions) {
        TrafficTreatment treatment = rule.treatment();
        Function<Instruction, OFAction> encoder = instruction -> instruction instanceof ExtensionInstructionWrapper
                ? extensions.encode(factory, rule.deviceId(),
                        ((ExtensionInstructionWrapper) instruction).extensionInstruction())
                : ActionEncoder.encode(factory, instruction);
        if (!treatment.meters().isEmpty()) {
            throw new UnsupportedRuleException("meters are not supported");
        }
        if (treatment.statTrigger() != null) {
            throw new UnsupportedRuleException("statistics triggers are not supported");
        }
        ImmutableList.Builder<OFInstruction> instructions = ImmutableList.builder();
        List<OFAction> immediate = actions(encoder, treatment.immediate());
        if (!immediate.isEmpty()) {
            instructions.add(factory.instructions().applyActions(immediate));
        }
        if (treatment.clearedDeferred()) {
            instructions.add(factory.instructions().clearActions());
        }
        List<OFAction> deferred = actions(encoder, treatment.deferred());
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

    private static List<OFAction> actions(Function<Instruction, OFAction> encoder, List<Instruction> list) {
        ImmutableList.Builder<OFAction> actions = ImmutableList.builder();
        for (Instruction instruction : list) {
            if (instruction.type() != Instruction.Type.NOACTION) {
                actions.add(encoder.apply(instruction));
            }
        }
        return actions.build();
    }
}
