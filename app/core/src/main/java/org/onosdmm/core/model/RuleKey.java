/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ComparisonChain;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficSelector;

/**
 * Identity of a flow rule on a switch (OpenFlow 1.3.5, section 5.2): a rule with the same key replaces the one that is
 * there.
 */
@AutoValue
public abstract class RuleKey implements Comparable<RuleKey> {

    /** The switch. */
    public abstract DeviceId device();

    /** The table. */
    public abstract int table();

    /** The priority, 0 to 65535. */
    public abstract int priority();

    /** What it matches. */
    public abstract TrafficSelector selector();

    /** A key by its parts. */
    public static RuleKey of(DeviceId device, int table, int priority, TrafficSelector selector) {
        return new AutoValue_RuleKey(device, table, priority, selector);
    }

    /** Computed once: a key is looked up many times, and a selector's hash is a walk over its criteria. */
    @Memoized
    @Override
    public abstract int hashCode();

    @Override
    public int compareTo(RuleKey other) {
        return ComparisonChain.start()
                .compare(device().toString(), other.device().toString())
                .compare(table(), other.table())
                .compare(other.priority(), priority())
                .compare(selector().toString(), other.selector().toString())
                .result();
    }

    @Override
    public final String toString() {
        return device() + " table " + table() + " priority " + priority() + " " + selector().criteria();
    }
}
