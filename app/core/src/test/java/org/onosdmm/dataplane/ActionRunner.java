/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.ExtensionInstructionWrapper;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModEtherInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpEthInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpIPInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpOpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModIPInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction.ModTransportPortInstruction;
import org.onosproject.net.group.GroupBucket;

import java.util.List;

/** Carries out a list of actions on one copy of a packet in one switch (OpenFlow 1.3.5 sections 5.11 and 5.12). */
final class ActionRunner {
    private final OpenFlowSwitch device;
    private final Trace trace;
    private final Hop hop;
    private InstalledRule rule;
    private Frame frame;
    private boolean expired;

    ActionRunner(OpenFlowSwitch device, Trace trace, Hop hop, Frame frame) {
        this.device = device;
        this.trace = trace;
        this.hop = hop;
        this.frame = frame;
    }

    Frame frame() {
        return frame;
    }

    /** True once the packet has no hop left to live: nothing more is done to it. */
    boolean isExpired() {
        return expired;
    }

    /** Carries out the actions, on behalf of this rule or, for a packet-out, of none. */
    void run(List<Instruction> actions, InstalledRule of) {
        rule = of;
        for (Instruction action : actions) {
            if (expired) {
                return;
            }
            run(action);
        }
    }

    private void run(Instruction action) {
        switch (action.type()) {
            case NOACTION:
                break;
            case OUTPUT:
                output(((OutputInstruction) action).port());
                break;
            case GROUP:
                group(((GroupInstruction) action).groupId().id());
                break;
            case L2MODIFICATION:
                ethernet((ModEtherInstruction) action);
                break;
            case L3MODIFICATION:
                ip((L3ModificationInstruction) action);
                break;
            case L4MODIFICATION:
                port((ModTransportPortInstruction) action);
                break;
            case EXTENSION:
                frame = Rewriter.move(frame, (FieldMove) ((ExtensionInstructionWrapper) action).extensionInstruction());
                break;
            default:
                throw new FlowModException(FlowModException.Kind.UNSUPPORTED, "instruction " + action);
        }
    }

    private void ethernet(ModEtherInstruction action) {
        boolean source = action.subtype() == L2ModificationInstruction.L2SubType.ETH_SRC;
        frame = source ? Rewriter.ethSrc(frame, action.mac()) : Rewriter.ethDst(frame, action.mac());
    }

    private void ip(L3ModificationInstruction action) {
        switch (action.subtype()) {
            case IPV4_SRC:
            case IPV6_SRC:
                frame = Rewriter.ipSrc(frame, ((ModIPInstruction) action).ip());
                break;
            case IPV4_DST:
            case IPV6_DST:
                frame = Rewriter.ipDst(frame, ((ModIPInstruction) action).ip());
                break;
            case ARP_OP:
                frame = Rewriter.arpOperation(frame, ((ModArpOpInstruction) action).op());
                break;
            case ARP_SHA:
                frame = Rewriter.arpSender(frame, ((ModArpEthInstruction) action).mac());
                break;
            case ARP_SPA:
                frame = Rewriter.arpSender(frame, ((ModArpIPInstruction) action).ip());
                break;
            default:
                decrementTtl();
        }
    }

    private void decrementTtl() {
        Frame before = frame;
        frame = Rewriter.decrementTtl(before).orElse(before);
        if (frame == before && (before.headers().isIpv4() || before.headers().isIpv6())) {
            expired = true;
            drop(hop.in(), Drop.Reason.TTL_EXPIRED, "time to live is over");
        }
    }

    private void port(ModTransportPortInstruction action) {
        int port = action.port().toInt();
        L4ModificationInstruction.L4SubType subtype = action.subtype();
        int protocol = subtype.name().startsWith("TCP") ? IpProtocols.TCP : IpProtocols.UDP;
        boolean source = subtype.name().endsWith("SRC");
        frame = source ? Rewriter.sourcePort(frame, protocol, port) : Rewriter.destinationPort(frame, protocol, port);
    }

    private void output(PortNumber port) {
        PortNumber inPort = hop.in().port();
        if (port.equals(PortNumber.CONTROLLER)) {
            punt();
        } else if (port.equals(PortNumber.TABLE)) {
            new Pipeline(device, trace, hop, frame).run();
        } else if (port.equals(PortNumber.ALL) || port.equals(PortNumber.FLOOD)) {
            device.ports().stream().filter(SwitchPort::isLive).map(other -> other.location().port())
                    .filter(other -> !other.equals(inPort)).forEach(other -> hop.output(other, frame));
        } else if (port.equals(PortNumber.IN_PORT)) {
            hop.output(inPort, frame);
        } else if (port.equals(inPort)) {
            drop(hop.in(), Drop.Reason.OUTPUT_TO_IN_PORT, "output " + port + " and not IN_PORT");
        } else {
            hop.output(port, frame);
        }
    }

    private void punt() {
        if (device.isConnected()) {
            trace.punt(new Punt(frame, rule, hop));
        } else {
            drop(hop.in(), Drop.Reason.NO_CONTROLLER, "no control channel");
        }
    }

    /** Each bucket works on a copy of its own: what it changes is not seen behind the group (section 5.6.1). */
    private void group(int id) {
        List<GroupBucket> buckets = device.groups().choose(id, frame.flowHash(), device::isLive);
        if (buckets.isEmpty()) {
            drop(hop.in(), Drop.Reason.NO_LIVE_BUCKET, "group " + id);
        }
        for (GroupBucket bucket : buckets) {
            ActionSet set = ActionSet.of(bucket.treatment().allInstructions());
            if (set.isEmpty()) {
                drop(hop.in(), Drop.Reason.NO_OUTPUT, "empty bucket of group " + id);
            }
            new ActionRunner(device, trace, hop, frame).run(set.inOrder(), rule);
        }
    }

    void drop(ConnectPoint at, Drop.Reason reason, String detail) {
        trace.drop(new Drop(at, reason, detail, frame, hop));
    }
}
