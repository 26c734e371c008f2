/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.common.collect.ComparisonChain;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.IPCriterion;

import java.util.Objects;

/**
 * Identity of a flow rule on a switch (OpenFlow 1.3.5, section 5.2): a rule with the same key replaces the one that is
 * there.
 */
public final class RuleKey implements Comparable<RuleKey> {

    private final DeviceId device;
    private final int table;
    private final int priority;
    private final TrafficSelector selector;
    /** Computed once: a key is looked up many times, and a selector's hash is a walk over its criteria. */
    private final int hash;

    private RuleKey(DeviceId device, int table, int priority, TrafficSelector selector) {
        this.device = device;
        this.table = table;
        this.priority = priority;
        this.selector = selector;
        this.hash = mixed(mixed(device.hashCode()) + Objects.hash(table, priority, hash(selector)));
    }

    /**
     * Equal for equal selectors. ONOS's hash of an address is 31 times one octet plus the next: 10.4.1.31 and 10.4.2.0
     * have the same, and twelve thousand addresses of one prefix share seventeen hundred. In maps of that many rules
     * keys would be compared by their texts.
     */
    private static int hash(TrafficSelector selector) {
        int sum = 0;
        for (Criterion criterion : selector.criteria()) {
            sum += criterion instanceof IPCriterion
                    ? mixed(criterion.type().ordinal() + hash(((IPCriterion) criterion).ip()))
                    : mixed(criterion.hashCode());
        }
        return sum;
    }

    private static int hash(IpPrefix prefix) {
        int hash = prefix.prefixLength();
        for (byte octet : prefix.address().toOctets()) {
            hash = (hash ^ octet & 0xff) * 0x01000193;
        }
        return hash;
    }

    /**
     * Spreads a hash over all its bits (the finalizer of MurmurHash3). Hashes of switches and of addresses are near
     * each other, and plain sums of them meet often: the eleventh prefix at the first switch, the tenth at the second.
     */
    private static int mixed(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    /** A key by its parts. */
    public static RuleKey of(DeviceId device, int table, int priority, TrafficSelector selector) {
        return new RuleKey(device, table, priority, selector);
    }

    /** The switch. */
    public DeviceId device() {
        return device;
    }

    /** The table. */
    public int table() {
        return table;
    }

    /** The priority, 0 to 65535. */
    public int priority() {
        return priority;
    }

    /** What it matches. */
    public TrafficSelector selector() {
        return selector;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof RuleKey)) {
            return false;
        }
        RuleKey that = (RuleKey) other;
        return hash == that.hash && table == that.table && priority == that.priority
                && device.equals(that.device) && selector.equals(that.selector);
    }

    @Override
    public int compareTo(RuleKey other) {
        return ComparisonChain.start()
                .compare(device.toString(), other.device.toString())
                .compare(table, other.table)
                .compare(other.priority, priority)
                .compare(selector.toString(), other.selector.toString())
                .result();
    }

    @Override
    public String toString() {
        return device + " table " + table + " priority " + priority + " " + selector.criteria();
    }
}
