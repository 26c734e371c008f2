/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.net.flow.StoredFlowEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;

/**
 * Marks rules that a switch refused as FAILED.
 *
 * <p>The flow store itself would leave them pending and have them sent again with every comparison, for ever.
 */
final class FailedRules {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRules.class);

    private final FlowRuleService flowRules;

    FailedRules(FlowRuleService flowRules) {
        this.flowRules = flowRules;
    }

    /** Marks rules, each with the reason, all of one device. */
    void mark(Map<FlowRule, String> refused) {
        refused.forEach((rule, reason) -> LOG.warn("Rule 0x{} on {} table {} priority {} failed: {}",
                Long.toHexString(rule.id().value()), rule.deviceId(), rule.tableId(), rule.priority(), reason));
        DeviceId device = refused.keySet().iterator().next().deviceId();
        for (FlowEntry entry : flowRules.getFlowEntries(device)) {
            if (entry instanceof StoredFlowEntry && isWanted(entry)
                    && refused.keySet().stream().anyMatch(entry::exactMatch)) {
                ((StoredFlowEntry) entry).setState(FlowEntryState.FAILED);
            }
        }
    }

    private static boolean isWanted(FlowEntry entry) {
        return entry.state() == FlowEntryState.PENDING_ADD || entry.state() == FlowEntryState.ADDED;
    }
}
