/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.names;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Classes of services by the prefixes that they publish as their own: the longest one decides. Immutable.
 */
public final class NetworkTable {

    /** A prefix of one service. */
    @AutoValue
    public abstract static class Entry {

        /** The prefix. */
        public abstract IpPrefix prefix();

        /** Name of the class. */
        public abstract String applicationClass();

        /** The service in words, such as {@code Zoom}. */
        public abstract String service();

        /** An entry by its parts. */
        public static Entry of(IpPrefix prefix, String applicationClass, String service) {
            return new AutoValue_NetworkTable_Entry(prefix, applicationClass, service);
        }
    }

    private final ImmutableMap<IpPrefix, Entry> entries;
    private final ImmutableSortedSet<Integer> lengths;

    private NetworkTable(ImmutableMap<IpPrefix, Entry> entries) {
        this.entries = entries;
        this.lengths = entries.keySet().stream().map(IpPrefix::prefixLength)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.reverseOrder()));
    }

    /** A table of these entries, each prefix once. */
    public static NetworkTable of(Iterable<Entry> entries) {
        return new NetworkTable(Maps.uniqueIndex(entries, Entry::prefix));
    }

    /** The table that ships with the app. */
    public static NetworkTable builtIn() {
        return Resources.NETWORKS;
    }

    /** The entries, from which rules are made that show the first packets to there. */
    public ImmutableList<Entry> entries() {
        return entries.values().asList();
    }

    /** The entry with the longest prefix that contains the address. */
    public Optional<Entry> find(IpAddress address) {
        int bits = address.isIp4() ? IpPrefix.MAX_INET_MASK_LENGTH : IpPrefix.MAX_INET6_MASK_LENGTH;
        return lengths.stream().filter(length -> length <= bits)
                .map(length -> entries.get(IpPrefix.valueOf(address, length)))
                .filter(Objects::nonNull).findFirst();
    }
}
