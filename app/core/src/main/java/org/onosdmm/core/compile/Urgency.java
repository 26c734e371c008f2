/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.RuleKey;
import org.onosproject.net.flow.criteria.Criterion;

/**
 * Tells the rules that packets are lost without - deliver and bounce - from those that wait for nobody: packets from
 * the node are held until its guard and pins are there, and until steering is right the bounce sees to the rest.
 */
public final class Urgency {

    private Urgency() {
    }

    /** Whether the rule delivers or bounces. */
    public static boolean isUrgent(RuleKey rule) {
        return rule.table() == Pipeline.ATTACH && rule.priority() >= Pipeline.ATTACH_LOCATOR
                && rule.selector().getCriterion(Criterion.Type.ETH_TYPE) == null;
    }
}
