/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.RuleStatus;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the switches have confirmed, for a view of many rules: each switch is looked through once, when the first of its
 * rules is asked for.
 */
final class Confirmation {

    private final Function<DeviceId, RuleSet> confirmed;
    private final Map<DeviceId, RuleSet> seen = new HashMap<>();

    Confirmation(Function<DeviceId, RuleSet> confirmed) {
        this.confirmed = confirmed;
    }

    /** How many of these rules are there, with the right treatment. */
    RuleStatus status(RuleSet desired) {
        return RuleStatus.of(desired.size(), (int) desired.rules().entrySet().stream()
                .filter(rule -> rule.getValue().equals(seen.computeIfAbsent(rule.getKey().device(), confirmed)
                        .rules().get(rule.getKey()))).count());
    }
}
