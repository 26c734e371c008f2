/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.ExtensionInstructionWrapper;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModIPInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The checks of a treatment when a rule or a group arrives: everything in it is known, a set-field has its
 * prerequisites in the match, a goto leads on (OpenFlow 1.3.5 sections 5.9, 5.12, A.2.5).
 */
final class TreatmentCheck {
    private static final Set<PortNumber> UNKNOWN_PORTS =
            Set.of(PortNumber.NORMAL, PortNumber.LOCAL, PortNumber.ANY, PortNumber.TABLE);

    private TreatmentCheck() {
    }

    /** Throws an exception that names what a switch with these groups would refuse in the rule. */
    static void check(FlowRule rule, Match match, IntPredicate hasGroup) {
        TrafficTreatment treatment = rule.treatment();
        checkNoMeter(treatment);
        checkActions(treatment.immediate(), match, hasGroup);
        checkActions(treatment.deferred(), match, hasGroup);
        if (treatment.tableTransition() != null) {
            int next = treatment.tableTransition().tableId();
            if (next <= Rules.tableOf(rule) || next >= FlowTables.COUNT) {
                throw new FlowModException(FlowModException.Kind.BAD_TABLE,
                        "goto " + next + " in table " + Rules.tableOf(rule));
            }
        }
    }

    /** Throws an exception that names what a switch with these groups would refuse in a bucket. */
    static void checkBucket(TrafficTreatment treatment, IntPredicate hasGroup) {
        checkNoMeter(treatment);
        checkActionsOnly(treatment);
        treatment.allInstructions().forEach(instruction -> checkAction(instruction, hasGroup));
    }

    /** A packet-out has a list of actions and no instructions (section A.3.7), and may name the port TABLE. */
    static void checkPacketOut(TrafficTreatment treatment, IntPredicate hasGroup) {
        checkNoMeter(treatment);
        checkActionsOnly(treatment);
        for (Instruction instruction : treatment.allInstructions()) {
            if (!isOutput(instruction, PortNumber.TABLE)) {
                checkAction(instruction, hasGroup);
            }
        }
    }

    /** Throws an exception that names the first instruction that is not an output. */
    static void checkOutputsOnly(TrafficTreatment treatment) {
        checkActionsOnly(treatment);
        for (Instruction instruction : treatment.allInstructions()) {
            if (instruction.type() != Instruction.Type.OUTPUT) {
                throw unsupported(instruction + " in a packet-out of ONOS, which sends outputs only");
            }
        }
    }

    private static void checkNoMeter(TrafficTreatment treatment) {
        if (!treatment.meters().isEmpty()) {
            throw unsupported(treatment.meters());
        }
        if (treatment.statTrigger() != null) {
            throw unsupported(treatment.statTrigger());
        }
    }

    private static void checkActionsOnly(TrafficTreatment treatment) {
        if (treatment.tableTransition() != null || treatment.writeMetadata() != null || treatment.clearedDeferred()) {
            throw unsupported("something that is not an action: " + treatment);
        }
    }

    private static void checkActions(List<Instruction> actions, Match match, IntPredicate hasGroup) {
        for (Instruction action : actions) {
            checkAction(action, hasGroup);
            checkPrerequisites(action, match);
            if (action.type() == Instruction.Type.NOACTION && actions.size() > 1) {
                throw new FlowModException(FlowModException.Kind.BAD_MATCH, "a drop among other actions: " + actions);
            }
        }
    }

    private static void checkAction(Instruction action, IntPredicate hasGroup) {
        switch (action.type()) {
            case NOACTION:
                return;
            case OUTPUT:
                if (UNKNOWN_PORTS.contains(((OutputInstruction) action).port())) {
                    throw unsupported(action);
                }
                return;
            case GROUP:
                if (!hasGroup.test(((GroupInstruction) action).groupId().id())) {
                    throw new FlowModException(FlowModException.Kind.BAD_GROUP, "no such group: " + action);
                }
                return;
            default:
                if (!isKnownChange(action)) {
                    throw unsupported(action);
                }
                checkVersion(action);
        }
    }

    private static boolean isKnownChange(Instruction action) {
        switch (action.type()) {
            case L2MODIFICATION:
                switch (((L2ModificationInstruction) action).subtype()) {
                    case ETH_SRC:
                    case ETH_DST:
                        return true;
                    default:
                        return false;
                }
            case L3MODIFICATION:
                switch (((L3ModificationInstruction) action).subtype()) {
                    case IPV4_SRC:
                    case IPV4_DST:
                    case IPV6_SRC:
                    case IPV6_DST:
                    case DEC_TTL:
                    case ARP_OP:
                    case ARP_SHA:
                    case ARP_SPA:
                        return true;
                    default:
                        return false;
                }
            case EXTENSION:
                return ((ExtensionInstructionWrapper) action).extensionInstruction() instanceof FieldMove;
            default:
                return action.type() == Instruction.Type.L4MODIFICATION;
        }
    }

    private static void checkPrerequisites(Instruction action, Match match) {
        if (action.type() == Instruction.Type.L3MODIFICATION) {
            boolean ipv4 = match.isExactly(Field.ETH_TYPE, EtherTypes.IPV4);
            boolean ipv6 = match.isExactly(Field.ETH_TYPE, EtherTypes.IPV6);
            boolean arp = match.isExactly(Field.ETH_TYPE, EtherTypes.ARP);
            String name = ((L3ModificationInstruction) action).subtype().name();
            boolean met = name.startsWith("IPV4") ? ipv4 : name.startsWith("IPV6") ? ipv6
                    : name.startsWith("ARP") ? arp : ipv4 || ipv6;
            require(met, action, "a match on the Ethernet type");
        } else if (action.type() == Instruction.Type.EXTENSION) {
            require(match.isExactly(Field.ETH_TYPE, EtherTypes.ARP)
                    || ((ExtensionInstructionWrapper) action).extensionInstruction() == FieldMove.ETHERNET,
                    action, "a match on the Ethernet type");
        } else if (action.type() == Instruction.Type.L4MODIFICATION) {
            boolean tcp = ((L4ModificationInstruction) action).subtype().name().startsWith("TCP");
            long protocol = tcp ? IpProtocols.TCP : IpProtocols.UDP;
            require(match.isExactly(Field.IP_PROTO, protocol), action, "a match on the IP protocol");
        }
    }

    /** ONOS's setIpSrc and setIpDst say IPv4 whatever the address: ONOS's provider then fails to build the message. */
    private static void checkVersion(Instruction action) {
        if (!(action instanceof ModIPInstruction)) {
            return;
        }
        ModIPInstruction change = (ModIPInstruction) action;
        if (change.ip().isIp4() != change.subtype().name().startsWith("IPV4")) {
            throw new FlowModException(FlowModException.Kind.BAD_MATCH, "address of the wrong version: " + action);
        }
    }

    private static void require(boolean met, Instruction action, String what) {
        if (!met) {
            throw new FlowModException(FlowModException.Kind.BAD_PREREQUISITE, action + " needs " + what);
        }
    }

    static boolean isOutput(Instruction instruction, PortNumber port) {
        return instruction.type() == Instruction.Type.OUTPUT && ((OutputInstruction) instruction).port().equals(port);
    }

    private static FlowModException unsupported(Object what) {
        return new FlowModException(FlowModException.Kind.UNSUPPORTED, "instruction " + what);
    }
}
