/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.core.compile.AddressRules;
import org.onosdmm.core.model.RuleSet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells by the switches' counters whether addresses are in use.
 */
final class AddressUse {

    private final RulePort rules;
    private final Map<IpAddress, Long> counted = new ConcurrentHashMap<>();

    AddressUse(RulePort rules) {
        this.rules = rules;
    }

    /** Whether any packet had this address since it was asked about last. */
    boolean since(IpAddress address, RuleSet installed) {
        long packets = AddressRules.of(address, installed).rules().keySet().stream()
                .mapToLong(key -> rules.reading(key).map(RulePort.Reading::packets).orElse(0L)).sum();
        Long before = counted.put(address, packets);
        return before != null && before != packets;
    }

    /** Forgets about addresses that are no longer asked about. */
    void forget(IpAddress address) {
        counted.remove(address);
    }
}
