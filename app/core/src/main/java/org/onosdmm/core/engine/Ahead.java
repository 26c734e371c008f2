/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;

import java.util.Optional;

/**
 * The rules of the state that will most likely come next, compiled while the switches are busy with the present one.
 */
final class Ahead {

    private NodeState state;
    private RuleSet rules;

    void keep(NodeState next, RuleSet compiled) {
        state = next;
        rules = compiled;
    }

    void clear() {
        state = null;
        rules = null;
    }

    /** The rules, if this is the state that was expected; once. */
    Optional<RuleSet> rules(NodeState present) {
        Optional<RuleSet> expected = present != null && present.equals(state) ? Optional.of(rules) : Optional.empty();
        clear();
        return expected;
    }
}
