/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableSet;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowModFlags;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Encodes flow-mods. The cookie is the flow id, so what a switch reports can be traced back to its rule.
 *
 * <p>Idle timeouts stay with ONOS, which removes idle rules itself, as in a stock ONOS.
 */
final class FlowModEncoder {

    private static final Set<OFFlowModFlags> TELL_WHEN_REMOVED = ImmutableSet.of(OFFlowModFlags.SEND_FLOW_REM);

    private FlowModEncoder() {
    }

    /** Adds the rule, or replaces the one with the same table, priority and match in place. */
    static OFFlowMod add(OFFactory factory, FlowRule rule, Extensions extensions) {
        return orRefused(() -> filled(factory, factory.buildFlowAdd(), rule, extensions));
    }

    /** Changes the instructions of the rule and keeps its counters. */
    static OFFlowMod modify(OFFactory factory, FlowRule rule, Extensions extensions) {
        return orRefused(() -> filled(factory, factory.buildFlowModifyStrict(), rule, extensions));
    }

    /** Removes exactly this rule. */
    static OFFlowMod delete(OFFactory factory, FlowRule rule) {
        return orRefused(() -> identified(factory.buildFlowDeleteStrict(), rule)
                .setOutPort(OFPort.ANY)
                .setOutGroup(OFGroup.ANY)
                .setMatch(rule instanceof ForeignFlow
                        ? ((ForeignFlow) rule).match() : MatchEncoder.encode(factory, rule.selector()))
                .build());
    }

    /** A value that OpenFlow has no room for is as unsupported as a field that it does not know. */
    private static OFFlowMod orRefused(Supplier<OFFlowMod> encoding) {
        try {
            return encoding.get();
        } catch (UnsupportedRuleException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnsupportedRuleException("it does not fit into OpenFlow: " + e.getMessage());
        }
    }

    private static OFFlowMod filled(OFFactory factory, OFFlowMod.Builder message, FlowRule rule,
                                    Extensions extensions) {
        return identified(message, rule)
                .setMatch(MatchEncoder.encode(factory, rule.selector()))
                .setInstructions(TreatmentEncoder.encode(factory, rule, extensions))
                .setHardTimeout(rule.hardTimeout())
                .setFlags(TELL_WHEN_REMOVED)
                .build();
    }

    private static OFFlowMod.Builder identified(OFFlowMod.Builder message, FlowRule rule) {
        return message
                .setCookie(U64.of(rule.id().value()))
                .setTableId(TableId.of(table(rule)))
                .setPriority(rule.priority())
                .setBufferId(OFBufferId.NO_BUFFER);
    }

    /** The table number of a rule; tables with names belong to other kinds of switches. */
    static int table(FlowRule rule) {
        if (!(rule.table() instanceof IndexTableId)) {
            throw new UnsupportedRuleException("table " + rule.table() + " is not a number");
        }
        return ((IndexTableId) rule.table()).id();
    }
}
