/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import com.google.common.collect.ImmutableMap;
import org.onosproject.net.DeviceId;

import java.util.Map;

/** What all tables and groups held at one time, immutable. Counters are not part of it. */
public final class Snapshot {
    private final Map<DeviceId, SwitchState> states;

    Snapshot(Map<DeviceId, SwitchState> states) {
        this.states = ImmutableMap.copyOf(states);
    }

    Map<DeviceId, SwitchState> states() {
        return states;
    }

    /** The same for the same entries, whatever the order in which they came in, on every machine. */
    public String hash() {
        long sum = 0;
        for (Map.Entry<DeviceId, SwitchState> entry : states.entrySet()) {
            sum += entry.getKey().toString().hashCode() * 0x9e3779b97f4a7c15L ^ entry.getValue().hash();
        }
        return String.format("%016x", sum);
    }

    /** All entries in a fixed order, for a person. */
    public String dump() {
        StringBuilder text = new StringBuilder();
        states.keySet().stream().map(DeviceId::toString).sorted().map(DeviceId::deviceId)
                .forEach(device -> text.append(dump(device)));
        return text.toString();
    }

    /** All entries of one switch in a fixed order. */
    public String dump(DeviceId device) {
        StringBuilder text = new StringBuilder(device + "\n");
        states.get(device).lines().forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return dump();
    }
}
