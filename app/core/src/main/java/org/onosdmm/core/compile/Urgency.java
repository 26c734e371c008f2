/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;

/**
 * The order in which rules are added. First those that packets are lost without: deliver and bounce. Then the others:
 * until steering is right the bounce sees to the packets to the node, and those from it are held until it is let in.
 * Last what lets packets in, to the rules that they need: without their pin or their lease they would leave with a
 * wrong address, or nowhere.
 */
public final class Urgency {

    private Urgency() {
    }

    /** Rules that a node can be let in without: what lacks them is shown to the controller, and waits there. */
    public static boolean canWait(RuleKey rule) {
        int priority = rule.priority();
        return rule.table() == Pipeline.STEER && (priority == Pipeline.STEER_DECIDED
                || priority == Pipeline.STEER_DECIDED_ELSEWHERE
                || priority < Pipeline.STEER_ERROR && priority > Pipeline.STEER_DEFAULT_ELSEWHERE)
                || rule.table() == Pipeline.ATTACH && priority == Pipeline.ATTACH_CONTROL;
    }

    /** Whether a node is let in by some of these rules. */
    public static boolean letsIn(RuleSet rules) {
        return rules.rules().keySet().stream().anyMatch(rule -> rule.table() == Pipeline.ADMIT);
    }

    /** Of the other rules those that have to wait for the others: the source guard, or else the pins. */
    public static RuleSet last(RuleSet rules) {
        RuleSet admitting = rules.where(rule -> rule.table() == Pipeline.ADMIT);
        return admitting.isEmpty() ? rules.where(rule -> rule.table() == Pipeline.STEER) : admitting;
    }
}
