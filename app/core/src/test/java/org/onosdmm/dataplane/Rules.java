/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.flow.TrafficTreatment;

/** What ONOS's rules, which are immutable, do not offer themselves. */
final class Rules {
    private Rules() {
    }

    /** The number of the table that a rule is for. */
    static int tableOf(FlowRule rule) {
        return ((IndexTableId) rule.table()).id();
    }

    /** The same rule, cookie and all, that does something else. */
    static FlowRule withTreatment(FlowRule rule, TrafficTreatment treatment) {
        FlowRule.Builder builder = DefaultFlowRule.builder().forDevice(rule.deviceId()).forTable(rule.table())
                .withPriority(rule.priority()).withSelector(rule.selector()).withTreatment(treatment)
                .withCookie(rule.id().value()).withHardTimeout(rule.hardTimeout());
        return (rule.isPermanent() ? builder.makePermanent() : builder.makeTemporary(rule.timeout())).build();
    }
}
