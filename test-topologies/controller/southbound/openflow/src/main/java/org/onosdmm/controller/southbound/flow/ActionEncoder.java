/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.flow.instructions.Instructions.SetQueueInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModEtherInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModTunnelIdInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanHeaderInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanIdInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanPcpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpEthInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpIPInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpOpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModDscpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModIPInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModIPv6FlowLabelInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction.ModTransportPortInstruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.protocol.oxm.OFOxms;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.IPv6FlowLabel;
import org.projectfloodlight.openflow.types.IpDscp;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.TransportPort;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.VlanPcp;

/** Encodes one action. */
public final class ActionEncoder {

    private static final int WHOLE_PACKET = 0xffff; // OFPCML_NO_BUFFER: nothing stays behind in the switch

    private ActionEncoder() {
    }

    /**
     * Encodes an instruction that is an action.
     *
     * @throws UnsupportedRuleException if it is not one, or not one of ours
     */
    public static OFAction encode(OFFactory factory, Instruction instruction) {
        switch (instruction.type()) {
            case OUTPUT:
                return output(factory, ((OutputInstruction) instruction).port());
            case GROUP:
                return factory.actions().group(OFGroup.of(((GroupInstruction) instruction).groupId().id()));
            case QUEUE:
                return queue(factory, (SetQueueInstruction) instruction);
            case L2MODIFICATION:
                return link(factory, (L2ModificationInstruction) instruction);
            case L3MODIFICATION:
                return network(factory, (L3ModificationInstruction) instruction);
            case L4MODIFICATION:
                return set(factory, transport(factory.oxms(), (L4ModificationInstruction) instruction));
            default:
                throw unsupported(instruction);
        }
    }

    private static OFAction output(OFFactory factory, PortNumber port) {
        int length = port.equals(PortNumber.CONTROLLER) ? WHOLE_PACKET : 0; // has no meaning for other ports
        return factory.actions().output(SwitchIds.port(port), length);
    }

    private static OFAction queue(OFFactory factory, SetQueueInstruction instruction) {
        if (instruction.port() != null) {
            throw unsupported(instruction); // a queue of another port than that of the output
        }
        return factory.actions().setQueue(instruction.queueId());
    }

    private static OFAction link(OFFactory factory, L2ModificationInstruction instruction) {
        switch (instruction.subtype()) {
            case VLAN_PUSH:
                return factory.actions().pushVlan(
                        Addresses.etherType(((ModVlanHeaderInstruction) instruction).ethernetType()));
            case VLAN_POP:
                return factory.actions().popVlan();
            default:
                return set(factory, linkField(factory.oxms(), instruction));
        }
    }

    private static OFOxm<?> linkField(OFOxms fields, L2ModificationInstruction instruction) {
        switch (instruction.subtype()) {
            case ETH_SRC:
                return fields.ethSrc(Addresses.mac(((ModEtherInstruction) instruction).mac()));
            case ETH_DST:
                return fields.ethDst(Addresses.mac(((ModEtherInstruction) instruction).mac()));
            case VLAN_ID:
                return fields.vlanVid(
                        OFVlanVidMatch.ofVlan(((ModVlanIdInstruction) instruction).vlanId().toShort()));
            case VLAN_PCP:
                return fields.vlanPcp(VlanPcp.of(((ModVlanPcpInstruction) instruction).vlanPcp()));
            case TUNNEL_ID:
                return fields.tunnelId(U64.of(((ModTunnelIdInstruction) instruction).tunnelId()));
            default:
                throw unsupported(instruction);
        }
    }

    private static OFAction network(OFFactory factory, L3ModificationInstruction instruction) {
        switch (instruction.subtype()) {
            case DEC_TTL:
                return factory.actions().decNwTtl();
            case TTL_IN:
                return factory.actions().copyTtlIn();
            case TTL_OUT:
                return factory.actions().copyTtlOut();
            default:
                return set(factory, networkField(factory.oxms(), instruction));
        }
    }

    private static OFOxm<?> networkField(OFOxms fields, L3ModificationInstruction instruction) {
        switch (instruction.subtype()) {
            case IPV4_SRC:
                return fields.ipv4Src(Addresses.ipv4(((ModIPInstruction) instruction).ip()));
            case IPV4_DST:
                return fields.ipv4Dst(Addresses.ipv4(((ModIPInstruction) instruction).ip()));
            case IPV6_SRC:
                return fields.ipv6Src(Addresses.ipv6(((ModIPInstruction) instruction).ip()));
            case IPV6_DST:
                return fields.ipv6Dst(Addresses.ipv6(((ModIPInstruction) instruction).ip()));
            case IPV6_FLABEL:
                return fields.ipv6Flabel(
                        IPv6FlowLabel.of(((ModIPv6FlowLabelInstruction) instruction).flowLabel()));
            case IP_DSCP:
                return fields.ipDscp(IpDscp.of(((ModDscpInstruction) instruction).dscp()));
            case ARP_SPA:
                return fields.arpSpa(Addresses.ipv4(((ModArpIPInstruction) instruction).ip()));
            case ARP_TPA:
                return fields.arpTpa(Addresses.ipv4(((ModArpIPInstruction) instruction).ip()));
            case ARP_SHA:
                return fields.arpSha(Addresses.mac(((ModArpEthInstruction) instruction).mac()));
            case ARP_THA:
                return fields.arpTha(Addresses.mac(((ModArpEthInstruction) instruction).mac()));
            case ARP_OP:
                return fields.arpOp(ArpOpcode.of((int) ((ModArpOpInstruction) instruction).op()));
            default:
                throw unsupported(instruction);
        }
    }

    private static OFOxm<?> transport(OFOxms fields, L4ModificationInstruction instruction) {
        TransportPort port = TransportPort.of(((ModTransportPortInstruction) instruction).port().toInt());
        switch (instruction.subtype()) {
            case TCP_SRC:
                return fields.tcpSrc(port);
            case TCP_DST:
                return fields.tcpDst(port);
            case UDP_SRC:
                return fields.udpSrc(port);
            case UDP_DST:
                return fields.udpDst(port);
            default:
                throw unsupported(instruction);
        }
    }

    private static OFAction set(OFFactory factory, OFOxm<?> field) {
        return factory.actions().setField(field);
    }

    private static UnsupportedRuleException unsupported(Instruction instruction) {
        return new UnsupportedRuleException("instruction " + instruction + " is not supported");
    }
}
