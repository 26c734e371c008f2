/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.port;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import org.onosdmm.core.model.PortRange;

import java.util.Optional;

/**
 * Classes of services by well-known port. Immutable.
 */
public final class PortTable {

    /** Ports of one service. */
    @AutoValue
    public abstract static class Entry {

        /** IP protocol number: TCP or UDP. */
        public abstract int protocol();

        /** The ports. */
        public abstract PortRange ports();

        /** Name of the class. */
        public abstract String applicationClass();

        /** The service in words, such as {@code SIP}. */
        public abstract String service();

        /** An entry by its parts. */
        public static Entry of(int protocol, PortRange ports, String applicationClass, String service) {
            return new AutoValue_PortTable_Entry(protocol, ports, applicationClass, service);
        }
    }

    private final ImmutableList<Entry> entries;
    private final ImmutableMap<Integer, ImmutableRangeMap<Integer, Entry>> byProtocol;

    private PortTable(ImmutableList<Entry> entries) {
        this.entries = entries;
        this.byProtocol = entries.stream().map(Entry::protocol).distinct()
                .collect(ImmutableMap.toImmutableMap(p -> p, this::ranges));
    }

    private ImmutableRangeMap<Integer, Entry> ranges(int protocol) {
        ImmutableRangeMap.Builder<Integer, Entry> ranges = ImmutableRangeMap.builder();
        entries.stream().filter(e -> e.protocol() == protocol)
                .forEach(e -> ranges.put(Range.closed(e.ports().first(), e.ports().last()), e));
        return ranges.build();
    }

    /**
     * A table of these entries.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public static PortTable of(Iterable<Entry> entries) {
        return new PortTable(ImmutableList.copyOf(entries));
    }

    /** The table that ships with the app. */
    public static PortTable builtIn() {
        return Resources.PORTS;
    }

    /** The entries, from which rules are made that show the first packets to those ports. */
    public ImmutableList<Entry> entries() {
        return entries;
    }

    /** The entry of a port. */
    public Optional<Entry> find(int protocol, int port) {
        return Optional.ofNullable(byProtocol.get(protocol)).map(ranges -> ranges.get(port));
    }
}
