/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.projectfloodlight.openflow.protocol.OFFlowRemoved;

import java.util.concurrent.TimeUnit;

/** A rule that a switch has just removed, with the reason, which a plain entry cannot carry. */
final class RemovedFlow extends DefaultFlowEntry {

    private final FlowRemoveReason reason;

    RemovedFlow(FlowRule rule, long lifeNanos, OFFlowRemoved message) {
        super(rule, FlowEntryState.REMOVED, lifeNanos, TimeUnit.NANOSECONDS,
                message.getPacketCount().getValue(), message.getByteCount().getValue());
        this.reason = reason(message);
    }

    private static FlowRemoveReason reason(OFFlowRemoved message) {
        switch (message.getReason()) {
            case IDLE_TIMEOUT:
                return FlowRemoveReason.IDLE_TIMEOUT;
            case HARD_TIMEOUT:
                return FlowRemoveReason.HARD_TIMEOUT;
            case DELETE:
                return FlowRemoveReason.DELETE;
            default:
                return FlowRemoveReason.NO_REASON;
        }
    }

    @Override
    public FlowRemoveReason reason() {
        return reason;
    }
}
