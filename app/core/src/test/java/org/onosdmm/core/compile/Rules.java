/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.RuleKey;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;

/** Names of rules, for tests. */
final class Rules {
    private Rules() {
    }

    static RuleKey key(FlowRule rule) {
        return RuleKey.of(rule.deviceId(), ((IndexTableId) rule.table()).id(), rule.priority(), rule.selector());
    }

    /** Why a packet was shown to the controller. */
    static Punt reason(org.onosdmm.dataplane.Punt punt) {
        return Punt.of(key(punt.rule().get())).get();
    }
}
