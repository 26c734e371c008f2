/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the rule that a cookie stands for, without going through the whole flow store each time. */
final class RuleIndex {

    private final Map<DeviceId, Map<Long, FlowRule>> rules = new ConcurrentHashMap<>();

    /** Notes a rule that is about to be sent. */
    void put(FlowRule rule) {
        rules.computeIfAbsent(rule.deviceId(), key -> new ConcurrentHashMap<>()).put(rule.id().value(), rule);
    }

    /** Replaces all rules of a device by those that ONOS knows. */
    void replace(DeviceId device, Iterable<FlowEntry> known) {
        Map<Long, FlowRule> fresh = new ConcurrentHashMap<>();
        known.forEach(rule -> fresh.put(rule.id().value(), rule));
        rules.put(device, fresh);
    }

    /** The rule of a cookie. */
    Optional<FlowRule> find(DeviceId device, long cookie) {
        return Optional.ofNullable(rules.getOrDefault(device, Map.of()).get(cookie));
    }

    /** Forgets a device. */
    void remove(DeviceId device) {
        rules.remove(device);
    }
}
