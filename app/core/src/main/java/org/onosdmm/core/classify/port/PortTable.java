/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.port;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
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

    private PortTable(ImmutableList<Entry> entries) {
        this.entries = entries;
    }

    /** A table of these entries, which do not overlap. */
    public static PortTable of(Iterable<Entry> entries) {
        return new PortTable(ImmutableList.copyOf(entries));
    }

    /** The table that ships with the app. */
    public static PortTable builtIn() {
        return of(ImmutableList.of());
    }

    /** The entries, from which rules are made that show the first packets to those ports. */
    public ImmutableList<Entry> entries() {
        return entries;
    }

    /** The entry of a port. */
    public Optional<Entry> find(int protocol, int port) {
        return entries.stream().filter(e -> e.protocol() == protocol && e.ports().contains(port)).findFirst();
    }
}
