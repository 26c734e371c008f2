/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.api.Attachment;
import org.onosdmm.core.model.RuleKey;

/**
 * Tells bounce rules from others.
 */
public final class Bounces {

    private Bounces() {
    }

    /** Whether the rule sends on what arrives at a place that a node has left. */
    public static boolean isBounce(RuleKey rule) {
        return rule.table() == Pipeline.ATTACH && rule.priority() >= Pipeline.ATTACH_BOUNCE;
    }

    /** Whether the rule rescues packets that were on their way to this place. */
    public static boolean isBounce(RuleKey rule, Attachment place) {
        return isBounce(rule) && rule.device().equals(place.poa().deviceId())
                && rule.selector().equals(Match.locator(place.locator()).build());
    }
}
