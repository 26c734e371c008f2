/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.match.Match;

import java.util.concurrent.TimeUnit;

/**
 * An entry on a switch that is no rule of ONOS. It equals nothing but itself, and carries its match as the switch
 * reported it, so that exactly this entry can be removed again.
 */
final class ForeignFlow extends DefaultFlowEntry {

    private final transient Match match;

    ForeignFlow(DeviceId device, OFFlowStatsEntry entry) {
        super(rule(device, entry), FlowEntryState.ADDED, entry.getDurationSec(), TimeUnit.SECONDS,
                entry.getPacketCount().getValue(), entry.getByteCount().getValue());
        this.match = entry.getMatch();
    }

    private static FlowRule rule(DeviceId device, OFFlowStatsEntry entry) {
        return DefaultFlowRule.builder()
                .forDevice(device)
                .forTable(entry.getTableId().getValue())
                .withPriority(entry.getPriority())
                .withSelector(DefaultTrafficSelector.emptySelector())
                .withTreatment(DefaultTrafficTreatment.emptyTreatment())
                .withCookie(entry.getCookie().getValue())
                .makePermanent()
                .build();
    }

    Match match() {
        return match;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "foreign flow on " + deviceId() + " table " + tableId() + " priority " + priority()
                + " cookie 0x" + Long.toHexString(id().value()) + " " + match;
    }
}
